import { causeText } from '../domain/cause-text.ts';
import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { type PackedTimetable, packTimetable } from '../domain/packed-timetable.ts';
import type { ProblemData } from '../domain/problem-data.ts';
import { steeringFlaws } from '../domain/same-structure.ts';
import { compareScores, type Score } from '../domain/score.ts';
import type { Timetable } from '../domain/timetable.ts';
import type { IslandReport } from './island.ts';
import type { HostReport, IslandHost } from './island-host.ts';
import type { RunSettings } from './run-contract/run-settings.ts';

/** What a run is about when it is asked to go on otherwise. */
interface Steered {
  readonly data: ProblemData;
  readonly module: WebAssembly.Module;
  readonly settings: RunSettings;
}

export interface Turn {
  readonly data: ProblemData;
  /** Of the islands as the changed problem sees them, by host. */
  readonly reports: readonly HostReport[];
  /** Tells who asked that the run goes on so. */
  done(): void;
}

/** A change that waits for the end of a generation, where every island is at rest (docs/decisions/0023-steering.md). */
export class Steering {
  #waiting: { readonly data: ProblemData; readonly settle: (flaws: readonly Diagnostic[]) => void } | null = null;

  /** Settles when the run goes on with the data, or with the reasons why it does not. A newer change takes the place of one that waits. */
  ask({ data: before, settings }: Steered, data: ProblemData): Promise<readonly Diagnostic[]> {
    const flaws = [...steeringFlaws(before, data), ...limitFlaws(settings)];
    if (flaws.length > 0) return Promise.resolve(flaws);
    this.#refuse('steer.replaced', 'A newer change took the place of this one.');
    return new Promise((settle) => {
      this.#waiting = { data, settle };
    });
  }

  /** For a change that nobody can take any more. */
  end(): void {
    this.#refuse('steer.late', 'The run is over.');
  }

  #refuse(code: string, message: string): void {
    this.#waiting?.settle([error(code, message)]);
    this.#waiting = null;
  }

  /** Brings the islands to the problem that waits; null when none does, or when it cannot be built. */
  async take(
    { module, settings }: Steered,
    hosts: readonly IslandHost[],
    islands: readonly IslandReport[],
    best: Timetable | null,
  ): Promise<Turn | null> {
    const [auditor] = hosts;
    if (this.#waiting === null || auditor === undefined) return null;
    const { data, settle } = this.#waiting;
    const populations = await populationsOf(hosts);
    const bred = withBest(populations, islands[0]?.present ?? [], best);
    const prepared = await auditor.prepare(data, settings.start ?? null, bred.flat()).catch((cause: unknown) => {
      this.#refuse('steer.problem', causeText(cause));
      return null;
    });
    if (prepared === null) return null;
    // Otherwise another change came meanwhile, which waits for the next generation.
    if (this.#waiting?.settle === settle) this.#waiting = null;
    const ends = bred.map((_, host) => bred.slice(0, host + 1).flat().length);
    const parts = ends.map((end, host) => prepared.population.slice(ends[host - 1] ?? 0, end));
    const reports = await Promise.all(
      hosts.map((host, position) =>
        host.change({
          module,
          settings,
          prepared: { ...prepared, population: parts[position] ?? [] },
          audited: host === auditor ? () => data : null,
        }),
      ),
    );
    return { data, reports, done: () => settle([]) };
  }
}

/** Every individual of every island as it is now, by host. */
export function populationsOf(hosts: readonly IslandHost[]): Promise<(readonly PackedTimetable[])[]> {
  return Promise.all(hosts.map((host) => host.population()));
}

/** The best so far is lost otherwise, where it is no individual any more: it takes the place of the worst of the first island. */
function withBest(
  populations: readonly (readonly PackedTimetable[])[],
  present: readonly Score[],
  best: Timetable | null,
): readonly (readonly PackedTimetable[])[] {
  if (best === null) return populations;
  const worst = present.reduce((at, score, index) => (compareScores(score, present[at] ?? score) > 0 ? index : at), 0);
  return populations.map((population, host) => (host === 0 ? population.with(worst, packTimetable(best)) : population));
}

/** Which events have to leave the start depends on rules and locks, so the limit would mean something else. */
function limitFlaws({ start }: RunSettings): readonly Diagnostic[] {
  if (start === undefined || start.cap === null) return [];
  return [
    error('steer.limit', 'A run with a limit of changes cannot go on with other rules.', {
      value: start.cap,
      advice: 'Start a new run from its best timetable.',
    }),
  ];
}
