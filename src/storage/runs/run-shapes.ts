import { runEventKinds } from '../../domain/runs/run-log.ts';
import { runPhases, runStates } from '../../domain/runs/run-states.ts';
import { variantNames } from '../../domain/variants.ts';
import { packedShape, rowVersion, scoreShape } from '../row-shapes.ts';
import { amount, anyRecord, flag, integers, listOf, nullable, oneOf, optional, record, text } from '../shapes.ts';

/** Shapes of the rows of runs, after the contracts in `records.ts`. */
const stopReasons = ['generations', 'timeLimit', 'target', 'stagnation', 'stopped', 'cancelled', 'failed'];

const epochPoint = record({
  generation: amount,
  seconds: amount,
  moves: amount,
  temperature: amount,
  best: scoreShape,
  median: scoreShape,
  worst: scoreShape,
  diversity: amount,
  islands: listOf(scoreShape),
  byRule: listOf(record({ id: text, kind: text, hard: flag, amount, cost: amount })),
  marks: optional(listOf(oneOf(['migration', 'resumed', 'steered']))),
});

export const epochPoints = listOf(epochPoint);

const settingsShape = record({
  population: amount,
  generations: amount,
  crossoverRate: amount,
  mutationRate: amount,
  islands: amount,
  seed: amount,
  movesPerIndividual: amount,
  timeLimit: nullable(amount),
  // Rows from before there was a choice have none, see `restoreRun`.
  pace: optional(oneOf(['moves', 'clock'])),
  target: nullable(scoreShape),
  stagnation: nullable(amount),
  start: optional(record({ timetable: integers, keep: amount, cap: nullable(amount) })),
});

const runResult = {
  endedAt: nullable(text),
  reason: nullable(oneOf(stopReasons)),
  best: nullable(scoreShape),
  moves: amount,
  seconds: amount,
  series: epochPoints,
  timetableId: nullable(text),
  inTheWay: optional(listOf(record({ eventId: text, otherId: text, times: amount }))),
};

/** Rows of version 1. */
export const oldRunShape = record({
  id: text,
  version: rowVersion,
  projectId: text,
  state: oneOf([...runStates, 'preparing', 'stopping', 'stopped']),
  settings: settingsShape,
  // Rows from before there were variants have none, see `restoreRun`.
  variant: optional(oneOf(variantNames)),
  startedAt: text,
  failure: nullable(text),
  ...runResult,
});

const runEvent = record({
  at: text,
  seconds: amount,
  kind: oneOf(runEventKinds),
  score: optional(scoreShape),
  generation: optional(amount),
  name: optional(text),
  code: optional(text),
});

export const runEvents = listOf(runEvent);

export const runShape = record({
  id: text,
  version: oneOf([2]),
  projectId: text,
  state: oneOf(runStates),
  phase: oneOf(runPhases),
  order: amount,
  problemHash: nullable(text),
  inputBytes: amount,
  inputHash: nullable(text),
  resultKey: nullable(text),
  engine: nullable(text),
  settings: settingsShape,
  wish: nullable(record({ seconds: amount, pace: nullable(oneOf(['moves', 'clock'])), typed: anyRecord })),
  variant: oneOf(variantNames),
  startName: nullable(text),
  createdAt: text,
  startedAt: nullable(text),
  generation: amount,
  done: amount,
  movesPerSecond: amount,
  log: runEvents,
  error: nullable(record({ code: text, message: text })),
  evidence: optional(anyRecord),
  ...runResult,
});

export const runInputShape = record({ id: text, version: rowVersion, packed: packedShape });

export const snapshotShape = record({
  id: text,
  version: rowVersion,
  runId: text,
  generation: amount,
  seconds: amount,
  score: scoreShape,
  structure: text,
  timetable: integers,
});
