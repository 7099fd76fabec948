import { checksumOf } from '../../domain/checksum.ts';
import { type Diagnostic, error, warning } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { ProjectContent, Reader, ReadOptions, SourceFile, Writer } from '../format.ts';
import { gunzip, gzip, isGzip, largestUnfolded } from '../gzip.ts';
import { isRecord, parseJson } from '../json.ts';
import { isLocked, lock, unlock } from '../locked.ts';
import { checkSize, decodeHead, decodeText } from '../text.ts';
import { checkedContent } from './check.ts';
import { fileExtensionsOf, withFileExtensions } from './extensions.ts';
import { projectFormatVersion } from './schema.ts';

const encoder = new TextEncoder();

/** Horarium's own project file: plain, compressed or locked with a passphrase. */
export const horariumReader: Reader = {
  id: 'horarium',
  title: 'Horarium project (.horarium.json)',
  recognise(files) {
    const [file] = files;
    if (file === undefined || files.length !== 1) return 0;
    if (isGzip(file.bytes)) return 1;
    if (isLocked(file.bytes)) return 2;
    if (/"format"\s*:\s*"horarium"/.test(decodeHead(file.bytes))) return 2;
    return /\.horarium(\.json)?(\.gz)?$/i.test(file.name) ? 1 : 0;
  },
  async read(files, options) {
    const [file] = files;
    return file === undefined ? failure([]) : readHorarium(file, options);
  },
};

export const horariumWriter: Writer = {
  id: 'horarium',
  title: 'Horarium project',
  extension: 'horarium.json',
  mediaType: 'application/json',
  write: (content) => success(printHorarium(content)),
};

export const horariumGzipWriter: Writer = {
  id: 'horarium-gzip',
  title: 'Horarium project, compressed',
  extension: 'horarium.json.gz',
  mediaType: 'application/gzip',
  write: async (content) => success(await gzip(printHorarium(content))),
};

/** Compressed, then locked with the passphrase of the options. */
export const horariumLockedWriter: Writer = {
  id: 'horarium-locked',
  title: 'Horarium project, locked with a passphrase',
  extension: 'horarium.json',
  mediaType: 'application/json',
  write: async (content, _timetableId, options) => lock(await gzip(printHorarium(content)), options?.passphrase ?? ''),
};

/** The file of a project, all its timetables included. */
export function printHorarium(content: ProjectContent): Uint8Array {
  const { problem, beside } = fileExtensionsOf(content.problem);
  const body = JSON.stringify({ problem, timetables: content.timetables, ...beside });
  const checksum = checksumOf(encoder.encode(body));
  const header = JSON.stringify({ format: 'horarium', formatVersion: projectFormatVersion, checksum });
  return encoder.encode(`${header.slice(0, -1)},${body.slice(1)}\n`);
}

export async function readHorarium(given: SourceFile, options: ReadOptions = {}): Promise<Result<ProjectContent>> {
  const flaw = checkSize(given);
  if (flaw !== null) return failure([flaw]);
  const unlocked = isLocked(given.bytes) ? await unlock(given, options.passphrase) : success(given);
  if (!unlocked.ok) return unlocked;
  const file = unlocked.value;
  const plain = isGzip(file.bytes) ? await gunzip(file) : success(file);
  if (!plain.ok) return plain;
  const text = decodeText(plain.value, largestUnfolded);
  if (!text.ok) return text;
  const json = parseJson(text.value, file.name);
  if (!json.ok) return json;
  const header = flawOfHeader(json.value, file.name);
  if (header !== null) return failure([header]);
  const content = checkedContent(json.value, file.name);
  const remarks = [...text.diagnostics, ...damageOf(json.value, file.name)];
  if (!content.ok) return failure([...remarks, ...content.diagnostics]);
  // `checkedContent` has found it to be an object.
  const problem = withFileExtensions(content.value.problem, json.value as Readonly<Record<string, unknown>>);
  return success({ ...content.value, problem }, remarks);
}

/**
 * A warning when the content is not the one that the checksum was made of. Blanks and line ends may be others, and a file
 * without a checksum is as good as any: people and programs may write one.
 */
function damageOf(value: unknown, place: string): readonly Diagnostic[] {
  const { $schema: _, format: __, formatVersion: ___, checksum, ...body } = isRecord(value) ? value : {};
  if (typeof checksum !== 'string' || checksum === checksumOf(encoder.encode(JSON.stringify(body)))) return [];
  return [
    warning('horarium.checksum', 'The file is not as it was saved: it was damaged on its way, or edited.', {
      value: checksum,
      place: `${place}: checksum`,
      advice: 'Get it again, or open an older copy. If it was edited on purpose, remove "checksum" from it.',
    }),
  ];
}

function flawOfHeader(value: unknown, place: string): Diagnostic | null {
  const { format, formatVersion } = isRecord(value) ? value : {};
  if (format !== 'horarium') {
    return error('horarium.format', 'This is JSON, but no Horarium project: "format" is not "horarium".', {
      value: format ?? null,
      place,
      advice: 'Choose a file that Horarium has saved.',
    });
  }
  if (typeof formatVersion === 'number' && Number.isInteger(formatVersion) && formatVersion > projectFormatVersion) {
    return error('horarium.newer', 'The file was saved by a newer Horarium (version {version} of the format).', {
      value: formatVersion,
      place: `${place}: formatVersion`,
      advice: 'This one reads version {n}. Update the app: reload the page while online.',
      values: { version: formatVersion, n: projectFormatVersion },
    });
  }
  if (formatVersion !== projectFormatVersion) {
    return error('horarium.version', 'The file does not say which version of the format it has.', {
      value: formatVersion ?? null,
      place: `${place}: formatVersion`,
      advice: '"formatVersion" must be {n}.',
      values: { n: projectFormatVersion },
    });
  }
  return null;
}
