import type { DiagnosticDetail } from '../../domain/diagnostic.ts';
import type { Flaws } from '../flaws.ts';
import { isRecord } from '../json.ts';
import { type Periods, readPeriods } from './availability.ts';

/** The four lists after checking. Hours are as written; what they become is decided later. */
export interface EngineInput {
  readonly courses: readonly EngineCourse[];
  readonly groups: readonly EngineGroup[];
  readonly instructors: readonly EngineInstructor[];
  readonly rooms: readonly EngineRoom[];
}

export interface EngineCourse {
  readonly code: string;
  readonly title: string;
  readonly theoryHours: number;
  readonly practicalHours: number;
  /** Lower case; any of them will do. */
  readonly features: readonly string[];
  /** Null when the file does not say. */
  readonly needsScheduling: boolean | null;
}

export interface EngineGroup {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly courses: readonly string[];
  readonly subgroups: readonly { readonly id: string; readonly size: number }[];
  readonly availability: Periods | null;
}

export interface EngineInstructor {
  readonly id: string;
  readonly name: string;
  readonly qualifications: readonly { readonly code: string; readonly practical: boolean }[];
  readonly availability: Periods | null;
  /** As written, or null. */
  readonly maxLoad: unknown;
}

export interface EngineRoom {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  readonly type: string;
  readonly features: readonly string[];
  readonly availability: Periods | null;
}

const largest = 1_000_000;
/** Hours a week of a course. */
const mostHours = 200;

/** One record of a list, and where it stands. */
export class Entry {
  readonly record: Readonly<Record<string, unknown>>;
  readonly place: string;
  readonly flaws: Flaws;

  constructor(record: Readonly<Record<string, unknown>>, place: string, flaws: Flaws) {
    this.record = record;
    this.place = place;
    this.flaws = flaws;
  }

  has(field: string): boolean {
    return this.record[field] !== undefined && this.record[field] !== null;
  }

  flaw(code: string, field: string, message: string, detail: Omit<DiagnosticDetail, 'place'> = {}): void {
    const value = detail.value ?? this.record[field];
    this.flaws.add(`scheduleEngine.${code}`, message, { ...detail, value, place: `${this.place}.${field}` });
  }

  text(field: string, fallback?: string): string {
    const value = this.record[field];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (fallback !== undefined && (!this.has(field) || value === '')) return fallback;
    const detail = { advice: 'Write it in double quotes.', values: { field } };
    this.flaw('text', field, '"{field}" must be a text that is not empty.', detail);
    return '';
  }

  /** `fraction` allows parts of an hour; `fallback` stands for a missing value. */
  number(field: string, options: { min: number; fallback?: number; fraction?: boolean }): number {
    const value = this.record[field];
    if (options.fallback !== undefined && !this.has(field)) return options.fallback;
    const fits = typeof value === 'number' && value >= options.min && value <= largest;
    if (fits && (options.fraction === true || Number.isInteger(value))) return value;
    const kind = options.fraction === true ? 'any' : 'whole';
    this.flaw('number', field, '"{field}" must be {kind=any:a number|whole:a whole number} from {min} to {max}.', {
      advice: '{wrong=text:Write it without quotes.|number:Correct the number.}',
      values: { field, kind, min: options.min, max: largest, wrong: typeof value === 'string' ? 'text' : 'number' },
    });
    return options.min;
  }

  list(field: string): readonly unknown[] {
    if (!this.has(field)) return [];
    const value = this.record[field];
    if (Array.isArray(value)) return value;
    this.flaw('list', field, '"{field}" must be a list.', {
      advice: 'Write it in square brackets.',
      values: { field },
    });
    return [];
  }

  texts(field: string): readonly string[] {
    return this.list(field).flatMap((value, index) => {
      if (typeof value === 'string' && value.trim() !== '') return [value.trim()];
      this.flaw('textInList', `${field}[${index}]`, 'This must be a text that is not empty.', { value });
      return [];
    });
  }

  availability(): Periods | null {
    return this.has('availability') ? readPeriods(this) : null;
  }
}

/** Entries of one list; what is not an object is noted. */
export function entriesOf(list: readonly unknown[], source: string, flaws: Flaws): Entry[] {
  return list.flatMap((value, index) => {
    const place = `${source}[${index}]`;
    if (isRecord(value)) return [new Entry(value, place, flaws)];
    flaws.add('scheduleEngine.record', 'Every entry of the list must be an object.', { value, place });
    return [];
  });
}

/** Notes identifiers that occur a second time; all of them are named in one remark each. */
export function checkUnique(entries: readonly Entry[], field: string, what: string): void {
  const first = new Map<string, string>();
  for (const entry of entries) {
    const value = entry.record[field];
    const id = typeof value === 'string' ? value.trim() : '';
    if (id === '') continue;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, entry.place);
    else {
      entry.flaw('duplicate', field, 'The {what} "{id}" is already at {earlier}.', {
        values: { what, id, earlier },
        advice: 'Give one of the two another identifier, or remove it.',
      });
    }
  }
}

export function readCourse(entry: Entry): EngineCourse {
  const needed = entry.record.NeedsScheduling;
  if (entry.has('NeedsScheduling') && typeof needed !== 'boolean') {
    entry.flaw('boolean', 'NeedsScheduling', '"NeedsScheduling" must be true or false.');
  }
  return {
    code: entry.text('CourseCode'),
    title: entry.text('CourseTitle', ''),
    theoryHours: hours(entry, 'L') + hours(entry, 'T'),
    practicalHours: hours(entry, 'P'),
    features: entry
      .text('PracticalRoomFeatures', '')
      .split(',')
      .map(normal)
      .filter((feature) => feature !== ''),
    needsScheduling: typeof needed === 'boolean' ? needed : null,
  };
}

function hours(entry: Entry, field: string): number {
  const value = entry.number(field, { min: 0, fallback: 0, fraction: true });
  if (value <= mostHours) return value;
  const detail = { advice: 'Correct the number.', values: { field, most: mostHours } };
  entry.flaw('weeklyHours', field, '"{field}" must be at most {most} hours a week.', detail);
  return 0;
}

export function readGroup(entry: Entry): EngineGroup {
  const size = entry.number('student_count', { min: 1 });
  return {
    id: entry.text('group_id'),
    name: entry.text('name', entry.text('group_id')),
    size,
    courses: [...new Set(entry.texts('courses'))],
    subgroups: readSubgroups(entry, size),
    availability: entry.availability(),
  };
}

function readSubgroups(entry: Entry, size: number): EngineGroup['subgroups'] {
  const list = entry.list('subgroups');
  return list.flatMap((value, index) => {
    // Without a number of its own a subgroup gets an even share of the section.
    const share = Math.floor(size / list.length) + (index < size % list.length ? 1 : 0);
    if (typeof value === 'string' && value.trim() !== '') return [{ id: value.trim(), size: share }];
    if (!isRecord(value)) {
      entry.flaw('subgroupForm', `subgroups[${index}]`, 'A subgroup must be a text or an object with "id".', { value });
      return [];
    }
    const subgroup = new Entry(value, `${entry.place}.subgroups[${index}]`, entry.flaws);
    return [{ id: subgroup.text('id'), size: subgroup.number('student_count', { min: 0, fallback: share }) }];
  });
}

export function readInstructor(entry: Entry): EngineInstructor {
  const id = entry.text('id');
  const qualifications = entry.list('courses').flatMap((value, index) => {
    if (typeof value === 'string' && value.trim() !== '') return [oldQualification(value.trim())];
    if (!isRecord(value)) {
      entry.flaw('courseForm', `courses[${index}]`, 'A course must be a text or an object with "coursecode".', {
        value,
      });
      return [];
    }
    const course = new Entry(value, `${entry.place}.courses[${index}]`, entry.flaws);
    const type = normal(course.text('coursetype'));
    if (type !== 'theory' && type !== 'practical') {
      course.flaw('courseType', 'coursetype', '"coursetype" must be "Theory" or "Practical".');
    }
    return [{ code: course.text('coursecode'), practical: type === 'practical' }];
  });
  const maxLoad = entry.record.maxLoad ?? null;
  return { id, name: entry.text('name', id), qualifications, availability: entry.availability(), maxLoad };
}

/** The old form is a bare code for theory, or the code and "-PR" for practical. */
function oldQualification(text: string): { readonly code: string; readonly practical: boolean } {
  const practical = /-PR$/i.test(text);
  return { code: practical ? text.slice(0, -3).trim() : text, practical };
}

export function readRoom(entry: Entry): EngineRoom {
  const id = entry.text('room_id');
  return {
    id,
    name: entry.text('name', id),
    capacity: entry.number('capacity', { min: 1 }),
    type: entry.text('type', 'Lecture'),
    features: entry.texts('features'),
    availability: entry.availability(),
  };
}

/** For comparing what people typed: case and blanks at the ends do not matter. */
export function normal(text: string): string {
  return text.trim().toLowerCase();
}
