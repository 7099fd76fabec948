import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import { mostEvents } from '../../domain/most-events.ts';
import type { PackedTimetable } from '../../domain/packed-timetable.ts';
import type { RunWish } from '../../domain/runs/run-wish.ts';
import type { Score } from '../../domain/score.ts';

/**
 * Everything that decides a run besides the problem. The same problem and settings give the same timetable on every
 * machine with any number of workers, as long as no clock ends the run (time only stops a run).
 */
export interface RunSettings {
  /** Individuals over all islands. */
  readonly population: number;
  /** Epochs of the temperature ladder. */
  readonly generations: number;
  /** Probability that a replaced individual is a child of two others instead of a copy of a better one. */
  readonly crossoverRate: number;
  /** Probability that an individual is annealed in a generation (the best of an island always is). */
  readonly mutationRate: number;
  readonly islands: number;
  /** 32-bit unsigned. */
  readonly seed: number;
  /** Evaluated moves per individual over the whole ladder. */
  readonly movesPerIndividual: number;
  /** Wall-clock limit in seconds, or null. */
  readonly timeLimit: number | null;
  /**
   * `moves`: the budget is `movesPerIndividual`, whatever the clock says, and the run replays anywhere. `clock`: the
   * budget of each generation follows the speed measured so far, so that the ladder ends with the time limit.
   */
  readonly pace: 'moves' | 'clock';
  /** Stop as soon as the best is at least this good, or null. */
  readonly target: Score | null;
  /** Stop after so many generations without a better best, or null. */
  readonly stagnation: number | null;
  /** A timetable to start from; absent: individuals are constructed. */
  readonly start?: RunStart;
}

/** Where a run starts, and how much of it is to be kept. */
export interface RunStart {
  readonly timetable: PackedTimetable;
  /** Soft cost of every time, room and instructor that differs from it; 0: it is only where the search begins. */
  readonly keep: number;
  /** Most events that may differ from it (in time, room or instructor), or null. No timetable of the run has more. */
  readonly cap: number | null;
}

export interface SettingRange {
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

export const settingRanges = {
  population: { min: 1, max: 500, integer: true },
  generations: { min: 10, max: 2000, integer: true },
  crossoverRate: { min: 0, max: 1, integer: false },
  mutationRate: { min: 0, max: 1, integer: false },
  islands: { min: 1, max: 64, integer: true },
  seed: { min: 0, max: 0xffff_ffff, integer: true },
  movesPerIndividual: { min: 1000, max: 100_000_000_000, integer: true },
  /** Seconds; no run is on for longer than 12 hours. */
  timeLimit: { min: 1, max: 43_200, integer: false },
  stagnation: { min: 1, max: 2000, integer: true },
} as const satisfies Partial<Record<keyof RunSettings, SettingRange>>;

export const startRanges = {
  keep: { min: 0, max: 1000, integer: true },
  cap: { min: 0, max: mostEvents, integer: true },
} as const satisfies Partial<Record<keyof RunStart, SettingRange>>;

/** Refuses settings out of range; called by the form and again by the worker. */
export function checkSettings(settings: RunSettings): readonly Diagnostic[] {
  const flaws: Diagnostic[] = [];
  for (const [name, range] of Object.entries(settingRanges)) {
    const value = settings[name as keyof typeof settingRanges];
    if (value === null && (name === 'timeLimit' || name === 'stagnation')) continue;
    flaws.push(...rangeFlaws(name, value, range));
  }
  if (settings.start !== undefined) {
    flaws.push(...rangeFlaws('keep', settings.start.keep, startRanges.keep));
    if (settings.start.cap !== null) flaws.push(...rangeFlaws('cap', settings.start.cap, startRanges.cap));
  }
  if (settings.pace !== 'moves' && (settings.pace !== 'clock' || settings.timeLimit === null)) {
    flaws.push(
      error('settings.pace', 'A pace by the clock needs a time limit.', { value: settings.pace, place: 'pace' }),
    );
  }
  if (flaws.length === 0 && settings.population < settings.islands) {
    flaws.push(
      error('settings.islands', 'Every island needs at least one individual.', {
        value: settings.islands,
        place: 'islands',
        advice: 'Use at most {n} islands or a larger population.',
        values: { n: settings.population },
      }),
    );
  }
  return flaws;
}

/** Refuses a wish whose time is out of range; the rest of it is checked once it has become settings. */
export function flawsOfWish({ seconds }: RunWish): readonly Diagnostic[] {
  return rangeFlaws('timeLimit', seconds, settingRanges.timeLimit);
}

function rangeFlaws(name: string, value: unknown, range: SettingRange): Diagnostic[] {
  const inside = typeof value === 'number' && value >= range.min && value <= range.max;
  if (inside && (!range.integer || Number.isInteger(value))) return [];
  const { min, max } = range;
  const values = { name, kind: range.integer ? 'whole' : 'any', min, max };
  const message = '{name} must be {kind=whole:a whole number|any:a number} from {min} to {max}.';
  return [error('settings.range', message, { value, place: name, values })];
}

/** One island of two that runs to its end by moves: for searches the engine makes for itself, which set the moves. */
export const bareSettings: RunSettings = {
  population: 2,
  generations: 10,
  crossoverRate: 0,
  mutationRate: 1,
  islands: 1,
  seed: 1,
  movesPerIndividual: 1000,
  timeLimit: null,
  pace: 'moves',
  target: null,
  stagnation: null,
};

export type PresetName = 'quick' | 'standard' | 'thorough';

/** Seconds that each preset is meant to take. */
export const presetSeconds: Readonly<Record<PresetName, number>> = { quick: 10, standard: 300, thorough: 1800 };

/** The time limit of a run that nobody has said anything else of. */
export const usualPreset: PresetName = 'standard';
