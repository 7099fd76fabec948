import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { Change } from '../../../domain/operations/operation.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import type { LevelName } from '../../../domain/sheets/availability-rows.ts';
import type { NamedList } from '../../../domain/sheets/field.ts';
import { guessMapping, guessSheet, type SheetGuess } from '../../../domain/sheets/guess.ts';
import type { PlacedTimetable } from '../../../domain/sheets/placement-rows.ts';
import { type ImportPlan, planSteps } from '../../../domain/sheets/plan.ts';
import type { Sheet } from '../../../domain/sheets/sheet.ts';
import type { SheetTarget, TargetId } from '../../../domain/sheets/targets.ts';
import { inSlices, type Steps } from '../../../domain/steps.ts';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import type { OpenProject } from '../project/project.ts';
import { messageText } from '../words/message-text.ts';
import { wording } from '../words/wording.ts';
import { createSheetTargets, listTables } from './tables.ts';

/** A sheet and what its rows are taken for, as the user has it. */
export interface SheetChoice extends SheetGuess {
  readonly sheet: Sheet;
  readonly isTaken: boolean;
}

export interface SheetImport {
  readonly choices: Accessor<readonly SheetChoice[]>;
  readonly targets: readonly SheetTarget[];
  take(index: number, isTaken: boolean): void;
  setTarget(index: number, target: TargetId): void;
  setHeader(index: number, header: number): void;
  /** Gives a column of the sheet to a field, which another column then loses. */
  setField(index: number, column: number, key: string | null): void;
  readonly mayCreate: Accessor<ReadonlySet<NamedList>>;
  setCreate(list: NamedList, mayCreate: boolean): void;
  /** Id of the timetable that rows about places change; empty for a new one. */
  readonly timetableId: Accessor<string>;
  setTimetable(id: string): void;
  /** Null while the rows are being looked at. */
  readonly plan: Accessor<ShownPlan | null>;
  /** Does what the plan says, as one operation; the number of its step, or why not. */
  apply(): number | string;
}

/** A plan, and the data that it was made for. */
export interface ShownPlan extends ImportPlan {
  readonly problem: ProblemData;
  /** Position of a choice among the sheets of the plan, -1 when it is not taken. */
  readonly sheetOf: readonly number[];
}

const everyList: readonly NamedList[] = ['courses', 'groups', 'instructors', 'rooms'];

export function createSheetImport(
  services: Services,
  project: OpenProject,
  sheets: Accessor<readonly Sheet[]>,
  wanted: TargetId | null,
  text: Translate,
): SheetImport {
  const targets = createSheetTargets(text);
  const { choices, ...choosing } = createChoices(sheets, targets, wanted);
  const [mayCreate, setMayCreate] = createSignal<ReadonlySet<NamedList>>(new Set(everyList));
  const [timetableId, setTimetable] = createSignal(project.timetable(undefined)?.id ?? '');
  /** The timetable that is made if there is none to change. */
  const newTimetableId = services.clock.newId();
  const place = createMemo(() => {
    const record = project.timetables().find(({ id }) => id === timetableId());
    return { id: record?.id ?? newTimetableId, timetable: record?.timetable ?? { assignments: [] } };
  });
  const plan = createShownPlan(project, choices, mayCreate, place, text);

  function apply(): number | string {
    const shown = plan();
    if (shown === null || shown.problem !== project.data()) return text('sheetsAgain');
    const places = shown.changes.some(({ of }) => of === 'assignment');
    const isNew = places && shown.timetableId === newTimetableId;
    const file = choices().find(({ target }) => target === 'placements')?.sheet.file ?? '';
    const made = isNew ? [newTimetable(services, newTimetableId, text, file)] : [];
    const count = shown.counts.add + shown.counts.change;
    const result = project.editor.apply({ action: 'import', ...subjectOf(choices()), count }, [
      ...made,
      ...shown.changes,
    ]);
    return result.ok ? project.editor.lastStep() : messageText(result.diagnostics[0]);
  }

  return {
    choices,
    targets,
    ...choosing,
    mayCreate,
    setCreate(list, isWanted) {
      setMayCreate((before) => new Set(everyList.filter((item) => (item === list ? isWanted : before.has(item)))));
    },
    timetableId,
    setTimetable: (id) => void setTimetable(id),
    plan,
    apply,
  };
}

/** What each sheet is taken for: first as it is guessed, then as somebody wants it. */
function createChoices(
  sheets: Accessor<readonly Sheet[]>,
  targets: readonly SheetTarget[],
  wanted: TargetId | null,
): Pick<SheetImport, 'choices' | 'take' | 'setTarget' | 'setHeader' | 'setField'> {
  const [choices, setChoices] = createSignal<readonly SheetChoice[]>([]);
  createEffect(
    on(sheets, (all) => {
      setChoices((before) =>
        all.map((sheet) => {
          const known = before.find((choice) => choice.sheet === sheet);
          return known ?? { sheet, isTaken: true, ...guessSheet(sheet, targets, wanted) };
        }),
      );
    }),
  );
  const change = (index: number, made: (choice: SheetChoice) => SheetChoice) =>
    void setChoices((all) => all.map((choice, at) => (at === index ? made(choice) : choice)));
  const remapped = (choice: SheetChoice, more: Partial<SheetGuess>): SheetChoice => {
    const next = { ...choice, ...more };
    const target = targets.find(({ id }) => id === next.target);
    return target === undefined ? next : { ...next, mapping: guessMapping(next.sheet, target, next.header) };
  };
  return {
    choices,
    take: (index, isTaken) => change(index, (choice) => ({ ...choice, isTaken })),
    setTarget: (index, target) => change(index, (choice) => remapped(choice, { target })),
    setHeader: (index, header) => change(index, (choice) => remapped(choice, { header })),
    setField: (index, column, key) =>
      change(index, (choice) => ({
        ...choice,
        mapping: choice.mapping.map((old, at) => (at === column ? key : old === key ? null : old)),
      })),
  };
}

/** What the sheets that are taken would do, found anew after each change; null while it is being found. */
function createShownPlan(
  project: OpenProject,
  choices: Accessor<readonly SheetChoice[]>,
  mayCreate: Accessor<ReadonlySet<NamedList>>,
  place: Accessor<PlacedTimetable>,
  text: Translate,
): Accessor<ShownPlan | null> {
  const [plan, setPlan] = createSignal<ShownPlan | null>(null);
  let latest = 0;
  onCleanup(() => latest++);
  createEffect(() => {
    const [problem, all, creating, timetable] = [project.data(), choices(), mayCreate(), place()];
    const number = ++latest;
    setPlan(null);
    const taken = all.filter(({ isTaken }) => isTaken);
    if (taken.length === 0) return;
    const levelName: LevelName = (level) => text(`availability_${level}`);
    const options = { tables: listTables, mayCreate: creating, timetable, wording: wording(), levelName };
    inSlices(whileWanted(planSteps(problem, taken, options), () => number === latest)).then((made) => {
      if (made === null) return;
      const sheetOf = all.map((choice) => taken.indexOf(choice));
      batch(() => setPlan({ ...made, problem, sheetOf }));
    });
  });
  return plan;
}

/** The steps as long as somebody waits for them, else null. */
function* whileWanted<Value>(steps: Steps<Value>, isWanted: () => boolean): Steps<Value | null> {
  for (;;) {
    if (!isWanted()) return null;
    const { done, value } = steps.next();
    if (done === true) return value;
    yield;
  }
}

/** The list that all rows are about, for the history. */
function subjectOf(choices: readonly SheetChoice[]): { readonly subject?: string } {
  const targets = new Set(choices.filter(({ isTaken }) => isTaken).map(({ target }) => target));
  const [only] = targets;
  return targets.size === 1 && only !== undefined && only in listTables ? { subject: only } : {};
}

/** A timetable begins empty: what is placed in it follows. */
function newTimetable(services: Services, id: string, text: Translate, file: string): Change {
  const name = file === '' ? text('sheetsTimetableName') : text('sheetsTimetableUsual', { file });
  const createdAt = services.clock.now().toISOString();
  return { of: 'timetable', id, before: null, after: { name, createdAt, runId: null, score: null } };
}
