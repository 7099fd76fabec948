import type { RuleDefinition } from './constraints/definition.ts';
import type { ParamSpec } from './constraints/params.ts';
import { nameIn } from './data-names.ts';
import type { ProblemData, RuleData, SlotSelection } from './problem-data.ts';
import { listed, type NameLimit, type Subject, type SubjectText, subjects, subjectText } from './scope-text.ts';

/** A stretch of a sentence: its plain words, whom it is about, or a value that can be set. */
export interface SentencePart {
  readonly kind: 'words' | 'subject' | 'value';
  readonly text: string;
}

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
export function ruleSentence(data: ProblemData, definition: RuleDefinition, rule: Told, most?: NameLimit): string {
  return sentenceParts(data, definition, rule, most)
    .map(({ text }) => text)
    .join('');
}

export function sentenceParts(
  data: ProblemData,
  definition: RuleDefinition,
  rule: Told,
  most: NameLimit = usualNames,
): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  for (const [index, piece] of definition.sentence.split(/[{}]/).entries()) {
    const [name = '', first = '', second = ''] = piece.split('|');
    if (index % 2 === 0) parts.push({ kind: 'words', text: piece });
    else if (subjects.includes(name)) {
      // `includes` has just checked it.
      const subject = subjectText(data, rule.scope, name as Subject, most);
      parts.push({ kind: 'subject', text: subject.text });
      if (first !== '') parts.push({ kind: 'words', text: ` ${verb(subject.number, first, second)}` });
    } else {
      const spec = definition.params[name];
      if (spec === undefined) continue;
      const value = Object.hasOwn(rule.params, name) ? rule.params[name] : spec.default;
      parts.push({ kind: 'value', text: valueText(data, spec, value, first, second, most) });
    }
  }
  return begun(withoutZeros(parts.filter(({ text }) => text !== '')));
}

/** "has", "have", "each have", "are each". */
function verb(number: SubjectText['number'], one: string, several: string): string {
  if (number === 'one') return one;
  if (number === 'all') return several;
  return several === 'are' ? 'are each' : `each ${several}`;
}

/** "at most 0 gaps" is said "no gaps". */
function withoutZeros(parts: readonly SentencePart[]): readonly SentencePart[] {
  const atMost = /\bat most $/;
  const isZero = (part: SentencePart | undefined) => part?.kind === 'value' && /^0 [^\d]/.test(part.text);
  return parts.map((part, index) => {
    if (part.kind === 'words' && isZero(parts[index + 1])) return { ...part, text: part.text.replace(atMost, '') };
    if (isZero(part) && atMost.test(parts[index - 1]?.text ?? ''))
      return { ...part, text: part.text.replace('0', 'no') };
    return part;
  });
}

function begun(parts: readonly SentencePart[]): readonly SentencePart[] {
  const [first, ...rest] = parts;
  if (first === undefined) return parts;
  return [{ ...first, text: first.text.slice(0, 1).toLocaleUpperCase() + first.text.slice(1) }, ...rest];
}

function valueText(
  data: ProblemData,
  spec: ParamSpec,
  value: unknown,
  first: string,
  second: string,
  most: NameLimit,
): string {
  switch (spec.type) {
    case 'integer': {
      if (first.includes('#')) return value === spec.default ? second : first.replace('#', String(value));
      const unit = value === 1 ? first : second;
      return `${String(value)}${unit === '' ? '' : ` ${unit}`}`;
    }
    case 'boolean':
      return value === true ? first : second;
    case 'slotRange': {
      // The values are those of a rule that the reader, the form or `completeParams` has checked; the same below.
      const { from, to } = value as typeof spec.default;
      const { slots } = data.calendar;
      return `${slots[from]?.start ?? from} and ${slots[to - 1]?.end ?? to}`;
    }
    case 'slots': {
      const chosen = slotsText(data, value as readonly SlotSelection[]);
      return chosen === '' ? first : `on ${chosen}`;
    }
    case 'ids': {
      const names = (value as readonly string[]).map((id) => nameIn(data, spec.of, id));
      return names.length === 0 ? first : listed(names, most, 'or');
    }
    case 'placements':
      return '';
  }
}

/** "Monday 08:00–10:00; Tuesday". */
function slotsText({ calendar }: ProblemData, selections: readonly SlotSelection[]): string {
  const { days, slots } = calendar;
  const parts = selections
    .filter((selection) => selection.slots.length > 0)
    .map((selection) => {
      const day = days.find(({ id }) => id === selection.day)?.name ?? selection.day;
      const weeks =
        selection.weeks === undefined ? '' : ` (weeks ${selection.weeks.map((week) => week + 1).join(', ')})`;
      if (selection.slots.length === slots.length) return day + weeks;
      const clocks = stretches(selection.slots).map(
        ([first, last]) => `${slots[first]?.start ?? first}–${slots[last]?.end ?? last}`,
      );
      return `${day} ${clocks.join(', ')}${weeks}`;
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
