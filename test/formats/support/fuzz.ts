import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { Random } from '../../../src/domain/random.ts';
import type { Result } from '../../../src/domain/result.ts';
import { fromTimetableData } from '../../../src/domain/timetable-data.ts';
import type { SourceFile } from '../../../src/formats/format.ts';
import { horariumWriter } from '../../../src/formats/horarium/horarium.ts';
import { readFiles } from '../../../src/formats/registry.ts';
import { mutateBytes, mutateJson, mutateLines, mutateToken, mutateXml } from '../../support/mutations.ts';
import { valueIn } from './files.ts';

/** Files that belong together, all of them sound. */
export type Sample = readonly SourceFile[];

export interface FuzzedFormat {
  readonly name: string;
  readonly samples: readonly Sample[];
  /** `archive`: a zip file of XML. */
  readonly structure: 'xml' | 'json' | 'lines' | 'bytes' | 'archive';
  /** Makes the checksum of a broken file right again, so that what stands behind it is looked at. */
  readonly seal?: (bytes: Uint8Array) => Uint8Array;
  /** Reads the files, and does with them what the app does; throws when what is read is not whole. */
  readonly take?: Take;
}

/** `isThorough`: what is read is saved and opened again, which takes longer than reading it. */
type Take = (files: Sample, isThorough: boolean) => Promise<Result<unknown>>;

/** Milliseconds and bytes that a case may take, whatever is in the file. */
const mostTime = 5000;
const mostMemory = 500 * 1024 * 1024;
const thoroughly = 3;

/** What the cases of a format took. */
export interface FuzzFigures {
  /** Files that were read in spite of what was done to them. */
  readonly accepted: number;
  /** The case that took most, and its milliseconds of the processor. */
  readonly slowest: { readonly number: number; readonly time: number };
  /** Megabytes of the process at its height beyond those before the first case of any format. */
  readonly memory: number;
}

/** `count` broken files of a format. Every one gives a project or remarks, in time; the first that does not fails. */
export async function fuzz(format: FuzzedFormat, count: number, seed: number): Promise<FuzzFigures> {
  const weights = format.samples.map((files) => 1 / Math.max(2000, sizeOf(files)));
  const { take = takeProject } = format;
  let accepted = 0;
  let slowest = { number: 0, time: 0 };
  for (let number = 0; number < count; number++) {
    // every case has a seed of its own, so that one can be looked at alone
    const random = new Random(seed * 1_000_003 + number);
    const files = broken(random, format, pickWeighted(random, format.samples, weights));
    const place = `${format.name}, seed ${seed}, case ${number}`;
    const { isRead, time } = await survives(() => take(files, number % thoroughly === 0), place);
    if (isRead) accepted++;
    if (time > slowest.time) slowest = { number, time };
  }
  const memory = process.resourceUsage().maxRSS * 1024;
  expect(memory, `${format.name}, seed ${seed}: the most memory of the process`).toBeLessThan(
    memoryAtStart + mostMemory,
  );
  // a mutation that is always refused, or never, tests little
  expect(accepted, `${format.name}: files that were read in spite of it`).toBeGreaterThan(0);
  expect(accepted).toBeLessThan(count);
  return { accepted, slowest, memory: (memory - memoryAtStart) / 2 ** 20 };
}

const memoryAtStart = process.resourceUsage().maxRSS * 1024;

async function survives(take: () => Promise<Result<unknown>>, place: string) {
  // of the processor, because a busy machine may let any case wait; whoever waits for ever is ended by the test's limit
  const start = process.cpuUsage();
  let isRead = false;
  let time = 0;
  try {
    const result = await take();
    isRead = result.ok;
    for (const { code, message } of result.diagnostics) {
      if (!/^[a-z]\w*\.[a-zA-Z]\w*$/.test(code) || message === '') throw new Error(`The remark "${code}" says nothing`);
    }
    if (!result.ok && !result.diagnostics.some(({ severity }) => severity === 'error'))
      throw new Error('No reason is given');
    const { user, system } = process.cpuUsage(start);
    time = (user + system) / 1000;
    if (time > mostTime) throw new Error(`It took ${Math.round(time)} ms`);
  } catch (cause) {
    throw new Error(`${place}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  if (Object.hasOwn(Object.prototype, 'polluted')) throw new Error(`${place}: objects have got a property`);
  return { isRead, time };
}

/** What is read is whole: its problem can be built, its timetables are about it, and it can be saved and opened again. */
async function takeProject(files: Sample, isThorough: boolean): Promise<Result<unknown>> {
  const result = await readFiles(files);
  if (!result.ok) return result;
  if (!isThorough) return result;
  const problem = valueIn(buildProblem(result.value.problem));
  for (const { timetable } of result.value.timetables) fromTimetableData(problem, timetable);
  await savedAgain(result.value);
  return result;
}

/** Throws unless a project comes back from its file as it was. */
export async function savedAgain(content: Parameters<typeof horariumWriter.write>[0]): Promise<void> {
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

const sealed = 0.8;

function brokenBytes(random: Random, format: FuzzedFormat, bytes: Uint8Array): Uint8Array {
  const changed = mutated(random, format, bytes);
  return format.seal === undefined || !random.chance(sealed) ? changed : format.seal(changed);
}

function mutated(random: Random, { structure }: FuzzedFormat, bytes: Uint8Array): Uint8Array {
  const level = random.below(5);
  if (structure === 'bytes' || level === 0) return mutateBytes(random, bytes);
  if (structure === 'archive') return brokenArchive(random, bytes);
  const mutate = level < 3 ? mutateToken : structures[structure];
  return brokenText(random, bytes, mutate);
}

function brokenText(random: Random, bytes: Uint8Array, mutate: typeof mutateToken): Uint8Array {
  let text = new TextDecoder().decode(bytes);
  for (let times = 1 + random.below(3); times > 0; times--) text = mutate(random, text);
  return new TextEncoder().encode(text);
}

/** A file in it is broken, lost, or has the content of another one. */
function brokenArchive(random: Random, bytes: Uint8Array): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = random.pick(names);
  const part = parts[name] ?? new Uint8Array();
  const choice = random.below(10);
  if (choice === 0) delete parts[name];
  else if (choice === 1) parts[name] = parts[random.pick(names)] ?? part;
  else parts[name] = brokenText(random, part, random.chance(0.5) ? mutateToken : mutateXml);
  return zipSync(parts, { level: 1 });
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
