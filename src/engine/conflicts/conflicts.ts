import { evaluate } from '../../domain/evaluate.ts';
import type { PreCheckFinding } from '../../domain/pre-check/finding.ts';
import { hardLowerBound, preCheck } from '../../domain/pre-check.ts';
import type { Problem } from '../../domain/problem.ts';
import { type Relaxation, relaxationSentence } from '../../domain/relaxation.ts';
import type { Steps } from '../../domain/steps.ts';
import type { Timetable } from '../../domain/timetable.ts';
import { filtered } from './deletion-filter.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { relaxationsOf } from './relaxations.ts';
import { type Effort, leastFaults } from './repair-search.ts';
import { PartsOfProblem } from './sub-problem.ts';

/** Events and rules that cannot hold together; none of the rules can be left out of it. */
export interface Conflict {
  /** Event indices. */
  readonly events: readonly number[];
  readonly items: readonly ConflictItem[];
  /**
   * `counting`: proved without any search, see `preCheck`. `search`: a search of limited effort found no timetable of
   * these events that keeps the rules, but one as soon as any of the rules is left out.
   */
  readonly proof: 'counting' | 'search';
  /** What counting says of it, or null. */
  readonly reason: string | null;
  /** The same, to be worded: with the indices of the problem that was searched. */
  readonly finding: PreCheckFinding | null;
  /** Fewest unplaced events and hard units found for these events and those around them. */
  readonly faults: number;
}

export interface ConflictItem {
  readonly relaxation: Relaxation;
  /** What holds, in one sentence without a full stop. */
  readonly sentence: string;
  /** How many of the `faults` go when this alone is taken back. */
  readonly gain: number;
}

export interface ConflictHooks {
  readonly onConflict: (conflict: Conflict) => void;
  /** After each test of whether some events and rules can hold together. */
  readonly onTest: (tests: number) => void;
}

export interface ConflictSearch {
  readonly conflicts: readonly Conflict[];
  /** True when some broken rules are in none of the conflicts: nothing small was found that forces them. */
  readonly hasUnexplained: boolean;
}

const mostConflicts = 5;
/** Broken rules from which a conflict is looked for. */
const mostStarts = 12;
/** What a search does not find for more events than this says little: larger parts are judged by counting alone. */
const mostEventsBySearch = 120;
const smallestPart = 12;
const mostTests = 150;

const probe: Effort = { moves: 6_000, movesPerEvent: 200 };
const usual: Effort = { moves: 20_000, movesPerEvent: 3_000 };
const thorough: Effort = { moves: 60_000, movesPerEvent: 12_000 };

/**
 * Small sets of rules that cannot hold together, from a timetable that breaks hard rules: parts of the problem around
 * what is broken are tried out until one has no timetable without faults, and a deletion filter leaves what is needed
 * for that. Counts its effort in moves and tests, never by the clock, so that it finds the same wherever it is done.
 * A timetable without faults gives nothing.
 */
export function* findConflicts(
  problem: Problem,
  timetable: Timetable,
  module: WebAssembly.Module,
  hooks: ConflictHooks = { onConflict: () => {}, onTest: () => {} },
): Steps<ConflictSearch> {
  const finder = new Finder(problem, module, hooks);
  const conflicts: Conflict[] = [];
  let hasUnexplained = false;
  const broken = brokenIn(problem, timetable);
  if (broken.length === 0) return { conflicts, hasUnexplained };
  for (const start of startsOf(problem, broken).slice(0, mostStarts)) {
    if (conflicts.some(({ events }) => start.some((event) => events.includes(event)))) continue;
    const found = conflicts.length < mostConflicts ? yield* finder.from(start) : null;
    if (found === null) hasUnexplained = true;
    else {
      conflicts.push(found);
      finder.settle(found);
      hooks.onConflict(found);
    }
  }
  return { conflicts, hasUnexplained };
}

/** The events of each hard violation. */
function brokenIn(problem: Problem, timetable: Timetable): (readonly number[])[] {
  const { violations } = evaluate(problem, timetable);
  return violations.filter(({ hard, events }) => hard && events.length > 0).map(({ events }) => events);
}

/** What counting proves comes first, then what is broken, the least first. */
function startsOf(problem: Problem, broken: readonly (readonly number[])[]): (readonly number[])[] {
  const proved = preCheck(problem)
    .filter(({ severity, events }) => severity === 'impossible' && events.length > 0)
    .map(({ events }) => events);
  const small = (lists: readonly (readonly number[])[]) => [...lists].sort((a, b) => a.length - b.length);
  return [...small(proved), ...small(broken)];
}

interface Verdict {
  /** 0 when they can hold together. */
  readonly faults: number;
  readonly isProved: boolean;
}

class Finder {
  readonly #problem: Problem;
  readonly #module: WebAssembly.Module;
  readonly #hooks: ConflictHooks;
  readonly #parts: PartsOfProblem;
  readonly #neighbourhood: Neighbourhood;
  /** What would resolve the conflicts found so far; taken back from then on, so that each one is found once. */
  readonly #settled: Relaxation[] = [];
  #tests = 0;

  constructor(problem: Problem, module: WebAssembly.Module, hooks: ConflictHooks) {
    this.#problem = problem;
    this.#module = module;
    this.#hooks = hooks;
    this.#parts = new PartsOfProblem(problem);
    this.#neighbourhood = new Neighbourhood(problem, this.#parts.drawingOn);
  }

  *from(start: readonly number[]): Steps<Conflict | null> {
    const part = yield* this.#impossiblePart(start);
    if (part === null) return null;
    for (const effort of [usual, thorough]) {
      const events = yield* filtered(part, (kept) => this.#cannotHold(kept, [], effort), mostTests);
      const all = this.#open(relaxationsOf(this.#problem, this.#parts.drawingOn, events));
      const without = (kept: readonly Relaxation[]) => all.filter((item) => !kept.includes(item));
      const needed = yield* filtered(all, (kept) => this.#cannotHold(events, without(kept), effort), mostTests);
      const relaxed = without(needed);
      const verdict = yield* this.#verdict(events, relaxed, thorough);
      // else the search had been too short for one of the steps: once more with more effort
      if (verdict.faults > 0) return yield* this.#described(part, events, needed, relaxed, verdict.isProved);
    }
    return null;
  }

  settle({ items }: Conflict): void {
    const [first] = items;
    if (first !== undefined) this.#settled.push(first.relaxation);
  }

  /** The smallest part around these events that cannot be done, growing twofold; null when there is none. */
  *#impossiblePart(start: readonly number[]): Steps<readonly number[] | null> {
    const all = this.#problem.events.length;
    for (let size = start.length; ; size = Math.max(smallestPart, size * 2)) {
      const part = this.#neighbourhood.around(start, size > all * 0.7 ? all : size);
      const { faults } = yield* this.#verdict(part, [], thorough);
      if (faults > 0) return part;
      if (part.length < size || part.length === all || size * 2 > mostEventsBySearch) return null;
    }
  }

  #part(events: readonly number[], relaxed: readonly Relaxation[]): Problem | null {
    return this.#parts.part(events, [...this.#settled, ...relaxed]);
  }

  #open(relaxations: readonly Relaxation[]): Relaxation[] {
    const settled = new Set(this.#settled.map((item) => JSON.stringify(item)));
    return relaxations.filter((item) => !settled.has(JSON.stringify(item)));
  }

  *#cannotHold(events: readonly number[], relaxed: readonly Relaxation[], effort: Effort): Steps<boolean> {
    return (yield* this.#verdict(events, relaxed, effort)).faults > 0;
  }

  /** A short search settles most of what is possible, counting much of what is not, and a longer search the rest. */
  *#verdict(events: readonly number[], relaxed: readonly Relaxation[], effort: Effort): Steps<Verdict> {
    this.#hooks.onTest(++this.#tests);
    yield;
    const part = this.#part(events, relaxed);
    if (part === null) return { faults: 0, isProved: false };
    const faults = yield* leastFaults(this.#module, part, probe);
    if (faults === 0) return { faults, isProved: false };
    yield;
    if (hardLowerBound(part) > 0) return { faults, isProved: true };
    if (events.length > mostEventsBySearch) return { faults: 0, isProved: false };
    return { faults: yield* leastFaults(this.#module, part, effort), isProved: false };
  }

  /** The conflict with what each of its rules costs around it. */
  *#described(
    around: readonly number[],
    events: readonly number[],
    needed: readonly Relaxation[],
    relaxed: readonly Relaxation[],
    isProved: boolean,
  ): Steps<Conflict> {
    const faults = yield* this.#faultsWithout(around, []);
    const items: ConflictItem[] = [];
    for (const relaxation of needed) {
      const left = yield* this.#faultsWithout(around, [relaxation]);
      const sentence = relaxationSentence(this.#problem, relaxation);
      items.push({ relaxation, sentence, gain: Math.max(0, faults - left) });
    }
    const part = this.#part(events, relaxed);
    const finding =
      part === null || !isProved ? undefined : preCheck(part).find(({ severity }) => severity === 'impossible');
    return {
      events,
      items: items.sort((a, b) => b.gain - a.gain),
      proof: isProved ? 'counting' : 'search',
      reason: finding?.message ?? null,
      finding: part === null || finding === undefined ? null : inWhole(this.#problem, part, finding),
      faults,
    };
  }

  *#faultsWithout(events: readonly number[], relaxed: readonly Relaxation[]): Steps<number> {
    this.#hooks.onTest(++this.#tests);
    const part = this.#part(events, relaxed);
    if (part === null) return 0;
    const faults = yield* leastFaults(this.#module, part, probe);
    if (faults === 0) return 0;
    const fewest = hardLowerBound(part);
    return faults <= fewest ? faults : Math.min(faults, yield* leastFaults(this.#module, part, thorough, fewest));
  }
}

/** A finding of a part of the problem, with the indices of the whole. */
function inWhole(whole: Problem, part: Problem, finding: PreCheckFinding): PreCheckFinding {
  const key = (resource: Problem['resources'][number] | undefined) => `${resource?.kind} ${resource?.name}`;
  const eventOf = new Map(whole.events.map(({ id, index }) => [id, index]));
  const resourceOf = new Map(whole.resources.map((resource) => [key(resource), resource.index]));
  return {
    ...finding,
    events: finding.events.map((event) => eventOf.get(part.events[event]?.id ?? '') ?? -1),
    resources: finding.resources.map((resource) => resourceOf.get(key(part.resources[resource])) ?? -1),
  };
}
