import { failure, type Result, success } from '../../domain/result.ts';
import { Flaws } from '../flaws.ts';
import type { ProjectContent } from '../format.ts';
import { isRecord, jsonPath } from '../json.ts';
import { isExtension } from './extensions.ts';
import { entrySchemas, type ProjectFile, projectFileSchema, projectFormatVersion } from './schema.ts';

type Issue = NonNullable<ReturnType<typeof projectFileSchema.safeParse>['error']>['issues'][number];
type Path = readonly PropertyKey[];

/** What all schemas of entries have in common here. */
interface EntrySchema {
  safeParse(value: unknown): { readonly error?: { readonly issues: readonly Issue[] } | undefined };
}

/** Flaws after which nothing more is looked at: a file of millions of wrong entries must not fill the memory. */
const enoughFlaws = 1000;

/** Entries of a list inside an entry; no room, person or event refers to more things than this. */
const longestInnerList = 100_000;

/**
 * Checks a parsed file against the schema. The long lists are checked entry by entry, and the rest with the lists
 * emptied, so that the work can end early.
 */
export function checkedContent(value: unknown, file: string): Result<ProjectContent> {
  const flaws = new Flaws('horarium.more');
  const check = (schema: EntrySchema, part: unknown, path: Path): void => {
    const long = longList(part, path);
    if (long !== null) {
      const values = { most: longestInnerList };
      flaws.add('horarium.tooLong', 'The list has more than {most} entries.', { place: jsonPath(long), values });
      return;
    }
    for (const issue of schema.safeParse(part).error?.issues ?? []) note(flaws, issue, part, path);
  };
  const checkList = (schema: EntrySchema, list: unknown, path: Path): void => {
    if (!Array.isArray(list)) return;
    for (let index = 0; index < list.length && flaws.count < enoughFlaws; index++) {
      check(schema, list[index], [...path, index]);
    }
  };
  check(projectFileSchema, withoutLists(value), []);
  const { problem, timetables } = isRecord(value) ? value : {};
  for (const [name, schema] of Object.entries(entrySchemas.problem)) {
    if (isRecord(problem)) checkList(schema, problem[name], ['problem', name]);
  }
  if (Array.isArray(timetables)) {
    checkList(entrySchemas.timetable, timetables.map(withoutAssignments), ['timetables']);
    timetables.forEach((entry, index) => {
      const path = ['timetables', index, 'timetable', 'assignments'];
      checkList(entrySchemas.assignment, valueAt(entry, ['timetable', 'assignments']), path);
    });
  }
  if (flaws.count > 0) return failure(flaws.list(file));
  // Every part of it has just been checked by the schema of the file.
  const { problem: checkedProblem, timetables: checkedTimetables } = value as ProjectFile;
  return success({ problem: checkedProblem, timetables: checkedTimetables });
}

/** The same for what another reader has made: whether it can be saved as a project and opened again. */
export function checkedProject(content: ProjectContent, file: string): Result<ProjectContent> {
  return checkedContent({ ...content, format: 'horarium', formatVersion: projectFormatVersion }, file);
}

function withoutLists(file: unknown): unknown {
  if (!isRecord(file)) return file;
  const problem = isRecord(file.problem) ? { ...file.problem } : file.problem;
  for (const name of Object.keys(entrySchemas.problem)) {
    if (isRecord(problem) && Array.isArray(problem[name])) Object.assign(problem, { [name]: [] });
  }
  // A name that is missing must stay missing.
  const timetables = Array.isArray(file.timetables) ? { timetables: [] } : {};
  return { ...file, ...(Object.hasOwn(file, 'problem') ? { problem } : {}), ...timetables };
}

function withoutAssignments(entry: unknown): unknown {
  if (!isRecord(entry) || !isRecord(entry.timetable) || !Array.isArray(entry.timetable.assignments)) return entry;
  return { ...entry, timetable: { ...entry.timetable, assignments: [] } };
}

/** Path of a list that is too long, or null. Nesting is limited before anything is parsed. */
function longList(value: unknown, path: Path): Path | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value) && value.length > longestInnerList) return path;
  for (const [key, part] of Object.entries(value)) {
    const found = longList(part, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}

function note(flaws: Flaws, issue: Issue, part: unknown, path: Path): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      if (isExtension(key)) continue;
      flaws.add('horarium.unknownName', 'There is nothing called "{name}" here.', {
        value: key,
        values: { name: key },
        place: jsonPath([...path, ...issue.path, key]),
        advice: 'Correct the spelling, or remove it. Names of other programs begin with "x-".',
      });
    }
    return;
  }
  const found = valueAt(part, issue.path);
  const isMissing = found === undefined ? 'yes' : 'no';
  flaws.add('horarium.value', '{isMissing=yes:A value is missing.|no:The value does not fit.}', {
    ...(found === undefined ? {} : { value: typeof found === 'object' ? JSON.stringify(found) : found }),
    place: jsonPath([...path, ...issue.path]),
    values: { isMissing, ...limitOf(issue) },
    advice: valueAdvice,
  });
}

/** What would be right here, by what is wrong; `limit` is a type, a number or the values that there are. */
const valueAdvice =
  '{wrong=type:It must be of the type|whole:It must be a whole number|empty:It must not be empty|least:It must be at least|most:It must be at most|longest:It must not be longer, in characters, than|oneOf:It must be one of:|clock:A time of day must be written HH:MM, from 00:00 to 24:00|other:Compare it with the published JSON Schema of the format}{?limit| #}.';

function limitOf(issue: Issue): { readonly wrong: string; readonly limit: string } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? { wrong: 'whole', limit: '' } : { wrong: 'type', limit: issue.expected };
    case 'too_small':
      return issue.origin === 'string' ? { wrong: 'empty', limit: '' } : { wrong: 'least', limit: `${issue.minimum}` };
    case 'too_big':
      return { wrong: issue.origin === 'string' ? 'longest' : 'most', limit: `${issue.maximum}` };
    case 'invalid_value':
      return { wrong: 'oneOf', limit: issue.values.map(String).join(', ') };
    case 'invalid_format':
      return { wrong: 'clock', limit: '' };
    default:
      return { wrong: 'other', limit: '' };
  }
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    // Own property of an object that came out of JSON.
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
