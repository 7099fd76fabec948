import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { Score } from '../../../domain/score.ts';
import { type PersonFigures, personFigureSteps } from '../../../domain/side-by-side/person-figures.ts';
import { type Recommendation, ranked, recommend } from '../../../domain/side-by-side/recommend.ts';
import { inSlices } from '../../../domain/steps.ts';
import { fromTimetableData } from '../../../domain/timetable-data.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { OpenProject } from '../project/project.ts';

/** Columns at most: more do not fit beside each other. */
export const mostBeside = 5;

/** A timetable with all that it is compared by. */
export interface Judged {
  readonly record: TimetableRecord;
  readonly problem: Problem;
  readonly score: Score;
  /** Cost of each soft kind, amount of each hard one, under `kind` or `kind!`. */
  readonly byKind: ReadonlyMap<string, number>;
  readonly people: readonly PersonFigures[];
}

export interface SideBySide {
  readonly judged: readonly Judged[];
  /** Position of each, best score first. */
  readonly order: readonly number[];
  readonly recommendation: Recommendation | null;
}

/** Judges the records by the project's own weights whenever they change; null until that is done. */
export function createSideBySide(
  services: Pick<Services, 'analysis'>,
  project: Pick<OpenProject, 'problem'>,
  records: Accessor<readonly TimetableRecord[]>,
): Accessor<SideBySide | null> {
  const [compared, setCompared] = createSignal<SideBySide | null>(null);
  /** What was judged before, by what a timetable contains: choosing another column judges only that one. */
  let known = new WeakMap<object, Judged>();
  let knownProblem: Problem | null = null;
  createEffect(
    on([records, project.problem], ([wanted, problem]) => {
      let wanting = true;
      onCleanup(() => {
        wanting = false;
      });
      if (knownProblem !== problem) known = new WeakMap();
      knownProblem = problem;
      void (async () => {
        const judged: Judged[] = [];
        for (const record of wanted) {
          const result = known.get(record.timetable) ?? (await judge(services, problem, record));
          if (!wanting) return;
          if (result === null) continue;
          known.set(record.timetable, result);
          judged.push({ ...result, record });
        }
        setCompared({ judged, order: ranked(judged), recommendation: recommend(judged) });
      })();
    }),
  );
  return compared;
}

async function judge(
  { analysis }: Pick<Services, 'analysis'>,
  problem: Problem,
  record: TimetableRecord,
): Promise<Judged | null> {
  const read = fromTimetableData(problem, record.timetable);
  if (!read.ok) return null;
  const { score, violations } = await analysis.evaluate(problem, read.value);
  const byKind = new Map<string, number>();
  for (const { kind, hard, amount, cost } of violations) {
    const key = hard ? `${kind}!` : kind;
    byKind.set(key, (byKind.get(key) ?? 0) + (hard ? amount : cost));
  }
  const people = await inSlices(personFigureSteps(problem, read.value, violations));
  return { record, problem, score, byKind, people };
}

/** A row of the comparison: what each timetable has of something; less is better. */
export interface MeasureRow {
  readonly key: string;
  readonly values: readonly number[];
  /** Positions of those with the least, none when all have the same. */
  readonly best: readonly number[];
}

export const measureGroups = ['score', 'people', 'rules'] as const;
export type MeasureGroup = (typeof measureGroups)[number];

/**
 * The figures of all by group: of the score, of people (with unmet wishes, with other days than in the timetable at
 * `base`, their gaps), and by kind of rule (hard kinds first, then by what they cost).
 */
export function measureRows(
  judged: readonly Judged[],
  base: number,
): Readonly<Record<MeasureGroup, readonly MeasureRow[]>> {
  const row = (key: string, measure: (item: Judged) => number): MeasureRow => withBest(key, judged.map(measure));
  const compared = judged[base]?.people ?? [];
  const count =
    (kind: PersonFigures['kind'], test: (person: PersonFigures, position: number) => boolean) => (item: Judged) =>
      item.people.filter((person, position) => person.kind === kind && test(person, position)).length;
  const sum = (kind: PersonFigures['kind']) => (item: Judged) =>
    item.people.reduce((total, person) => total + (person.kind === kind ? person.gaps : 0), 0);
  const isMoved = (person: PersonFigures, position: number) => person.dayKey !== compared[position]?.dayKey;
  const people = (['group', 'instructor'] as const).flatMap((kind) => [
    row(
      `${kind}Wishes`,
      count(kind, ({ wishes, faults }) => wishes > 0 || faults > 0),
    ),
    row(`${kind}Days`, count(kind, isMoved)),
    row(`${kind}Gaps`, sum(kind)),
  ]);
  const kinds = [...new Set(judged.flatMap(({ byKind }) => [...byKind.keys()]))];
  const rules = kinds.map((kind) => row(kind, ({ byKind }) => byKind.get(kind) ?? 0));
  const total = ({ values }: MeasureRow) => values.reduce((all, value) => all + value, 0);
  const isHard = ({ key }: MeasureRow) => Number(key.endsWith('!'));
  return {
    score: (['unplaced', 'hard', 'soft'] as const).map((part) => row(part, ({ score }) => score[part])),
    people,
    rules: rules.toSorted((a, b) => isHard(b) - isHard(a) || total(b) - total(a)),
  };
}

function withBest(key: string, values: readonly number[]): MeasureRow {
  const least = Math.min(...values);
  const best = values.flatMap((value, position) => (value === least ? [position] : []));
  return { key, values, best: best.length === values.length ? [] : best };
}

/**
 * Those that are shown beside each other: the ones asked for, else the newest of each emphasis, else the newest ones.
 * `variantOf` says for whom the run of a timetable cared most, null when that is not known.
 */
export function chosenRecords(
  records: readonly TimetableRecord[],
  asked: readonly string[],
  variantOf: (record: TimetableRecord) => string | null,
): readonly TimetableRecord[] {
  const wanted = asked.flatMap((id) => records.find((record) => record.id === id) ?? []);
  if (wanted.length > 0) return wanted.slice(0, mostBeside);
  const seen = new Set<string>();
  const byVariant = records.filter((record) => {
    const variant = variantOf(record);
    if (variant === null || seen.has(variant)) return false;
    seen.add(variant);
    return true;
  });
  return (byVariant.length > 1 ? byVariant : records).slice(0, mostBeside);
}
