import type { ProblemData } from '../../domain/problem-data.ts';
import { printHorarium } from '../horarium/horarium.ts';
import { departmentSample } from './department.ts';
import { impossibleSample } from './impossible.ts';
import { schoolSample } from './school.ts';

/** The projects that ship with the app, by the name of their file in `public/samples`. */
export const samples: Readonly<Record<string, () => ProblemData>> = {
  school: () => schoolSample().problem,
  department: () => departmentSample().problem,
  impossible: impossibleSample,
};

/** Files of the samples, as committed below `public`. */
export function sampleFiles(): ReadonlyMap<string, Uint8Array> {
  return new Map(
    Object.entries(samples).map(([name, make]) => [
      `samples/${name}.horarium.json`,
      printHorarium({ problem: make(), timetables: [] }),
    ]),
  );
}
