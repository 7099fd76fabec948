import type { Violation } from '../../../domain/constraints/definition.ts';
import type { PreCheckFinding } from '../../../domain/pre-check.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Place } from '../../../engine/editing/answers.ts';
import type { WayRecord } from '../../../storage/records.ts';
import { obstacleNames, type RuleNames } from '../timetable/verdicts.ts';
import { type WayRow, wayRows } from './in-the-way.ts';

/** What is known of why an event is not placed. */
export interface WhyUnplaced {
  /** Possible times and rooms whatever the others do; null when it needs no room. */
  readonly times: number;
  readonly rooms: number | null;
  /** Whoever took its place while the run looked for a place for everybody, the most frequent first. */
  readonly takenBy: readonly WayRow[];
  /** Proofs that it, with others, asks for more than there is. */
  readonly proofs: readonly PreCheckFinding[];
}

const mostNamed = 4;

/** Events without a time, a needed room or a needed instructor. */
export function notPlaced(violations: readonly Violation[]): readonly number[] {
  return violations.filter(({ rule, kind }) => rule < 0 && kind === 'placed').flatMap(({ events }) => events);
}

/** `counted` is the problem that the findings are about, which may be newer than the one looked at. */
export function whyUnplaced(
  problem: Problem,
  event: number,
  inTheWay: readonly WayRecord[],
  findings: readonly PreCheckFinding[],
  counted: Problem,
): WhyUnplaced {
  const data = problem.events[event];
  const id = data?.id;
  const now = counted.events[event]?.id === id ? event : counted.events.findIndex((item) => item.id === id);
  return {
    times: data?.times.length ?? 0,
    rooms: data === undefined || data.roomCount === 0 ? null : data.rooms.length,
    takenBy: wayRows(
      problem,
      inTheWay.filter(({ otherId }) => otherId === id),
    ).slice(0, mostNamed),
    proofs: findings.filter(({ severity, events }) => severity === 'impossible' && events.includes(now)),
  };
}

/** What stands in the way of an event as the timetable is, where no run left a trace of it. */
export interface PresentWay {
  /** Times at which nothing is in its way. */
  readonly free: number;
  /** Who or what is in its way at the others, the most frequent first. */
  readonly names: readonly string[];
}

export function presentWay(problem: Problem, places: readonly Place[], ruleNames: RuleNames): PresentWay {
  const times = new Map<string, number>();
  for (const place of places) {
    if (place.kind === 'free' || place.kind === 'present') continue;
    for (const name of obstacleNames(problem, place.obstacles, ruleNames)) times.set(name, (times.get(name) ?? 0) + 1);
  }
  const names = [...times].sort(([, a], [, b]) => b - a).map(([name]) => name);
  return { free: places.filter(({ kind }) => kind === 'free').length, names: names.slice(0, mostNamed) };
}
