import { checksumOf } from '../../../src/domain/checksum.ts';
import { error } from '../../../src/domain/diagnostic.ts';
import { failure, type Result, success } from '../../../src/domain/result.ts';
import { unpackCheckpoint } from '../../../src/engine/run-contract/run-checkpoint.ts';
import { readFiles } from '../../../src/formats/registry.ts';
import { printRunFile } from '../../../src/formats/run-file.ts';
import { smallSchool } from '../../support/small-school.ts';
import { valueIn } from './files.ts';
import type { FuzzedFormat, Sample } from './fuzz.ts';
import { savedRun } from './saved-run.ts';

const encoder = new TextEncoder();

/** Runs as files, and the checkpoints in them; most with sums that are right, so that what they say is looked at. */
export const fuzzedRuns: readonly FuzzedFormat[] = [
  {
    name: 'Horarium run',
    structure: 'json',
    samples: [[{ name: 'run.json', bytes: printRunFile({ problem: smallSchool, timetables: [] }, savedRun) }]],
    seal: sealRun,
    take: takeRun,
  },
  {
    name: 'Checkpoint',
    structure: 'bytes',
    samples: [[{ name: 'checkpoint', bytes: savedRun.checkpoint ?? new Uint8Array() }]],
    seal: sealCheckpoint,
    take: takeCheckpoint,
  },
];

function sealRun(bytes: Uint8Array): Uint8Array {
  try {
    const { format, formatVersion, checksum: _, ...body } = JSON.parse(new TextDecoder().decode(bytes));
    const checksum = checksumOf(encoder.encode(JSON.stringify(body)));
    return encoder.encode(JSON.stringify({ format, formatVersion, checksum, ...body }));
  } catch {
    return bytes;
  }
}

const checksumBytes = checksumOf(new Uint8Array()).length;

function sealCheckpoint(bytes: Uint8Array): Uint8Array {
  const content = bytes.subarray(checksumBytes);
  const sealed = new Uint8Array(checksumBytes + content.length);
  sealed.set(encoder.encode(checksumOf(content)));
  sealed.set(content, checksumBytes);
  return sealed;
}

/** Throws unless a run that is read comes back from its file as it was. */
async function takeRun(files: Sample, isThorough: boolean): Promise<Result<unknown>> {
  const result = await readFiles(files);
  if (!result.ok || result.value.run === undefined || !isThorough) return result;
  const { run, ...project } = result.value;
  const again = valueIn(await readFiles([{ name: 'again.json', bytes: printRunFile(project, run) }]));
  if (JSON.stringify(again.run) !== JSON.stringify(run)) throw new Error('It is not the same when saved');
  return result;
}

async function takeCheckpoint([file]: Sample): Promise<Result<unknown>> {
  const checkpoint = file === undefined ? null : unpackCheckpoint(file.bytes);
  return checkpoint === null ? failure([error('run.checkpoint', 'It is damaged.')]) : success(checkpoint);
}
