import type { Problem, ResourceKind } from '../../../domain/problem.ts';
import type { Score } from '../../../domain/score.ts';
import type { Obstacle, Place, Places } from '../../../engine/editing/answers.ts';
import type { Translate } from '../../text/text.tsx';
import { wholeNumber } from '../words/numbers.ts';
import { listText } from '../words/wording.ts';

/** How a cell is coloured while a card is held; `none`: it cannot begin there at all. */
export type Tone = 'here' | 'good' | 'costs' | 'blocked' | 'off';

/** What a cell says of the card that is held. */
export interface Verdict {
  readonly tone: Tone;
  /** True when others make room for it. */
  readonly swaps: boolean;
  /** What stands in the cell: `✓`, `+4`, `P. Rai`. */
  readonly sign: string;
  /** The same where there is little room: the last word of a name tells it from others. */
  readonly code: string;
  /** The same as a sentence. */
  readonly words: string;
  readonly place: Place;
}

/** Names of rule kinds and basics. */
export type RuleNames = (kind: string) => string;

export function cellKey(day: number, slot: number): string {
  return `${day} ${slot}`;
}

/** The verdict on every cell in which the event could begin, by `cellKey`. Of several times that begin there, the best. */
export function verdictsOf(
  problem: Problem,
  places: Places,
  text: Translate,
  ruleNames: RuleNames,
): ReadonlyMap<string, Verdict> {
  const best = new Map<string, Place>();
  for (const place of places.places) {
    const time = problem.times[place.time];
    for (const day of time?.days ?? []) {
      const key = cellKey(day, time?.start ?? 0);
      const other = best.get(key);
      if (other === undefined || comparePlaces(place, other) < 0) best.set(key, place);
    }
  }
  const known = new Map<Place, Verdict>();
  return new Map(
    [...best].map(([key, place]) => {
      const verdict = known.get(place) ?? verdictOf(problem, place, text, ruleNames);
      known.set(place, verdict);
      return [key, verdict];
    }),
  );
}

const kindOrder: Readonly<Record<Place['kind'], number>> = { present: 0, free: 1, swap: 2, blocked: 3, off: 4 };

function comparePlaces(a: Place, b: Place): number {
  return kindOrder[a.kind] - kindOrder[b.kind] || a.change.hard - b.change.hard || a.change.soft - b.change.soft || 0;
}

export function verdictOf(problem: Problem, place: Place, text: Translate, ruleNames: RuleNames): Verdict {
  const verdict = wordedVerdict(problem, place, text, ruleNames);
  const isName = verdict.tone === 'blocked' || verdict.tone === 'off';
  return { ...verdict, code: isName ? (verdict.sign.split(/\s+/).at(-1) ?? '') : verdict.sign };
}

function wordedVerdict(problem: Problem, place: Place, text: Translate, ruleNames: RuleNames): Omit<Verdict, 'code'> {
  switch (place.kind) {
    case 'present':
      return { tone: 'here', swaps: false, sign: text('cellHere'), words: text('cellHereWords'), place };
    case 'free':
      return { ...priced(place.change, text), swaps: false, place };
    case 'swap': {
      const { tone, sign } = priced(place.chain.change, text);
      const words = text('cellSwapWords', {
        count: place.chain.moves.length - 1,
        cost: costWords(place.chain.change, text),
      });
      return { tone, swaps: true, sign: sign === '✓' ? '' : sign, words, place };
    }
    case 'blocked': {
      const names = obstacleNames(problem, place.obstacles, ruleNames);
      const words = text('cellBlockedWords', { causes: listText(names) });
      return { tone: 'blocked', swaps: false, sign: names[0] ?? text('cellBlocked'), words, place };
    }
    case 'off': {
      const causes = obstacleNames(problem, place.obstacles, ruleNames);
      const sign = place.reason === 'unavailable' ? (causes[0] ?? '') : text(offSigns[place.reason]);
      const words = text(offWords[place.reason], { causes: listText(causes) });
      return { tone: 'off', swaps: false, sign, words, place };
    }
  }
}

const offSigns = {
  locked: 'cellLocked',
  closed: 'cellClosed',
  notOffered: 'cellNotOffered',
} as const;

const offWords = {
  locked: 'cellLockedWords',
  closed: 'cellClosedWords',
  notOffered: 'cellNotOfferedWords',
  unavailable: 'cellUnavailableWords',
} as const;

/** Tone, sign and words of a place where nothing is in the way. */
export function priced(change: Score, text: Translate): Pick<Verdict, 'tone' | 'sign' | 'words'> {
  const words = costWords(change, text);
  if (change.hard < 0) return { tone: 'good', sign: text('cellMends', { count: -change.hard }), words };
  if (change.soft > 0) return { tone: 'costs', sign: signed(change.soft), words };
  return { tone: 'good', sign: change.soft === 0 ? '✓' : signed(change.soft), words };
}

/** `+4`, `−3`, `±0`, with a real minus. */
function signed(value: number): string {
  if (value === 0) return '±0';
  return `${value > 0 ? '+' : '−'}${wholeNumber(Math.abs(value))}`;
}

/** What a change does to the score, in words. */
export function costWords(change: Score, text: Translate): string {
  const parts: string[] = [];
  if (change.unplaced !== 0) parts.push(text('changeUnplaced', { change: signed(change.unplaced) }));
  if (change.hard !== 0) parts.push(text('changeHard', { change: signed(change.hard) }));
  if (change.soft !== 0) parts.push(text('changeSoft', { change: signed(change.soft) }));
  return parts.length === 0 ? text('changeNothing') : listText(parts);
}

/** Whether a change is for the better (-1), neither (0), costs something (1) or breaks something (2). */
export function directionOf({ unplaced, hard, soft }: Score): number {
  const grave = unplaced || hard;
  return grave === 0 ? Math.sign(soft) : grave < 0 ? -1 : 2;
}

/**
 * Who or what is in the way: resources by name, else the rule. Each once; first those that a look at the week does not
 * tell, then the graver ones.
 */
export function obstacleNames(
  problem: Problem,
  obstacles: readonly Obstacle[],
  ruleNames: RuleNames,
): readonly string[] {
  const rank = ({ resource }: Obstacle) => telling[problem.resources[resource]?.kind ?? 'set'];
  const sorted = obstacles.toSorted((a, b) => rank(a) - rank(b) || b.amount - a.amount);
  return [...new Set(sorted.map((obstacle) => obstacleName(problem, obstacle, ruleNames)))];
}

/** Whose group meets in the cell is seen; that an instructor or a room is elsewhere is not. */
const telling: Readonly<Record<ResourceKind, number>> = {
  instructor: 0,
  room: 1,
  set: 2,
  class: 2,
  group: 3,
  overlap: 3,
};

function obstacleName(problem: Problem, { resource, kind }: Obstacle, ruleNames: RuleNames): string {
  const item = problem.resources[resource];
  return item === undefined || item.kind === 'set' || item.name === '' ? ruleNames(kind) : item.name;
}

/** Other events in the way of a place: those that would have to leave. */
export function eventsInTheWay(place: Place): readonly number[] {
  if (place.kind !== 'blocked' && place.kind !== 'swap') return [];
  return [...new Set(place.obstacles.flatMap(({ events }) => events))];
}
