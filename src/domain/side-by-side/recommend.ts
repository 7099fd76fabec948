import { compareScores, type Score } from '../score.ts';
import { comparePersons, type PersonFigures } from './person-figures.ts';

/** One of several timetables of the same problem. */
export interface Rival {
  /** With the weights of the project, whatever the run that found it cared for. */
  readonly score: Score;
  /** The same people at the same places for all rivals. */
  readonly people: readonly PersonFigures[];
}

/** Why one is recommended. `over` is the position of the one that it was weighed against. */
export type Reason =
  | { readonly kind: 'only' }
  /** No other one is as good in this part of the score; the parts before it are equal. */
  | { readonly kind: 'unplaced' | 'hard' | 'soft'; readonly over: number; readonly less: number }
  /** Better for most people than the cheapest one, which costs `less` less. */
  | {
      readonly kind: 'people';
      readonly over: number;
      readonly better: number;
      readonly worse: number;
      readonly of: number;
      readonly less: number;
    }
  /** As good as another one in all parts of the score. */
  | { readonly kind: 'equal'; readonly over: number };

export interface Recommendation {
  /** Position in the list. */
  readonly position: number;
  readonly reason: Reason;
}

/** Part of the lowest soft cost that it may cost to suit most people better. */
const dearerAtMost = 0.05;

/**
 * The rule of the recommendation: only timetables with the fewest unplaced events and, among them, the fewest hard faults
 * come into question. Of these the one with the lowest soft cost is recommended (the first of equal ones), unless with
 * another one more than half of all groups and instructors are better off, at a soft cost at most 5 % higher; of
 * several such, the one with most people better off less those worse off. Null for an empty list.
 */
export function recommend(rivals: readonly Rival[]): Recommendation | null {
  const order = ranked(rivals);
  const [first, second] = order;
  if (first === undefined) return null;
  if (second === undefined) return { position: first, reason: { kind: 'only' } };
  return forMost(rivals, first) ?? { position: first, reason: reasonOf(rivals, first, second) };
}

/** Positions from the best score to the worst; of equal ones the first comes first. */
export function ranked(rivals: readonly Pick<Rival, 'score'>[]): readonly number[] {
  const positions = rivals.map((_, position) => position);
  const scoreOf = (position: number): Score => rivals[position]?.score ?? { unplaced: 0, hard: 0, soft: 0 };
  return positions.sort((a, b) => compareScores(scoreOf(a), scoreOf(b)) || a - b);
}

/** How many people are better and worse off with the second of two than with the first. */
export function better(first: readonly PersonFigures[], second: readonly PersonFigures[]) {
  const counts = { better: 0, worse: 0 };
  second.forEach((person, position) => {
    const other = first[position];
    const difference = other === undefined ? 0 : comparePersons(person, other);
    if (difference < 0) counts.better++;
    else if (difference > 0) counts.worse++;
  });
  return counts;
}

function forMost(rivals: readonly Rival[], cheapest: number): Recommendation | null {
  const best = rivals[cheapest];
  if (best === undefined) return null;
  const allowed = best.score.soft * (1 + dearerAtMost);
  let found: Recommendation | null = null;
  let margin = 0;
  rivals.forEach(({ score, people }, position) => {
    const isAsSound = score.unplaced === best.score.unplaced && score.hard === best.score.hard;
    if (position === cheapest || !isAsSound || score.soft > allowed) return;
    const counts = better(best.people, people);
    if (counts.better * 2 <= people.length || counts.better - counts.worse <= margin) return;
    margin = counts.better - counts.worse;
    const less = score.soft - best.score.soft;
    found = { position, reason: { kind: 'people', over: cheapest, ...counts, of: people.length, less } };
  });
  return found;
}

function reasonOf(rivals: readonly Rival[], first: number, second: number): Reason {
  const [a, b] = [rivals[first]?.score, rivals[second]?.score];
  for (const kind of ['unplaced', 'hard', 'soft'] as const) {
    const less = (b?.[kind] ?? 0) - (a?.[kind] ?? 0);
    if (less > 0) return { kind, over: second, less };
  }
  return { kind: 'equal', over: second };
}
