import { buildProblem } from '../../src/domain/build-problem.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { valueIn } from '../formats/support/files.ts';
import { kernelModule } from './kernel-module.ts';

/** Problems of a few classes of ITC-2019, and the kernel with one timetable of them. */
const module = kernelModule('debug');

/** Days, start and length of the times that a class can have. */
export type ClassTime = readonly [days: string, start: number, length: number];

/** Monday or Tuesday morning. */
export const mornings: readonly ClassTime[] = [
  ['1000000', 96, 18],
  ['0100000', 96, 18],
];

export async function build(xml: string): Promise<Problem> {
  const bytes = new TextEncoder().encode(xml);
  return valueIn(buildProblem(valueIn(await readFiles([{ name: 'problem.xml', bytes }])).problem));
}

/** A class for each list of rooms (of three), all with the same times, or with those given for each. */
export function classes(
  rooms: readonly (readonly number[])[],
  times: readonly ClassTime[] | readonly (readonly ClassTime[])[],
  distribution: string,
): string {
  const subparts = rooms.map((ids, index) => {
    const own = times[index];
    const offered = (typeof own?.[0] === 'string' ? times : own) as readonly ClassTime[];
    const inside = [...ids.map((id) => `<room id="${id}" penalty="0"/>`), ...offered.map(timeElement)].join('');
    return `<subpart id="${index + 1}"><class id="${index + 1}" limit="9">${inside}</class></subpart>`;
  });
  return [
    '<problem name="classes" nrDays="7" slotsPerDay="288" nrWeeks="2">',
    '<optimization time="1" room="1" distribution="1" student="1"/>',
    `<rooms>${[1, 2, 3].map((id) => `<room id="${id}" capacity="9"/>`).join('')}</rooms>`,
    `<courses><course id="1"><config id="1">${subparts.join('')}</config></course></courses>`,
    `<distributions>${distribution}</distributions><students/>`,
    '</problem>',
  ].join('');
}

function timeElement([days, start, length]: ClassTime): string {
  return `<time days="${days}" start="${start}" length="${length}" weeks="11" penalty="0"/>`;
}

/** The kernel with the timetable in which each event has its time and room of these positions, the first without. */
export function start(problem: Problem, times: readonly number[], rooms: readonly number[]): Kernel {
  const kernel = new Kernel(module, encode(problem), 1);
  const genes = kernel.emptyGenes();
  problem.events.forEach((event, index) => {
    genes.times[index] = event.times[times[index] ?? 0]?.index ?? 0;
    genes.genes[kernel.image.firstGene[index] ?? 0] = problem.resourceOfRoom[rooms[index] ?? 0] ?? 0;
  });
  kernel.writeGenes(kernel.exports.addressOfIndividual(0), genes);
  kernel.exports.seed(1, 1);
  kernel.exports.loadIndividual(0);
  return kernel;
}
