import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { Flaws } from './flaws.ts';
import type { ProjectContent, Reader, SourceFile, Writer } from './format.ts';
import { gunzip, gzip, isGzip, largestUnfolded } from './gzip.ts';
import { type ProjectFile, projectFileSchema, projectFormatVersion } from './horarium-schema.ts';
import { isRecord, jsonPath, parseJson } from './json.ts';
import { checkSize, decodeHead, decodeText } from './text.ts';

/** Horarium's own project file, plain or compressed. */
export const horariumReader: Reader = {
  id: 'horarium',
  title: 'Horarium project (.horarium.json)',
  recognise(files) {
    const [file] = files;
    if (file === undefined || files.length !== 1) return 0;
    if (isGzip(file.bytes)) return 1;
    if (/"format"\s*:\s*"horarium"/.test(decodeHead(file.bytes))) return 2;
    return /\.horarium(\.json)?(\.gz)?$/i.test(file.name) ? 1 : 0;
  },
  async read(files) {
    const [file] = files;
    return file === undefined ? failure([]) : readHorarium(file);
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

/** The file of a project, all its timetables included. */
export function printHorarium(content: ProjectContent): Uint8Array {
  const { problem, timetables } = content;
  const file = { format: 'horarium', formatVersion: projectFormatVersion, problem, timetables };
  return new TextEncoder().encode(`${JSON.stringify(file)}\n`);
}

type Issue = NonNullable<ReturnType<typeof projectFileSchema.safeParse>['error']>['issues'][number];

export async function readHorarium(file: SourceFile): Promise<Result<ProjectContent>> {
  const flaw = checkSize(file);
  if (flaw !== null) return failure([flaw]);
  const plain = isGzip(file.bytes) ? await gunzip(file) : success(file);
  if (!plain.ok) return plain;
  const text = decodeText(plain.value, largestUnfolded);
  if (!text.ok) return text;
  const json = parseJson(text.value, file.name);
  if (!json.ok) return json;
  const header = flawOfHeader(json.value, file.name);
  if (header !== null) return failure([header]);
  const content = checkedContent(json.value, file.name);
  return content.ok ? success(content.value, text.diagnostics) : content;
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
    return error('horarium.newer', `The file was saved by a newer Horarium (version ${formatVersion} of the format).`, {
      value: formatVersion,
      place: `${place}: formatVersion`,
      advice: `This one reads version ${projectFormatVersion}. Update the app: reload the page while online.`,
    });
  }
  if (formatVersion !== projectFormatVersion) {
    return error('horarium.version', 'The file does not say which version of the format it has.', {
      value: formatVersion ?? null,
      place: `${place}: formatVersion`,
      advice: `"formatVersion" must be ${projectFormatVersion}.`,
    });
  }
  return null;
}

function checkedContent(value: unknown, file: string): Result<ProjectContent> {
  const parsed = projectFileSchema.safeParse(value);
  if (parsed.success) {
    const { problem, timetables }: ProjectFile = parsed.data;
    return success({ problem, timetables });
  }
  const flaws = new Flaws('horarium.more');
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        flaws.add('horarium.unknownName', `There is nothing called "${key}" here.`, {
          value: key,
          place: jsonPath([...issue.path, key]),
          advice: 'Correct the spelling, or remove it.',
        });
      }
      continue;
    }
    const found = valueAt(value, issue.path);
    flaws.add('horarium.value', found === undefined ? 'A value is missing.' : 'The value does not fit.', {
      ...(found === undefined ? {} : { value: typeof found === 'object' ? JSON.stringify(found) : found }),
      place: jsonPath(issue.path),
      advice: adviceOn(issue),
    });
  }
  return failure(flaws.list(file));
}

/** What would be right here, in words. */
function adviceOn(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `It must be ${issue.expected === 'int' ? 'a whole number' : `of the type ${issue.expected}`}.`;
    case 'too_small':
      return issue.origin === 'string' ? 'It must not be empty.' : `It must be at least ${issue.minimum}.`;
    case 'too_big':
      return `It must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters long' : ''}.`;
    case 'invalid_value':
      return `It must be one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return 'A time of day must be written HH:MM, from 00:00 to 24:00.';
    default:
      return 'Compare it with the published JSON Schema of the format.';
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    // Own property of an object that came out of JSON.
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
