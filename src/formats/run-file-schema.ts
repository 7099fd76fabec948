import * as z from 'zod/mini';
import { longestLog, runEventKinds } from '../domain/runs/run-log.ts';
import { variantNames } from '../domain/variants.ts';
import { settingRanges } from '../engine/run-contract/run-settings.ts';

/** The part `run` of a file of a run, as JSON has it: types as in `SavedRun`, ranges are checked by their owners. */

/** Of names, messages and moments. */
const text = z.string().check(z.maxLength(2000));
const score = z.strictObject({ unplaced: z.number(), hard: z.number(), soft: z.number() });

const settings = z.strictObject({
  population: z.number(),
  generations: z.number(),
  crossoverRate: z.number(),
  mutationRate: z.number(),
  islands: z.number(),
  seed: z.number(),
  movesPerIndividual: z.number(),
  timeLimit: z.nullable(z.number()),
  pace: z.enum(['moves', 'clock']),
  target: z.nullable(score),
  stagnation: z.nullable(z.number()),
  start: z.optional(z.strictObject({ timetable: z.array(z.int()), keep: z.number(), cap: z.nullable(z.number()) })),
});

const point = z.strictObject({
  generation: z.number(),
  seconds: z.number(),
  moves: z.number(),
  temperature: z.number(),
  best: score,
  median: score,
  worst: score,
  diversity: z.number(),
  islands: z.array(score).check(z.maxLength(settingRanges.islands.max)),
  byRule: z
    .array(z.strictObject({ id: text, kind: text, hard: z.boolean(), amount: z.number(), cost: z.number() }))
    .check(z.maxLength(200)),
  marks: z.exactOptional(z.array(z.enum(['migration', 'resumed', 'steered'])).check(z.maxLength(3))),
});

const event = z.strictObject({
  at: text,
  seconds: z.number(),
  kind: z.enum(runEventKinds),
  score: z.exactOptional(score),
  generation: z.exactOptional(z.number()),
  name: z.exactOptional(text),
  code: z.exactOptional(text),
});

const record = z.strictObject({
  projectName: text,
  createdAt: text,
  startedAt: z.nullable(text),
  reason: z.nullable(z.enum(['generations', 'timeLimit', 'target', 'stagnation', 'stopped', 'cancelled', 'failed'])),
  startName: z.nullable(text),
  // A point for each generation, and one more for each change of the rules.
  series: z.array(point).check(z.maxLength(2 * settingRanges.generations.max)),
  log: z.array(event).check(z.maxLength(longestLog)),
});

export const savedRunSchema = z.strictObject({
  engine: text,
  variant: z.enum(variantNames),
  settings,
  /** Bytes of `packCheckpoint` as base64. */
  checkpoint: z.nullable(z.string()),
  record: z.exactOptional(record),
});
