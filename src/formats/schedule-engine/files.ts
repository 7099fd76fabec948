import { type Diagnostic, error, warning } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { Flaws } from '../flaws.ts';
import type { SourceFile } from '../format.ts';
import { isRecord, readJson } from '../json.ts';
import { decodeHead } from '../text.ts';
import {
  checkUnique,
  type EngineInput,
  type Entry,
  entriesOf,
  readCourse,
  readGroup,
  readInstructor,
  readRoom,
} from './input.ts';

export const engineParts = ['courses', 'groups', 'instructors', 'rooms'] as const;
export type EnginePart = (typeof engineParts)[number];

/** A list of the input and how its places are written: `Rooms.json[3]` or `faculty.json: rooms[3]`. */
interface PartList {
  readonly list: readonly unknown[];
  readonly source: string;
}

const partOfKey: ReadonlyMap<string, EnginePart> = new Map(
  engineParts.flatMap((part) => [[part, part] as const, [part.slice(0, -1), part] as const]),
);

/** Which of the four lists a file holds by its name, else by its first lines; null when neither tells. */
export function partOfFile(file: SourceFile): EnginePart | null {
  const name = file.name.toLowerCase().replace(/^.*[\\/]/, '');
  const byName = /^([a-z]+)\.json$/.exec(name)?.[1];
  const part = byName === undefined ? undefined : partOfKey.get(byName);
  if (part !== undefined) return part;
  const head = decodeHead(file.bytes).trimStart();
  if (!head.startsWith('[')) return null;
  if (/"CourseCode"\s*:/.test(head)) return 'courses';
  if (/"group_id"\s*:/.test(head)) return 'groups';
  if (/"room_id"\s*:/.test(head)) return 'rooms';
  return /"(coursecode|availability|maxLoad)"\s*:/.test(head) && /"id"\s*:/.test(head) ? 'instructors' : null;
}

/** True for one object that holds the lists under their names. */
export function isWholeObject(file: SourceFile): boolean {
  const head = decodeHead(file.bytes, 65_536).trimStart();
  return (
    head.startsWith('{') &&
    /"(courses?|groups?|instructors?|rooms?)"\s*:\s*\[/i.test(head) &&
    !/"format"\s*:\s*"horarium"/.test(head)
  );
}

/** Reads and checks the lists, from four files or from one object. */
export function readEngineInput(files: readonly SourceFile[]): Result<EngineInput> {
  const remarks: Diagnostic[] = [];
  const parts =
    files.length === 1 && files[0] !== undefined && partOfFile(files[0]) === null
      ? readObject(files[0])
      : readFour(files);
  if (!parts.ok) return parts;
  remarks.push(...parts.diagnostics);
  const flaws = new Flaws('scheduleEngine.more');
  const entries = (part: EnginePart): Entry[] => {
    const { list, source } = parts.value.get(part) ?? { list: [], source: part };
    return entriesOf(list, source, flaws);
  };
  const [courses, groups, instructors, rooms] = [
    entries('courses'),
    entries('groups'),
    entries('instructors'),
    entries('rooms'),
  ];
  checkUnique(courses, 'CourseCode', 'course');
  checkUnique(groups, 'group_id', 'group');
  checkUnique(instructors, 'id', 'instructor');
  checkUnique(rooms, 'room_id', 'room');
  const input: EngineInput = {
    courses: courses.map(readCourse),
    groups: groups.map(readGroup),
    instructors: instructors.map(readInstructor),
    rooms: rooms.map(readRoom),
  };
  checkGroupNames(input, groups);
  const place = files.map((file) => file.name).join(', ');
  return flaws.count > 0 ? failure([...remarks, ...flaws.list(place)]) : success(input, remarks);
}

/** Subgroups share their identifiers with the sections. */
function checkGroupNames(input: EngineInput, entries: readonly Entry[]): void {
  const known = new Set(input.groups.map((group) => group.id));
  input.groups.forEach((group, index) => {
    group.subgroups.forEach((subgroup, position) => {
      if (known.has(subgroup.id)) {
        entries[index]?.flaw('subgroup', `subgroups[${position}]`, 'The group "{id}" exists already.', {
          value: subgroup.id,
          values: { id: subgroup.id },
          advice: 'Give the subgroup another identifier.',
        });
      }
      known.add(subgroup.id);
    });
  });
}

function readFour(files: readonly SourceFile[]): Result<ReadonlyMap<EnginePart, PartList>> {
  const parts = new Map<EnginePart, PartList>();
  const remarks: Diagnostic[] = [];
  const flaws: Diagnostic[] = [];
  for (const file of files) {
    const part = partOfFile(file);
    if (part === null) {
      remarks.push(
        warning('file.ignored', 'This file is not one of the four lists; it was left out.', { place: file.name }),
      );
      continue;
    }
    const json = readJson(file);
    remarks.push(...json.diagnostics.filter((remark) => remark.severity !== 'error'));
    if (!json.ok) flaws.push(...json.diagnostics);
    else if (parts.has(part)) {
      const advice = 'Drop one file for each of courses, groups, instructors and rooms.';
      flaws.push(
        error('scheduleEngine.twice', 'A second file holds {part}.', { place: file.name, advice, values: { part } }),
      );
    } else if (Array.isArray(json.value)) parts.set(part, { list: json.value, source: file.name });
    else {
      const advice = 'The whole file is one list in square brackets.';
      const detail = { place: file.name, advice, values: { part } };
      flaws.push(error('scheduleEngine.wholeList', 'The file must be a list of {part}.', detail));
    }
  }
  return complete(parts, flaws, remarks, files);
}

function readObject(file: SourceFile): Result<ReadonlyMap<EnginePart, PartList>> {
  const json = readJson(file);
  if (!json.ok) return json;
  const parts = new Map<EnginePart, PartList>();
  const flaws: Diagnostic[] = [];
  const remarks: Diagnostic[] = [...json.diagnostics];
  for (const [key, list] of Object.entries(isRecord(json.value) ? json.value : {})) {
    const part = partOfKey.get(key.toLowerCase());
    const place = `${file.name}: ${key}`;
    if (part === undefined) {
      remarks.push(
        warning('scheduleEngine.ignored', '"{field}" is not one of the four lists; it was left out.', {
          value: key,
          place,
          values: { field: key },
        }),
      );
    } else if (Array.isArray(list)) parts.set(part, { list, source: place });
    else
      flaws.push(
        error('scheduleEngine.list', '"{field}" must be a list.', { value: list, place, values: { field: key } }),
      );
  }
  return complete(parts, flaws, remarks, [file]);
}

function complete(
  parts: ReadonlyMap<EnginePart, PartList>,
  flaws: readonly Diagnostic[],
  remarks: readonly Diagnostic[],
  files: readonly SourceFile[],
): Result<ReadonlyMap<EnginePart, PartList>> {
  if (flaws.length > 0) return failure([...remarks, ...flaws]);
  const missing = engineParts.filter((part) => !parts.has(part));
  if (missing.length === 0) return success(parts, remarks);
  return failure([
    ...remarks,
    ...missing.map((part) =>
      error('scheduleEngine.missing', 'There is no list of {part}.', {
        value: part,
        values: { part },
        place: files.map((file) => file.name).join(', '),
        advice: 'Drop Course.json, Groups.json, Instructors.json and Rooms.json together.',
      }),
    ),
  ]);
}
