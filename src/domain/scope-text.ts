import { nameIn } from './data-names.ts';
import type { ProblemData, Scope, ScopeTarget } from './problem-data.ts';
import { english } from './wording/english.ts';
import { joined, say, type Wording } from './wording/wording.ts';

/** What the sentence of a rule says about those it is about. */
export type Subject = 'scope' | 'event' | 'events' | 'together';
export const subjects: readonly string[] = ['scope', 'event', 'events', 'together'] satisfies readonly Subject[];

/** At most so many are named; the rest are counted. `all` names everybody, for lists that are signed. */
export type NameLimit = number | 'all';

/** Whom a sentence is about, and whether its verb follows one, all of them as one, or each of several. */
export interface SubjectText {
  readonly text: string;
  readonly number: 'one' | 'all' | 'each';
}

/**
 * `scope`: each of those in scope ("every group", "Ada and Ben each"). `event`: each event of theirs. `events`: their events,
 * compared with each other inside each of them. `together`: all their events as one.
 */
export function subjectText(
  data: ProblemData,
  scope: Scope,
  subject: Subject,
  most: NameLimit,
  wording: Wording = english,
): SubjectText {
  const teller: Teller = { data, scope, most, wording };
  const { of } = scope;
  const several = (scope.ids?.length ?? 0) > 1;
  if (subject === 'scope' || (subject === 'event' && of === 'events')) {
    const called = names(teller);
    const text = (called ?? say(wording, `every_${of}`) + taggedText(teller)) + exceptText(teller);
    return { text, number: called !== null && several ? 'each' : 'one' };
  }
  const text = eventsText(teller, of, subject, several);
  return { text: text + exceptText(teller), number: subject === 'event' ? 'one' : 'all' };
}

/** Events of those in scope. */
function eventsText(teller: Teller, of: ScopeTarget, subject: Subject, several: boolean): string {
  const { wording } = teller;
  const called = names(teller);
  if (of === 'events') return called ?? say(wording, 'allEvents') + taggedText(teller);
  if (called === null) {
    const all = {
      event: 'eventOfEvery',
      events: 'eventsOfEach',
      together: 'eventsOfAll',
      scope: 'eventsOfEach',
    } as const;
    return say(wording, `${all[subject]}_${of}`) + taggedText(teller);
  }
  if (subject === 'event') return say(wording, 'eventOf', { who: called });
  return say(wording, several && subject === 'events' ? 'eventsOfEachNamed' : 'eventsOf', { who: called });
}

interface Teller {
  readonly data: ProblemData;
  readonly scope: Scope;
  readonly most: NameLimit;
  readonly wording: Wording;
}

/** Null when the scope names nobody. */
function names({ data, scope, most, wording }: Teller): string | null {
  const { of, ids, tags } = scope;
  if (ids === undefined) return null;
  const called = ids.map((id) => nameIn(data, of, id));
  const text = joined(called.length === 0 ? [say(wording, 'nobody')] : called, wording, most);
  if (tags === undefined || tags.length === 0) return text;
  const tagged = say(wording, `every_${of}`) + taggedText({ data, scope, most, wording });
  return joined([text, tagged], wording);
}

function taggedText({ scope: { tags }, wording }: Teller): string {
  if (tags === undefined) return '';
  const text = tags.length === 0 ? say(wording, 'noTag') : joined(tags, wording, 'all', 'or');
  return say(wording, 'tagged', { tags: text });
}

function exceptText({ data, scope: { of, except }, most, wording }: Teller): string {
  if (except === undefined || except.length === 0) return '';
  const called = except.map((id) => nameIn(data, of, id));
  return say(wording, 'except', { who: joined(called, wording, most) });
}
