import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import type { ProblemData } from '../../../src/domain/problem-data.ts';
import type { NamedList } from '../../../src/domain/sheets/field.ts';
import { guessSheet } from '../../../src/domain/sheets/guess.ts';
import type { PlacedTimetable } from '../../../src/domain/sheets/placement-rows.ts';
import { type ImportPlan, planSteps, type SheetJob } from '../../../src/domain/sheets/plan.ts';
import type { Sheet } from '../../../src/domain/sheets/sheet.ts';
import type { TargetId } from '../../../src/domain/sheets/targets.ts';
import { finish } from '../../../src/domain/steps.ts';
import { createSheetTargets, listTables } from '../../../src/ui/state/sheets/tables.ts';
import { en } from '../../../src/ui/text/en.ts';
import { createTranslate } from '../../../src/ui/text/text.tsx';
import { valueIn } from '../../formats/support/files.ts';

export const targets = createSheetTargets(createTranslate(() => en));
export const everyList: ReadonlySet<NamedList> = new Set<NamedList>(['courses', 'groups', 'instructors', 'rooms']);

/** A sheet written with bars between its cells. */
export function sheetOf(text: string, file = 'sheet.csv', name = ''): Sheet {
  return { file, name, rows: text.split('\n').map((line) => line.split('|').map((cell) => cell.trim())) };
}

export function jobOf(sheet: Sheet, wanted: TargetId | null = null): SheetJob {
  return { sheet, ...guessSheet(sheet, targets, wanted) };
}

export interface Imported {
  readonly plan: ImportPlan;
  readonly after: ProblemData;
}

export function planOf(
  problem: ProblemData,
  jobs: readonly SheetJob[],
  mayCreate: ReadonlySet<NamedList> = everyList,
  timetable: PlacedTimetable = { id: 't', timetable: { assignments: [] } },
): Imported & { readonly timetable: PlacedTimetable } {
  const plan = finish(planSteps(problem, jobs, { tables: listTables, mayCreate, timetable }));
  const timetables = new Map([[timetable.id, timetable.timetable]]);
  const made = valueIn(applyChanges({ problem, timetables }, plan.changes));
  const placed = made.timetables.get(timetable.id) ?? timetable.timetable;
  return { plan, after: made.problem, timetable: { id: timetable.id, timetable: placed } };
}

/** What a sheet makes of a problem when everything is guessed. */
export function imported(problem: ProblemData, text: string, wanted: TargetId | null = null) {
  return planOf(problem, [jobOf(sheetOf(text), wanted)]);
}
