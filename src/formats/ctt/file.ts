import type { Diagnostic } from '../../domain/diagnostic.ts';
import { warning } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { Flaws } from '../flaws.ts';
import { type Line, type LineContext, linesOf, placeOf, wholeNumber } from './lines.ts';
import { readSectionLine } from './sections.ts';

/** The content of a `.ctt` or `.ectt` file, checked: references exist, identifiers are unique, counts agree. */
export interface CttFile {
  readonly name: string;
  readonly days: number;
  readonly periods: number;
  readonly courses: readonly CttCourse[];
  readonly rooms: readonly CttRoom[];
  readonly curricula: readonly CttCurriculum[];
  readonly unavailable: readonly CttUnavailability[];
  readonly unsuitableRooms: readonly CttUnsuitableRoom[];
  /** Lectures a day a curriculum should have, from the extended header; null in a plain file. */
  readonly dailyLectures: { readonly min: number; readonly max: number } | null;
}

export interface CttCourse {
  readonly id: string;
  readonly teacher: string;
  readonly lectures: number;
  readonly minDays: number;
  readonly students: number;
  readonly doubleLectures: boolean;
}

export interface CttRoom {
  readonly id: string;
  readonly capacity: number;
  readonly site: string | null;
}

export interface CttCurriculum {
  readonly id: string;
  readonly courses: readonly string[];
}

export interface CttUnavailability {
  readonly course: string;
  readonly day: number;
  readonly period: number;
}

export interface CttUnsuitableRoom {
  readonly course: string;
  readonly room: string;
}

const sectionNames = ['COURSES', 'ROOMS', 'CURRICULA', 'UNAVAILABILITY_CONSTRAINTS', 'ROOM_CONSTRAINTS'] as const;
export type SectionName = (typeof sectionNames)[number];

/** Header line that announces how many lines a section has. */
const countOfSection: Readonly<Record<SectionName, readonly string[]>> = {
  COURSES: ['courses'],
  ROOMS: ['rooms'],
  CURRICULA: ['curricula'],
  UNAVAILABILITY_CONSTRAINTS: ['constraints', 'unavailabilityconstraints'],
  ROOM_CONSTRAINTS: ['roomconstraints'],
};

const headerNumbers = [
  'courses',
  'rooms',
  'days',
  'periods_per_day',
  'curricula',
  'constraints',
  'unavailabilityconstraints',
  'roomconstraints',
];

/** Everything read so far; filled line by line. */
export interface CttDraft {
  /** Warnings; the first twenty of them. */
  readonly remarks: Diagnostic[];
  readonly headers: Map<string, { readonly value: number; readonly line: Line }>;
  name: string;
  dailyLectures: { readonly min: number; readonly max: number } | null;
  readonly sections: Map<SectionName, Line>;
  /** Lines of each section, flawed ones included, so that a flawed line is not also reported as missing. */
  readonly lineCounts: Map<SectionName, number>;
  readonly courses: Map<string, CttCourse>;
  readonly rooms: Map<string, CttRoom>;
  readonly curricula: Map<string, CttCurriculum>;
  readonly unavailable: Map<string, CttUnavailability>;
  readonly unsuitableRooms: Map<string, CttUnsuitableRoom>;
}

/** Reads the text; `file` is its name for the places of flaws. */
export function readCttFile(text: string, file: string): Result<CttFile> {
  const context: LineContext = { file, flaws: new Flaws('ctt.more') };
  const draft = emptyDraft();
  let section: SectionName | null = null;
  let ended = false;
  for (const line of linesOf(text)) {
    const word = (line.fields[0] as string).toUpperCase();
    if (line.fields.length === 1 && (word === 'END.' || word === 'END')) {
      ended = true;
      break;
    }
    const opened = openedSection(line);
    if (opened !== null) {
      if (draft.sections.has(opened)) {
        context.flaws.add('ctt.sectionTwice', 'The section {section} begins a second time.', {
          values: { section: opened },
          place: placeOf(context, line),
        });
      } else draft.sections.set(opened, line);
      section = opened;
    } else if (section === null) {
      if (!readHeaderLine(context, draft, line)) return failure(context.flaws.list(file));
    } else {
      draft.lineCounts.set(section, (draft.lineCounts.get(section) ?? 0) + 1);
      readSectionLine(context, draft, section, line);
    }
  }
  checkCompleteness(context, draft);
  if (!ended) {
    draft.remarks.push(
      warning('ctt.end', 'The closing line "END." is missing; the file may have been cut off.', {
        place: file,
        advice: 'Compare the last section with the original.',
      }),
    );
  }
  if (context.flaws.count > 0) return failure([...context.flaws.list(file), ...draft.remarks]);
  return success(finish(draft), draft.remarks);
}

function emptyDraft(): CttDraft {
  return {
    remarks: [],
    headers: new Map(),
    name: '',
    dailyLectures: null,
    sections: new Map(),
    lineCounts: new Map(),
    courses: new Map(),
    rooms: new Map(),
    curricula: new Map(),
    unavailable: new Map(),
    unsuitableRooms: new Map(),
  };
}

function openedSection(line: Line): SectionName | null {
  const word = (line.fields[0] as string).toUpperCase();
  if (line.fields.length !== 1 || !word.endsWith(':')) return null;
  return sectionNames.find((name) => `${name}:` === word) ?? null;
}

/** False when the line shows that this is no such file: going on would only produce noise. */
function readHeaderLine(context: LineContext, draft: CttDraft, line: Line): boolean {
  const text = line.fields.join(' ');
  const colon = text.indexOf(':');
  const key = text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  const value = text.slice(colon + 1).trim();
  const place = placeOf(context, line);
  if (key === 'name') {
    draft.name = value;
    return true;
  }
  if (key === 'min_max_daily_lectures') {
    const [min, max] = value.split(' ');
    const least = wholeNumber(context, line, min, 'leastLectures');
    const most = wholeNumber(context, line, max, 'mostLectures', least ?? 0);
    if (least !== null && most !== null) draft.dailyLectures = { min: least, max: most };
    return true;
  }
  if (!headerNumbers.includes(key)) {
    context.flaws.add('ctt.headerLine', 'This is not a line of the header.', {
      value: text,
      place,
      advice: 'The file begins with the lines Name, Courses, Rooms, Days, Periods_per_day, Curricula and Constraints.',
    });
    return draft.headers.size > 0 && context.flaws.count < 5;
  }
  if (draft.headers.has(key))
    context.flaws.add('ctt.headerTwice', 'This line of the header appears twice.', { value: text, place });
  const range = key === 'days' ? [1, 31] : key === 'periods_per_day' ? [1, 16] : [0, 100_000];
  const number = wholeNumber(context, line, value === '' ? undefined : value, `"${key}"`, range[0], range[1]);
  draft.headers.set(key, { value: number ?? -1, line });
  return true;
}

function checkCompleteness(context: LineContext, draft: CttDraft): void {
  const { flaws, file } = context;
  for (const key of ['days', 'periods_per_day']) {
    if (!draft.headers.has(key)) {
      flaws.add('ctt.header', 'The header line "{key}" is missing.', {
        place: file,
        values: { key },
        advice: 'Add it above the first section.',
      });
    }
  }
  for (const section of sectionNames) {
    const header = countOfSection[section].map((key) => draft.headers.get(key)).find((entry) => entry !== undefined);
    const opened = draft.sections.get(section);
    const optional = section === 'ROOM_CONSTRAINTS';
    const key = countOfSection[section][0] as string;
    if (header === undefined && !(optional && opened === undefined)) {
      flaws.add('ctt.headerCount', 'The header line "{key}" is missing.', {
        place: file,
        values: { key, section },
        advice: 'State there how many lines the section {section} has.',
      });
    }
    if (opened === undefined && !(optional && header === undefined)) {
      flaws.add('ctt.section', 'The section {section} is missing.', {
        place: file,
        values: { section },
        advice: 'The file may have been cut off; get it again.',
      });
    }
    const found = draft.lineCounts.get(section) ?? 0;
    if (header !== undefined && opened !== undefined && header.value >= 0 && header.value !== found) {
      flaws.add('ctt.count', 'The header announces {announced} lines in {section}, but there are {found}.', {
        value: header.value,
        place: placeOf(context, header.line),
        values: { announced: header.value, section, found, end: found < header.value ? 'cut' : 'whole' },
        advice: '{end=cut:The file may have been cut off; get it again.|whole:Correct the number or the section.}',
      });
    }
  }
}

function finish(draft: CttDraft): CttFile {
  return {
    name: draft.name,
    days: draft.headers.get('days')?.value ?? 0,
    periods: draft.headers.get('periods_per_day')?.value ?? 0,
    courses: [...draft.courses.values()],
    rooms: [...draft.rooms.values()],
    curricula: [...draft.curricula.values()],
    unavailable: [...draft.unavailable.values()],
    unsuitableRooms: [...draft.unsuitableRooms.values()],
    dailyLectures: draft.dailyLectures,
  };
}
