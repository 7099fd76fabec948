import { packTimetable } from '../../../src/domain/packed-timetable.ts';
import type { Timetable } from '../../../src/domain/timetable.ts';
import { packCheckpoint } from '../../../src/engine/run-contract/run-checkpoint.ts';
import type { Checkpoint } from '../../../src/engine/run-contract/run-events.ts';
import { bareSettings } from '../../../src/engine/run-contract/run-settings.ts';
import type { SavedRun } from '../../../src/formats/format.ts';
import { checkpoint } from '../../storage/support.ts';
import { smallSchool } from '../../support/small-school.ts';

/** Of the small school, with nothing placed. */
const nothing: Timetable = { assignments: smallSchool.events.map(() => ({ time: -1, rooms: [], instructors: [] })) };
const score = { unplaced: smallSchool.events.length, hard: 0, soft: 3 };

/** A checkpoint of a run of the small school by another engine. */
export const schoolCheckpoint: Checkpoint = { ...checkpoint, best: nothing, settled: { timetable: nothing, score } };

/** A run of the small school that was interrupted. */
export const savedRun: SavedRun = {
  engine: '12.1',
  variant: 'student-compact',
  settings: {
    ...bareSettings,
    population: 4,
    start: { timetable: packTimetable(nothing), keep: 2, cap: null },
  },
  checkpoint: packCheckpoint(schoolCheckpoint),
  record: {
    projectName: 'Small school',
    createdAt: '2031-01-01T00:00:00.000Z',
    startedAt: '2031-01-01T00:00:01.000Z',
    reason: null,
    startName: 'Last year',
    series: [
      {
        ...{ generation: 1, seconds: 2, moves: 3, temperature: 4, best: score, median: score, worst: score },
        ...{ diversity: 0.5, islands: [score], marks: ['migration'] },
        byRule: [{ id: 'placed', kind: 'placed', hard: true, amount: 3, cost: 0 }],
      },
    ],
    log: [{ at: '2031-01-01T00:00:00.000Z', seconds: 0, kind: 'first', score }],
  },
};
