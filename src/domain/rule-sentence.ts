import type { RuleDefinition } from './constraints/definition.ts';
import type { ParamSpec } from './constraints/params.ts';
import { nameIn } from './data-names.ts';
import type { ProblemData, RuleData, SlotSelection } from './problem-data.ts';
import { type NameLimit, type Subject, type SubjectText, subjects, subjectText } from './scope-text.ts';
import { english } from './wording/english.ts';
import { wordsOfRule } from './wording/rule-words.ts';
import { counted, isolated } from './wording/template.ts';
import { joined, listed, type SentencePart, say, type Wording } from './wording/wording.ts';

/** What a sentence is made of; a rule need not be complete or hold. */
export type Told = Pick<RuleData, 'scope' | 'params'>;

const usualNames = 3;

/**
 * A rule in one line, in the names of the problem and without a full stop: "Ada is not available on Monday 08:00–10:00".
 *
 * The template is the definition's `sentence`. `{scope|has|have}`, `{event|…|…}` are each of those it is about with the verb
 * for one or several, `{events}` and `{together}` all of them, see `subjectText`. `{max|gap|gaps}` is a number with its unit,
 * `{daysAsOne|, # days as one|}` words around a number that are left out where it is the default,
 * `{adjacent|yes|no}` the words for a parameter that is true or false, `{slots|otherwise}` what was chosen or the words for
 * when nothing is.
 */
export function ruleSentence(
  data: ProblemData,
  definition: RuleDefinition,
  rule: Told,
  most?: NameLimit,
  wording?: Wording,
): string {
  return sentenceParts(data, definition, rule, most, wording)
    .map(({ text }) => text)
    .join('');
}

export function sentenceParts(
  data: ProblemData,
  definition: RuleDefinition,
  rule: Told,
  most: NameLimit = usualNames,
  wording: Wording = english,
): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  const { sentence } = wordsOfRule(definition, wording);
  for (const [index, piece] of piecesOf(sentence).entries()) {
    const [name = '', ...forms] = piece;
    if (index % 2 === 0) parts.push({ kind: 'words', text: piece.join('|') });
    else if (subjects.includes(name)) {
      // `includes` has just checked it.
      const subject = subjectText(data, rule.scope, name as Subject, most, wording);
      const [first = '', second = ''] = forms;
      parts.push({ kind: 'subject', text: isolated(subject.text, sentence) });
      if (first !== '') parts.push({ kind: 'words', text: ` ${verb(subject.number, first, second, wording)}` });
    } else {
      const spec = definition.params[name];
      if (spec === undefined) continue;
      const value = Object.hasOwn(rule.params, name) ? rule.params[name] : spec.default;
      const text = valueText({ data, most, wording }, spec, value, forms);
      parts.push({ kind: 'value', text: isolated(text, sentence) });
    }
  }
  const told = parts.filter(({ text }) => text !== '');
  const polished = wording.polish?.(told) ?? told;
  const [named] = rule.scope.ids ?? [];
  // names are written as they are
  const isName = named !== undefined && polished[0]?.text.startsWith(nameIn(data, rule.scope.of, named)) === true;
  return isName ? polished : begun(polished);
}

const pieces = new Map<string, readonly (readonly string[])[]>();

/** Words and places in turn, each with its forms; of templates, which are few. */
function piecesOf(sentence: string): readonly (readonly string[])[] {
  let found = pieces.get(sentence);
  if (found === undefined) {
    found = sentence.split(/[{}]/).map((piece) => piece.split('|'));
    pieces.set(sentence, found);
  }
  return found;
}

/** "has", "have", "each have", "are each". */
function verb(number: SubjectText['number'], one: string, several: string, wording: Wording): string {
  if (number === 'one') return one;
  if (number === 'all') return several;
  return several === 'are' ? 'are each' : say(wording, 'eachVerb', { verb: several });
}

function begun(parts: readonly SentencePart[]): readonly SentencePart[] {
  const [first, ...rest] = parts;
  if (first === undefined) return parts;
  return [{ ...first, text: first.text.slice(0, 1).toLocaleUpperCase() + first.text.slice(1) }, ...rest];
}

interface Teller {
  readonly data: ProblemData;
  readonly most: NameLimit;
  readonly wording: Wording;
}

function valueText(teller: Teller, spec: ParamSpec, value: unknown, forms: readonly string[]): string {
  const { data, most, wording } = teller;
  const [first = '', second = ''] = forms;
  switch (spec.type) {
    case 'integer':
      if (first.includes('#')) return value === spec.default ? second : first.replace('#', String(value));
      return forms.length === 0 ? String(value) : counted(Number(value), forms, wording.language);
    case 'boolean':
      return value === true ? first : second;
    case 'slotRange': {
      // The values are those of a rule that the reader, the form or `completeParams` has checked; the same below.
      const { from, to } = value as typeof spec.default;
      const { slots } = data.calendar;
      return say(wording, 'fromTo', { from: slots[from]?.start ?? from, to: slots[to - 1]?.end ?? to });
    }
    case 'slots': {
      const chosen = slotsText(teller, value as readonly SlotSelection[]);
      return chosen === '' ? first : say(wording, 'onSlots', { slots: chosen });
    }
    case 'ids': {
      const names = (value as readonly string[]).map((id) => nameIn(data, spec.of, id));
      return names.length === 0 ? first : joined(names, wording, most, 'or');
    }
    case 'placements':
      return '';
  }
}

/** "Monday 08:00–10:00; Tuesday". */
function slotsText({ data, wording }: Teller, selections: readonly SlotSelection[]): string {
  const { days, slots } = data.calendar;
  const parts = selections
    .filter((selection) => selection.slots.length > 0)
    .map((selection) => {
      const day = days.find(({ id }) => id === selection.day)?.name ?? selection.day;
      const weeks =
        selection.weeks === undefined
          ? ''
          : ` (${say(wording, 'weeks', {
              weeks: listed(
                selection.weeks.map((week) => String(week + 1)),
                wording,
              ),
            })})`;
      if (selection.slots.length === slots.length) return day + weeks;
      const clocks = stretches(selection.slots).map(
        ([first, last]) => `${slots[first]?.start ?? first}–${slots[last]?.end ?? last}`,
      );
      return `${day} ${listed(clocks, wording)}${weeks}`;
    });
  return parts.join('; ');
}

/** Runs of consecutive slots as [first, last]. */
function stretches(slots: readonly number[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const slot of [...slots].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && slot <= last[1] + 1) last[1] = slot;
    else found.push([slot, slot]);
  }
  return found;
}
