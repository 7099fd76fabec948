import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { Random } from '../../../src/domain/random.ts';
import { fromTimetableData } from '../../../src/domain/timetable-data.ts';
import type { SourceFile } from '../../../src/formats/format.ts';
import { horariumWriter } from '../../../src/formats/horarium.ts';
import { readFiles } from '../../../src/formats/registry.ts';
import { mutateBytes, mutateJson, mutateLines, mutateToken, mutateXml } from '../../support/mutations.ts';
import { valueIn } from './files.ts';

/** Files that belong together, all of them sound. */
export type Sample = readonly SourceFile[];

export interface FuzzedFormat {
  readonly name: string;
  readonly samples: readonly Sample[];
  readonly structure: 'xml' | 'json' | 'lines' | 'bytes';
}

/** Milliseconds and bytes that a case may take, whatever is in the file. */
const mostTime = 5000;
const mostMemory = 500 * 1024 * 1024;

/** `count` broken files of a format. Every one gives a project or remarks, in time; the first that does not fails. */
export async function fuzz(format: FuzzedFormat, count: number, seed: number): Promise<void> {
  const weights = format.samples.map((files) => 1 / Math.max(2000, sizeOf(files)));
  let accepted = 0;
  for (let number = 0; number < count; number++) {
    // every case has a seed of its own, so that one can be looked at alone
    const random = new Random(seed * 1_000_003 + number);
    const files = broken(random, format, pickWeighted(random, format.samples, weights));
    const place = `${format.name}, seed ${seed}, case ${number}`;
    if (await survives(files, place)) accepted++;
  }
  const memory = process.resourceUsage().maxRSS * 1024;
  expect(memory, `${format.name}, seed ${seed}: the most memory of the process`).toBeLessThan(
    memoryAtStart + mostMemory,
  );
  // a mutation that is always refused, or never, tests little
  expect(accepted, `${format.name}: files that were read in spite of it`).toBeGreaterThan(0);
  expect(accepted).toBeLessThan(count);
}

const memoryAtStart = process.resourceUsage().maxRSS * 1024;

/** The broken files of one case, to look at it. */
export function fuzzedFiles(format: FuzzedFormat, seed: number, number: number): Sample {
  const random = new Random(seed * 1_000_003 + number);
  const weights = format.samples.map((files) => 1 / Math.max(2000, sizeOf(files)));
  return broken(random, format, pickWeighted(random, format.samples, weights));
}

async function survives(files: Sample, place: string): Promise<boolean> {
  // of the processor, because a busy machine may let any case wait; whoever waits for ever is ended by the test's limit
  const start = process.cpuUsage();
  let isRead = false;
  try {
    const result = await readFiles(files);
    isRead = result.ok;
    for (const { code, message } of result.diagnostics) {
      if (!/^[a-z]\w*\.[a-zA-Z]\w*$/.test(code) || message === '') throw new Error(`The remark "${code}" says nothing`);
    }
    if (!result.ok && !result.diagnostics.some(({ severity }) => severity === 'error'))
      throw new Error('No reason is given');
    const { user, system } = process.cpuUsage(start);
    const time = (user + system) / 1000;
    if (time > mostTime) throw new Error(`It took ${Math.round(time)} ms`);
    if (result.ok) await isWhole(result.value);
  } catch (cause) {
    throw new Error(`${place}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  if (Object.hasOwn(Object.prototype, 'polluted')) throw new Error(`${place}: objects have got a property`);
  return isRead;
}

/** What is read is whole: its problem can be built, its timetables are about it, and it can be saved and opened again. */
async function isWhole(content: Parameters<typeof horariumWriter.write>[0]): Promise<void> {
  const problem = valueIn(buildProblem(content.problem));
  for (const { timetable } of content.timetables) fromTimetableData(problem, timetable);
  const bytes = valueIn(await horariumWriter.write(content, null));
  const again = valueIn(await readFiles([{ name: 'again.horarium.json', bytes }]));
  if (JSON.stringify(again.problem) !== JSON.stringify(content.problem))
    throw new Error('It is not the same when saved');
}

function broken(random: Random, format: FuzzedFormat, files: Sample): Sample {
  const which = random.below(files.length);
  return files.map((file, index) =>
    index === which ? { ...file, bytes: brokenBytes(random, format, file.bytes) } : file,
  );
}

const structures = { xml: mutateXml, json: mutateJson, lines: mutateLines } as const;

function brokenBytes(random: Random, { structure }: FuzzedFormat, bytes: Uint8Array): Uint8Array {
  const level = structure === 'bytes' ? 0 : random.below(5);
  if (level === 0) return mutateBytes(random, bytes);
  let text = new TextDecoder().decode(bytes);
  const mutate = level < 3 || structure === 'bytes' ? mutateToken : structures[structure];
  for (let times = 1 + random.below(3); times > 0; times--) text = mutate(random, text);
  return new TextEncoder().encode(text);
}

function sizeOf(files: Sample): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function pickWeighted(random: Random, samples: readonly Sample[], weights: readonly number[]): Sample {
  const scale = 1_000_000;
  let left = (random.below(scale) / scale) * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return samples[Math.max(0, index)] ?? [];
}

export function sampleFile(path: string, name: string): SourceFile {
  return { name, bytes: new Uint8Array(readFileSync(path)) };
}
