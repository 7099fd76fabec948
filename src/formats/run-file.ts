import { checksumOf } from '../domain/checksum.ts';
import { error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { unpackCheckpoint } from '../engine/run-contract/run-checkpoint.ts';
import { checkSettings, type RunSettings } from '../engine/run-contract/run-settings.ts';
import { base64Of, bytesOfBase64 } from './base64.ts';
import type { ProjectContent, Reader, SavedRun, SourceFile, Writer } from './format.ts';
import { gunzip, gzip, isGzip, largestUnfolded } from './gzip.ts';
import { checkedContent } from './horarium/check.ts';
import { projectFormatVersion } from './horarium/schema.ts';
import { isRecord, parseJson } from './json.ts';
import { savedRunSchema } from './run-file-schema.ts';
import { checkSize, decodeHead, decodeText } from './text.ts';

/**
 * A run on its way to another machine: the project's problem, the best timetable so far, and under `run` all that the run
 * needs to go on (docs/formats.md). Plain or compressed JSON.
 */
const runFileExtension = 'horarium-run.gz';
const formatVersion = 1;
const encoder = new TextEncoder();

export const runFileReader: Reader = {
  id: 'horarium-run',
  title: 'Horarium run (.horarium-run.gz)',
  recognise(files) {
    const [file] = files;
    if (file === undefined || files.length !== 1) return 0;
    return /"format"\s*:\s*"horarium-run"/.test(decodeHead(file.bytes)) ? 3 : 0;
  },
  async read(files) {
    const [file] = files;
    return file === undefined ? failure([]) : readRunFile(file);
  },
};

/** Not among the forms of a project: it needs a run. */
export const runFileWriter: Writer = {
  id: 'horarium-run',
  title: 'Horarium run',
  extension: runFileExtension,
  mediaType: 'application/gzip',
  async write(content) {
    const { run } = content;
    if (run !== undefined) return success(await gzip(printRunFile(content, run)));
    return failure([error('run.none', 'There is no run to be saved.')]);
  },
};

/** Plain: compressing it every few seconds would cost more than writing it. */
export function printRunFile({ problem, timetables }: ProjectContent, run: SavedRun): Uint8Array {
  return printerOf(problem)(timetables, run);
}

/** For a run that is written again and again: its problem is printed once. */
export function printerOf(problem: ProjectContent['problem']) {
  const front = `{"problem":${JSON.stringify(problem)},`;
  return (
    timetables: ProjectContent['timetables'],
    { engine, variant, settings, checkpoint, record }: SavedRun,
  ): Uint8Array => {
    const { start, ...plain } = settings;
    const from = start === undefined ? {} : { start: { ...start, timetable: [...start.timetable] } };
    const packed = checkpoint === null ? null : base64Of(checkpoint);
    const known = record === undefined ? {} : { record };
    const run = { engine, variant, settings: { ...plain, ...from }, checkpoint: packed, ...known };
    const body = `${front}${JSON.stringify({ timetables, run }).slice(1)}`;
    const header = JSON.stringify({
      format: 'horarium-run',
      formatVersion,
      checksum: checksumOf(encoder.encode(body)),
    });
    return encoder.encode(`${header.slice(0, -1)},${body.slice(1)}\n`);
  };
}

async function readRunFile(file: SourceFile): Promise<Result<ProjectContent>> {
  const flaw = checkSize(file);
  if (flaw !== null) return failure([flaw]);
  const plain = isGzip(file.bytes) ? await gunzip(file) : success(file);
  if (!plain.ok) return plain;
  const text = decodeText(plain.value, largestUnfolded);
  if (!text.ok) return text;
  const json = parseJson(text.value, file.name);
  if (!json.ok) return json;
  const { format, formatVersion: version, checksum, run, ...project } = isRecord(json.value) ? json.value : {};
  const refuse = (code: string, message: string, place: string, value: unknown): Result<ProjectContent> =>
    failure([error(code, message, { value, place: `${file.name}: ${place}`, advice: 'Save the run again.' })]);
  if (format !== 'horarium-run') return refuse('run.format', 'This is no run of Horarium.', 'format', format ?? null);
  if (version !== formatVersion) {
    return refuse(
      'run.version',
      'The file was saved by another version of Horarium.',
      'formatVersion',
      version ?? null,
    );
  }
  // Unlike a project it cannot be mended by hand: one wrong byte and the run goes elsewhere.
  if (checksum !== checksumOf(encoder.encode(JSON.stringify({ ...project, run })))) {
    return refuse(
      'run.checksum',
      'The file is not as it was saved: it was damaged on its way.',
      'checksum',
      checksum ?? null,
    );
  }
  const content = checkedContent({ format: 'horarium', formatVersion: projectFormatVersion, ...project }, file.name);
  if (!content.ok) return content;
  const saved = savedRunOf(run, file.name);
  return typeof saved === 'string'
    ? refuse('run.value', 'What the file says of the run does not fit.', `run.${saved}`, null)
    : success({ ...content.value, run: saved });
}

/** The run, or the place of what is wrong with it. */
function savedRunOf(value: unknown, file: string): SavedRun | string {
  const checked = savedRunSchema.safeParse(value);
  if (!checked.success) return checked.error.issues[0]?.path.map(String).join('.') ?? '';
  const { engine, variant, settings: given, checkpoint: text, record } = checked.data;
  const { start, ...plain } = given;
  const from = start === undefined ? {} : { start: { ...start, timetable: Int32Array.from(start.timetable) } };
  const settings: RunSettings = { ...plain, ...from };
  const flaw = checkSettings(settings)[0];
  if (flaw !== undefined) return flaw.place ?? 'settings';
  const checkpoint = text === null ? null : bytesOfBase64(text);
  if (text !== null) {
    const unpacked = checkpoint === null ? null : unpackCheckpoint(checkpoint);
    if (unpacked === null) return 'checkpoint';
    if (unpacked.steered !== undefined && !isProblem(unpacked.steered, file)) return 'checkpoint.steered';
  }
  return { engine, variant, settings, checkpoint, ...(record === undefined ? {} : { record }) };
}

/** Whether a project could have this problem. */
function isProblem(problem: unknown, file: string): boolean {
  return checkedContent({ format: 'horarium', formatVersion: projectFormatVersion, problem, timetables: [] }, file).ok;
}
