import { checksumOf } from '../../domain/checksum.ts';
import { packValue, unpackValue } from '../../domain/packed.ts';
import { packTimetable, unpackTimetable } from '../../domain/packed-timetable.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import type { Score } from '../../domain/score.ts';
import type { Checkpoint, IslandState } from './run-events.ts';

/**
 * A checkpoint as bytes, for the database and for files: the checksum of all that follows, the length of the head, the
 * head as JSON, then in turn the memory of each island and the timetables.
 */
interface Head {
  readonly engine: string;
  readonly generation: number;
  readonly improvedAt: number;
  readonly moves: number;
  readonly seconds: number;
  readonly score: Score;
  readonly settled: { readonly score: Score; readonly isBest: boolean } | null;
  /** Whether the last part is a problem. */
  readonly isSteered?: boolean;
  readonly stages: readonly IslandState['stage'][];
  /** Bytes of each part. */
  readonly lengths: readonly number[];
}

const stages: readonly string[] = ['waiting', 'underWay', 'done'] satisfies readonly IslandState['stage'][];

/** Of what `checksumOf` says, and of the length of the head. */
const checksumBytes = checksumOf(new Uint8Array()).length;
const lengthBytes = 4;

export function packCheckpoint(checkpoint: Checkpoint): Uint8Array {
  const { islands, best, settled, steered, ...standing } = checkpoint;
  const isBest = settled?.timetable === best;
  const timetables = settled === null || isBest ? [best] : [best, settled.timetable];
  const parts = [
    ...islands.map(({ memory }) => memory),
    ...timetables.map((timetable) => new Uint8Array(packTimetable(timetable).buffer)),
    ...(steered === undefined ? [] : [packValue(steered)]),
  ];
  const head: Head = {
    ...standing,
    settled: settled === null ? null : { score: settled.score, isBest },
    isSteered: steered !== undefined,
    stages: islands.map(({ stage }) => stage),
    lengths: parts.map(({ length }) => length),
  };
  const packedHead = packValue(head);
  const length = new Uint8Array(lengthBytes);
  new DataView(length.buffer).setUint32(0, packedHead.length, true);
  const content = joined([length, packedHead, ...parts]);
  return joined([new TextEncoder().encode(checksumOf(content)), content]);
}

/** Null when the bytes are damaged, or no checkpoint. */
export function unpackCheckpoint(bytes: Uint8Array): Checkpoint | null {
  const content = bytes.subarray(checksumBytes);
  if (content.length < lengthBytes) return null;
  if (new TextDecoder().decode(bytes.subarray(0, checksumBytes)) !== checksumOf(content)) return null;
  const end = lengthBytes + new DataView(content.buffer, content.byteOffset, lengthBytes).getUint32(0, true);
  const head = headOf(content.subarray(lengthBytes, end));
  if (head === null) return null;
  const body = content.subarray(end);
  const { engine, generation, improvedAt, moves, seconds, score, settled, lengths, isSteered = false } = head;
  let at = 0;
  const parts = lengths.map((length) => {
    at += length;
    return body.slice(at - length, at);
  });
  const islands = head.stages.map((stage, island) => ({ stage, memory: parts[island] ?? new Uint8Array() }));
  const [best, other] = parts
    .slice(islands.length, isSteered ? -1 : undefined)
    .map((part) => unpackTimetable(new Int32Array(part.buffer, 0, part.length >> 2)));
  if (best === undefined || at !== body.length) return null;
  // The checksum says that it is what was packed; whoever reads files of others looks at it (`misfitOf`).
  const steered = isSteered ? valueIn(parts.at(-1) ?? new Uint8Array()) : null;
  if (isSteered && (typeof steered !== 'object' || steered === null)) return null;
  const timetable = settled?.isBest === true ? best : other;
  if (settled !== null && timetable === undefined) return null;
  return {
    ...{ engine, generation, improvedAt, moves, seconds, score, islands, best },
    ...(isSteered ? { steered: steered as ProblemData } : {}),
    settled: settled === null || timetable === undefined ? null : { timetable, score: settled.score },
  };
}

function valueIn(bytes: Uint8Array): unknown {
  try {
    return unpackValue(bytes);
  } catch {
    return null;
  }
}

function headOf(bytes: Uint8Array): Head | null {
  const head = valueIn(bytes) as Partial<Head> | null; // Every field is looked at below.
  if (head === null || typeof head !== 'object') return null;
  const { engine, generation, improvedAt, moves, seconds } = head;
  const numbers = [generation, improvedAt, moves, seconds];
  const isWhole =
    typeof engine === 'string' &&
    numbers.every((number) => typeof number === 'number' && number >= 0) &&
    isScore(head.score) &&
    (head.settled === null || isScore(head.settled?.score)) &&
    Array.isArray(head.stages) &&
    head.stages.every((stage) => stages.includes(stage)) &&
    Array.isArray(head.lengths) &&
    head.lengths.length > head.stages.length &&
    head.lengths.every((length) => Number.isInteger(length) && length >= 0);
  return isWhole ? (head as Head) : null;
}

function isScore(score: Partial<Score> | undefined): boolean {
  return [score?.unplaced, score?.hard, score?.soft].every((part) => typeof part === 'number' && part >= 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
