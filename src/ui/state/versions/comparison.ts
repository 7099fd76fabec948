import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { buildSteps } from '../../../domain/build-problem.ts';
import { changeListSteps, type PersonChanges } from '../../../domain/compare/change-lists.ts';
import { type Comparison, compareSteps } from '../../../domain/compare/compare-states.ts';
import type { ProjectState } from '../../../domain/compare/place.ts';
import type { Violation } from '../../../domain/constraints/definition.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Score } from '../../../domain/score.ts';
import { inSlices } from '../../../domain/steps.ts';
import { fromTimetableData } from '../../../domain/timetable-data.ts';
import type { TimetableRecord, VersionRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { OpenProject } from '../project/project.ts';
import { createPlaceNames, type PlaceNames } from '../words/place-names.ts';
import type { VersionActions } from './versions.ts';

/** One of the two that are compared. */
export interface Side {
  readonly name: string;
  readonly state: ProjectState;
  readonly names: PlaceNames;
}

export interface Compared {
  readonly before: Side;
  readonly after: Side;
  readonly comparison: Comparison;
  readonly people: readonly PersonChanges[];
}

export interface RuleDifference {
  readonly kind: string;
  readonly hard: boolean;
  readonly before: number;
  readonly after: number;
}

export interface JudgedSide {
  readonly problem: Problem;
  readonly score: Score;
  readonly violations: readonly Violation[];
}

export interface ComparisonState {
  /** Null while it is not known. */
  readonly compared: Accessor<Compared | null>;
  /** Judges both when it is asked for; null until then, `failed` when the data of one cannot be built. */
  readonly judged: Accessor<{ readonly before: JudgedSide; readonly after: JudgedSide } | 'failed' | null>;
  judge(): void;
}

/** Compares a version with another one, or with the present state (null) and the timetable that is given. */
export function createComparison(
  services: Services,
  project: OpenProject,
  versions: VersionActions,
  sides: Accessor<{ readonly from: VersionRecord | null; readonly to: VersionRecord | null } | null>,
  timetable: Accessor<TimetableRecord | null>,
  nowName: string,
): ComparisonState {
  const [compared, setCompared] = createSignal<Compared | null>(null);
  const [judged, setJudged] = createSignal<ReturnType<ComparisonState['judged']>>(null);
  const [wanted, setWanted] = createSignal(false);

  // The present state is looked at again only where it takes part.
  const now = createMemo(() => {
    const chosen = sides();
    if (chosen === null || (chosen.from !== null && chosen.to !== null)) return null;
    return { problem: project.data(), timetable: timetable()?.timetable ?? null };
  });

  async function sideOf(version: VersionRecord | null, present: ProjectState | null): Promise<Side | null> {
    const state = version === null ? present : await versions.content(version);
    return state === null ? null : { name: version?.name ?? nowName, state, names: createPlaceNames(state.problem) };
  }

  createEffect(
    on([sides, now], ([chosen, present]) => {
      setJudged(null);
      let wanting = true;
      onCleanup(() => {
        wanting = false;
      });
      if (chosen === null) return void setCompared(null);
      void (async () => {
        const before = await sideOf(chosen.from, present);
        const after = await sideOf(chosen.to, present);
        if (before === null || after === null || !wanting) return;
        const comparison = await inSlices(compareSteps(before.state, after.state));
        const people = await inSlices(changeListSteps(comparison.cards, before.state, after.state));
        if (!wanting) return;
        setCompared({ before, after, comparison, people });
      })();
    }),
  );

  createEffect(() => {
    const shown = compared();
    if (shown === null || !wanted()) return;
    let wanting = true;
    onCleanup(() => {
      wanting = false;
    });
    void (async () => {
      const before = await judgedSide(services, project, shown.before.state);
      const after = before === null ? null : await judgedSide(services, project, shown.after.state);
      if (wanting) setJudged(before === null || after === null ? 'failed' : { before, after });
    })();
  });

  return { compared, judged, judge: () => setWanted(true) };
}

async function judgedSide(services: Services, project: OpenProject, state: ProjectState): Promise<JudgedSide | null> {
  const present = project.problem();
  const built = present.data === state.problem ? present : await inSlices(buildSteps(state.problem));
  const problem = 'ok' in built ? (built.ok ? built.value : null) : built;
  if (problem === null) return null;
  const read = fromTimetableData(problem, state.timetable ?? { assignments: [] });
  if (!read.ok) return null;
  return { problem, ...(await services.analysis.evaluate(problem, read.value)) };
}

/** Amount of hard kinds, cost of soft ones; the greatest differences first, then the dearest. */
export function ruleDifferences(before: JudgedSide, after: JudgedSide): readonly RuleDifference[] {
  const rows = new Map<string, { kind: string; hard: boolean; before: number; after: number }>();
  const add = (side: 'before' | 'after', violations: readonly Violation[]): void => {
    for (const { kind, hard, amount, cost } of violations) {
      const key = `${kind}${hard ? '!' : ''}`;
      const row = rows.get(key) ?? { kind, hard, before: 0, after: 0 };
      row[side] += hard ? amount : cost;
      rows.set(key, row);
    }
  };
  add('before', before.violations);
  add('after', after.violations);
  const difference = (row: RuleDifference) => Math.abs(row.after - row.before);
  return [...rows.values()].sort(
    (a, b) =>
      Number(b.hard) - Number(a.hard) || difference(b) - difference(a) || b.before + b.after - (a.before + a.after),
  );
}
