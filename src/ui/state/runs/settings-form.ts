import { type Accessor, createEffect, createMemo, createSignal, untrack } from 'solid-js';
import { causeText } from '../../../domain/cause-text.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { RunWish } from '../../../domain/runs/run-wish.ts';
import {
  bareSettings,
  checkSettings,
  type PresetName,
  presetSeconds,
  type RunSettings,
  type RunStart,
  settingRanges,
  usualPreset,
} from '../../../engine/run-contract/run-settings.ts';
import type { Solver } from '../../../workers/solver-api.ts';
import { remarkText } from '../words/message-text.ts';

/** Fields of the expert form, as text while they are being typed. */
export type SettingField = keyof typeof settingRanges | 'target';
export const settingFields: readonly SettingField[] = [
  'population',
  'generations',
  'islands',
  'movesPerIndividual',
  'mutationRate',
  'crossoverRate',
  'seed',
  'timeLimit',
  'stagnation',
  'target',
];
/** Texts of the fields in which something was typed. */
type TypedFields = Readonly<Partial<Record<SettingField, string>>>;
/** What a plan decides of a run by its number of moves. */
const plannedFields = settingFields.filter((field) => !['timeLimit', 'stagnation', 'target'].includes(field));
export const optionalFields: ReadonlySet<SettingField> = new Set(['timeLimit', 'stagnation', 'target']);

const targetRange = { min: 0, max: 1_000_000_000, integer: true } as const;

export function rangeOf(field: SettingField) {
  return field === 'target' ? targetRange : settingRanges[field];
}

export interface SettingsForm {
  readonly preset: Accessor<PresetName | null>;
  readonly seconds: Accessor<number>;
  readonly planned: Accessor<RunSettings | null>;
  choosePreset(preset: PresetName): void;
  setSeconds(seconds: number): void;
  /** What the field shows: the typed text, else the planned value. */
  text(field: SettingField): string;
  type(field: SettingField, text: string): void;
  /** `clock` uses the whole time; `moves` does a fixed number of moves and can be repeated anywhere. */
  readonly pace: Accessor<RunSettings['pace']>;
  choosePace(pace: RunSettings['pace']): void;
  reset(): void;
  /** Shows the settings of a former run, as if they had been typed. */
  repeat(settings: RunSettings): void;
  readonly edited: Accessor<boolean>;
  /** Fields whose text is not a value within the range. */
  readonly wrong: Accessor<ReadonlySet<SettingField>>;
  /** What is wrong with the settings as a whole, in words. */
  readonly remarks: Accessor<readonly string[]>;
  /** Why the last plan could not be made, or null. */
  readonly obstacle: Accessor<string | null>;
  /** Measures this machine and fills in the plan. Rejects when the engine cannot be started. */
  plan(): Promise<RunSettings>;
  /** As long as somebody looks at the plan, there is one for the time that is set. */
  planWhile(isShown: Accessor<boolean>): void;
  /** What to run with: settings where they are planned, else a wish to plan them from; null when something typed is wrong. */
  request(): RunSettings | RunWish | null;
  /** The next run is another one, unless the seed was typed. */
  renewSeed(): void;
}

export function createSettingsForm(solver: Solver, problem: Problem): SettingsForm {
  const { setTime, ...time } = createPlannedTime(solver, problem);
  const { planned, seconds } = time;
  const { typed, chosenPace, retype, ...fields } = createTypedSettings(planned);
  return {
    ...time,
    ...fields,
    repeat(settings) {
      if (settings.timeLimit !== null) setTime(settings.timeLimit, null);
      retype(settings);
    },
    request() {
      if (fields.wrong().size > 0) return null;
      const plan = planned();
      const pace = fields.pace();
      const isWhole = pace === 'moves' && plannedFields.every((field) => typed()[field] !== undefined);
      if (plan === null && !isWhole) return { seconds: seconds(), pace: chosenPace(), typed: typed() };
      const settings = mergeSettings(withPace(plan ?? bareSettings, pace), typed());
      return checkSettings(settings).length === 0 ? settings : null;
    },
  };
}

/** How long a run is to take, and the plan that this machine was measured for. */
function createPlannedTime(solver: Solver, problem: Problem) {
  const [preset, setPreset] = createSignal<PresetName | null>(usualPreset);
  const [seconds, setSecondsSignal] = createSignal<number>(presetSeconds[usualPreset]);
  const [planned, setPlanned] = createSignal<RunSettings | null>(null);
  const [obstacle, setObstacle] = createSignal<string | null>(null);

  async function plan(): Promise<RunSettings> {
    const wanted = seconds();
    setObstacle(null);
    const settings = await solver.plan(problem, wanted).catch((cause: unknown) => {
      setObstacle(causeText(cause));
      throw cause;
    });
    if (wanted === seconds()) setPlanned(settings);
    return settings;
  }

  function setTime(value: number, name: PresetName | null): void {
    if (!Number.isFinite(value)) return;
    setPreset(name);
    const { min, max } = settingRanges.timeLimit;
    setSecondsSignal(Math.min(max, Math.max(min, Math.round(value))));
    setPlanned(null);
  }

  function planWhile(isShown: Accessor<boolean>): void {
    createEffect(() => {
      seconds(); // a plan that is being made for another time is of no use
      if (isShown() && planned() === null) untrack(() => void plan().catch(() => undefined)); // told as the obstacle
    });
  }

  return {
    preset,
    seconds,
    planned,
    obstacle,
    plan,
    planWhile,
    setTime,
    choosePreset: (name: PresetName) => setTime(presetSeconds[name], name),
    setSeconds(value: number) {
      const named = (Object.keys(presetSeconds) as PresetName[]).find((name) => presetSeconds[name] === value);
      setTime(value, named ?? null);
    },
    renewSeed: () => void setPlanned((plan) => (plan === null ? null : { ...plan, seed: nextSeed(plan.seed) })),
  };
}

/** What somebody typed and chose over the plan, and what the settings are with it. */
function createTypedSettings(planned: Accessor<RunSettings | null>) {
  const [typed, setTyped] = createSignal<TypedFields>({});
  const [chosenPace, setChosenPace] = createSignal<RunSettings['pace'] | null>(null);
  const pace = () => chosenPace() ?? (fixesMoves(typed()) ? 'moves' : (planned()?.pace ?? 'clock'));
  /** The plan at the chosen pace: what the fields show until something is typed. */
  const base = createMemo(() => {
    const plan = planned();
    return plan === null ? null : withPace(plan, pace());
  });
  const wrong = createMemo(() => {
    const fields = Object.entries(typed()) as [SettingField, string][];
    return new Set(fields.filter(([field, text]) => parseField(field, text) === undefined).map(([field]) => field));
  });
  const remarks = createMemo(() => {
    const plan = base();
    return plan === null || wrong().size > 0 ? [] : checkSettings(mergeSettings(plan, typed())).map(remarkText);
  });
  return {
    typed,
    chosenPace,
    pace,
    wrong,
    remarks,
    text: (field: SettingField) => typed()[field] ?? plannedText(base(), field),
    edited: () => Object.keys(typed()).length > 0 || chosenPace() !== null,
    type(field: SettingField, text: string) {
      setTyped((all) => ({ ...all, [field]: text }));
      if (field === 'movesPerIndividual') setChosenPace('moves');
    },
    choosePace(wanted: RunSettings['pace']) {
      setChosenPace(wanted);
      // The clock decides how many moves there are.
      if (wanted === 'clock') setTyped(({ movesPerIndividual: _, ...rest }) => rest);
    },
    reset() {
      setTyped({});
      setChosenPace(null);
    },
    /** As if these had been typed. */
    retype(settings: RunSettings) {
      setTyped(textsOf(settings));
      setChosenPace(settings.pace);
    },
  };
}

/** What the fields say of settings. */
function textsOf(settings: RunSettings): TypedFields {
  const texts = settingFields.map((field) => [field, plannedText(settings, field)] as const);
  // The clock decides how many moves there are; texts of fields that may not be empty are numbers.
  const isGiven = ([field, text]: (typeof texts)[number]) =>
    field === 'movesPerIndividual' || field === 'generations'
      ? settings.pace === 'moves'
      : text !== '' || optionalFields.has(field);
  return Object.fromEntries(texts.filter(isGiven));
}

/** Far from the last one, and the same again for the same (Knuth's multiplier). */
function nextSeed(seed: number): number {
  return (Math.imul(seed, 0x9e37_79b1) + 0x7f4a_7c15) >>> 0;
}

/** The settings that a wish means on the machine that the plan was made for. */
export function settingsOf(plan: RunSettings, { pace, typed }: RunWish, start: RunStart | undefined): RunSettings {
  // What was typed was checked field by field; names of fields that there are no more have no range.
  const known = Object.fromEntries(Object.entries(typed).filter(([field]) => isSettingField(field)));
  const chosen = pace ?? (fixesMoves(known) ? 'moves' : plan.pace);
  const settings = mergeSettings(withPace(plan, chosen), known);
  return start === undefined ? settings : { ...settings, start };
}

function isSettingField(name: string): name is SettingField {
  return (settingFields as readonly string[]).includes(name);
}

/** Whoever fixes the generations, or takes the time limit away, wants that done whatever the clock says. */
function fixesMoves(typed: TypedFields): boolean {
  return typed.generations !== undefined || typed.movesPerIndividual !== undefined || typed.timeLimit?.trim() === '';
}

/** A time limit would end a run that is to be repeatable at another place each time. */
function withPace(plan: RunSettings, pace: RunSettings['pace']): RunSettings {
  if (plan.pace === pace) return plan;
  return { ...plan, pace, timeLimit: pace === 'moves' ? null : plan.timeLimit };
}

function plannedText(plan: RunSettings | null, field: SettingField): string {
  if (plan === null) return '';
  const value = field === 'target' ? (plan.target?.soft ?? null) : plan[field];
  return value === null ? '' : String(value);
}

/** The number typed, null for an empty optional field, undefined when it is neither. */
export function parseField(field: SettingField, text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return optionalFields.has(field) ? null : undefined;
  const value = Number(trimmed.replace(',', '.'));
  const range = rangeOf(field);
  if (!Number.isFinite(value) || value < range.min || value > range.max) return undefined;
  return range.integer && !Number.isInteger(value) ? undefined : value;
}

/**
 * The plan with what was typed. Another population or a change of it keeps the number of moves of the whole run,
 * so that the time stays what was asked for; unless the moves were typed, too.
 */
export function mergeSettings(plan: RunSettings, typed: TypedFields): RunSettings {
  const values: Record<string, unknown> = { ...plan };
  for (const [field, text] of Object.entries(typed) as [SettingField, string][]) {
    const value = parseField(field, text);
    if (value === undefined) continue;
    values[field] = field === 'target' ? (value === null ? null : { unplaced: 0, hard: 0, soft: value }) : value;
  }
  // Every value was checked against the range of its field, and null only given to the optional ones.
  const merged = values as unknown as RunSettings;
  if (typed.movesPerIndividual !== undefined || merged.population === plan.population) return merged;
  const moves = Math.round((plan.movesPerIndividual * plan.population) / merged.population);
  const { min, max } = settingRanges.movesPerIndividual;
  return { ...merged, movesPerIndividual: Math.min(max, Math.max(min, moves)) };
}
