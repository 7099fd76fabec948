import { type Accessor, createMemo, createSignal } from 'solid-js';
import { packTimetable } from '../../../domain/packed-timetable.ts';
import { fromTimetableData } from '../../../domain/timetable-data.ts';
import { type RunStart, type SettingRange, startRanges } from '../../../engine/run-contract/run-settings.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { OpenProject } from '../project/project.ts';

/** From nothing; from a timetable, to make it better; from a timetable, to change as little as possible. */
export const startModes = ['nothing', 'improve', 'keep'] as const;
export type StartMode = (typeof startModes)[number];

export type StartField = keyof typeof startRanges;
export const startFields: readonly StartField[] = ['keep', 'cap'];

/** Where the next run is to begin. */
export interface StartForm {
  readonly mode: Accessor<StartMode>;
  chooseMode(mode: StartMode): void;
  /** The timetable to begin with; null where there is none, or it is not asked for. */
  readonly record: Accessor<TimetableRecord | null>;
  chooseTimetable(id: string): void;
  text(field: StartField): string;
  type(field: StartField, text: string): void;
  /** Fields whose text is no number within the range; the limit may be empty. */
  readonly wrong: Accessor<ReadonlySet<StartField>>;
  /** What the settings of the run are told; undefined when it begins with nothing. */
  start(): RunStart | undefined;
}

const usualKeep = '5';

/** `wanted` is the timetable that the address asks to begin with, if it does. */
export function createStartForm(
  project: Pick<OpenProject, 'problem' | 'timetables' | 'timetable'>,
  wanted: string | undefined,
): StartForm {
  const [chosenMode, chooseMode] = createSignal<StartMode>(wanted === undefined ? 'nothing' : 'improve');
  const [chosen, chooseTimetable] = createSignal(wanted);
  const [typed, setTyped] = createSignal<Readonly<Record<StartField, string>>>({ keep: usualKeep, cap: '' });
  // the last timetable may have been deleted meanwhile
  const mode = () => (project.timetables().length === 0 ? 'nothing' : chosenMode());
  const record = createMemo(() => (mode() === 'nothing' ? null : project.timetable(chosen())));
  const wrong = createMemo(
    () =>
      new Set(
        mode() === 'keep' ? startFields.filter((field) => parseStartField(field, typed()[field]) === undefined) : [],
      ),
  );
  return {
    mode,
    chooseMode,
    record,
    chooseTimetable,
    text: (field) => typed()[field],
    type: (field, text) => void setTyped((all) => ({ ...all, [field]: text })),
    wrong,
    start() {
      const from = record();
      const read = from === null ? null : fromTimetableData(project.problem(), from.timetable);
      if (read === null || !read.ok || wrong().size > 0) return undefined;
      const timetable = packTimetable(read.value);
      if (mode() === 'improve') return { timetable, keep: 0, cap: null };
      return {
        timetable,
        keep: parseStartField('keep', typed().keep) ?? 0,
        cap: parseStartField('cap', typed().cap) ?? null,
      };
    },
  };
}

/** The number typed, null for an empty limit, undefined when it is neither. */
export function parseStartField(field: StartField, text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return field === 'cap' ? null : undefined;
  const value = Number(trimmed);
  const range: SettingRange = startRanges[field];
  return Number.isInteger(value) && value >= range.min && value <= range.max ? value : undefined;
}
