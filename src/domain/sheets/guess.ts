import { attributed, type HeadingConcept, isAnyHeading, isHeadingOf, plainHeading } from './headings.ts';
import { type Sheet, widthOf } from './sheet.ts';
import type { SheetTarget, TargetField, TargetId } from './targets.ts';

/** Key of the field that each column of a sheet goes to; null where it is left out. */
export type SheetMapping = readonly (string | null)[];

export interface SheetGuess {
  readonly target: TargetId;
  /** Index of the row with the titles, -1 when there is none. */
  readonly header: number;
  readonly mapping: SheetMapping;
}

/** Titles stand among the first rows, below what the sheet is called. */
const rowsLookedAt = 12;

/**
 * The row that looks most like titles: the most words that are titles of columns somewhere, two unless it has one cell
 * or words stand above numbers.
 */
function guessHeader({ rows }: Sheet): number {
  let best = -1;
  let most = 0;
  for (let index = 0; index < Math.min(rowsLookedAt, rows.length); index++) {
    const filled = (rows[index] ?? []).map(plainHeading).filter((text) => text !== '');
    const known = new Set(filled.filter((text) => isAnyHeading(text))).size;
    const isEnough = known >= 2 || (known === 1 && filled.length === 1);
    const isAbove = known > 0 && isAboveNumbers(rows, index);
    if (known > most && (isAbove || (isEnough && known * 2 >= filled.length))) {
      best = index;
      most = known;
    }
  }
  return best;
}

/** True for a row that has a word where all that stands below it begins with a digit, and no such cell itself. */
function isAboveNumbers(rows: Sheet['rows'], index: number): boolean {
  const isNumber = (cell: string) => /^\p{Nd}/u.test(cell);
  const titles = rows[index] ?? [];
  if (titles.some(isNumber)) return false;
  return titles.some((title, column) => {
    const below = rows.slice(index + 1).flatMap((row) => row[column] || []);
    return title !== '' && below.length > 1 && below.every(isNumber);
  });
}

/** Target, titles and columns of a sheet; `wanted` is the target that the user asked for. */
export function guessSheet(sheet: Sheet, targets: readonly SheetTarget[], wanted: TargetId | null): SheetGuess {
  const header = guessHeader(sheet);
  if (wanted !== null) {
    const target = targets.find(({ id }) => id === wanted) ?? targets[0];
    return { target: wanted, header, mapping: target === undefined ? [] : guessMapping(sheet, target, header) };
  }
  const scored = targets.map((target) => {
    const mapping = guessMapping(sheet, target, header);
    return { target, mapping, score: header < 0 ? Number(isFileOf(sheet, target)) : scoreOf(sheet, target, mapping) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { target: best.target.id, header, mapping: best.mapping };
}

/** Columns that are told by their titles, exact ones first; without titles the columns are taken in order. */
export function guessMapping(sheet: Sheet, target: SheetTarget, header: number): SheetMapping {
  const width = widthOf(sheet);
  if (header < 0) {
    const inOrder = target.fields.filter(({ key }) => key !== 'id').map(({ key }) => key);
    return Array.from({ length: width }, (_, column) => inOrder[column] ?? null);
  }
  const titles = Array.from({ length: width }, (_, column) => plainHeading(sheet.rows[header]?.[column] ?? ''));
  const free = new Set(target.fields);
  const mapping: (string | null)[] = titles.map(() => null);
  for (const strength of [5, 4, 3, 2, 1] as const) {
    titles.forEach((title, column) => {
      if (title === '' || mapping[column] !== null) return;
      const found = target.fields.find((field) => free.has(field) && likeness(field, title, target.id) === strength);
      if (found === undefined) return;
      free.delete(found);
      mapping[column] = found.key;
    });
  }
  return mapping;
}

/** 5: it is called so; 4: in some language; 3: a part of the title is; 2: it is the number of it; 1: that may be the id. */
function likeness({ key, headings, concept }: TargetField, title: string, target: TargetId): number {
  if (headings.some((word) => plainHeading(word) === title)) return 5;
  if (concept === undefined) return 0;
  if (isHeadingOf(concept, title)) return 4;
  const said = attributed(title);
  if (said?.isNumber === true) {
    if (isHeadingOf(concept, said.of)) return 2;
    // Several events of a course share its number.
    return key === 'id' && target !== 'events' && target !== 'placements' ? 1 : 0;
  }
  const [first = '', ...more] = title.split(' ');
  return more.length > 0 && (isHeadingOf(concept, first) || isHeadingOf(concept, more.at(-1) ?? '')) ? 3 : 0;
}

/** Columns that are found count for a target, fields that it cannot do without decide, and what it has no use for counts against. */
function scoreOf(sheet: Sheet, target: SheetTarget, mapping: SheetMapping): number {
  const keys = target.fields.filter(({ isKey }) => isKey).map(({ key }) => key);
  const found = mapping.filter((key) => key !== null);
  const anyKey =
    target.id === 'students' ? keys.some((key) => found.includes(key)) : keys.every((key) => found.includes(key));
  if (!anyKey || found.length === 0) return 0;
  const left = mapping.length - found.length;
  const named = isFileOf(sheet, target) ? 6 : 0;
  return found.length * 10 - left * 3 - target.fields.length / 10 + named + specialty(target, found);
}

/** True when the file or the sheet has such a name. */
function isFileOf({ name, file }: Sheet, { id }: SheetTarget): boolean {
  const own = plainHeading(`${name} ${file.replace(/\.[^.]*$/, '')}`);
  return own.split(' ').some((word) => word === plainHeading(id) || isNamedAs(id, word));
}

/** Some titles leave no doubt. */
function specialty({ id }: SheetTarget, found: readonly string[]): number {
  const has = (...keys: readonly string[]) => keys.every((key) => found.includes(key));
  if (id === 'placements') return has('day', 'start') && (has('course') || has('id')) ? 30 : -30;
  if (id === 'availability') {
    const isWho = ['who', 'instructor', 'group', 'room'].some((key) => has(key));
    return isWho && has('day') ? 12 : -30;
  }
  if (id === 'enrolments') return has('student', 'course') || has('student', 'event') ? 10 : -30;
  if (id === 'studentSets') return has('yearSize') || has('subgroup') || has('groupSize') ? 20 : -30;
  if (id === 'events') return has('groupIds') || has('duration') || has('instructors') ? 8 : -8;
  return 0;
}

/** What a file of such rows is called where its columns are titled otherwise. */
const fileWords: Readonly<Partial<Record<TargetId, readonly string[]>>> = {
  courses: ['subjects', 'faecher', 'facher', 'kurse', 'module', 'matieres', 'asignaturas'],
  instructors: ['lehrkraefte', 'dozierende', 'profs'],
  rooms: ['raeume', 'buildings'],
  events: ['activities', 'lessons', 'unterricht', 'veranstaltungen', 'lehrveranstaltungen', 'cours'],
  students: ['students', 'schueler', 'studenten', 'studierende', 'etudiants', 'eleves', 'alumnos', 'studenti'],
  enrolments: ['enrollments', 'kurswahlen', 'inscriptions'],
  placements: ['timetable', 'stundenplan', 'horario', 'orario'],
};

const fileConcepts = {
  courses: 'course',
  instructors: 'instructor',
  rooms: 'room',
  groups: 'group',
  students: 'student',
} as const satisfies Partial<Record<TargetId, HeadingConcept>>;

/** By a word of its own, one that stands above columns of them, or one of these made a list: "Raumliste". */
function isNamedAs(target: TargetId, word: string): boolean {
  const concept = (fileConcepts as Partial<Record<TargetId, HeadingConcept>>)[target];
  return [word, word.replace(/list[ae]?$/, '')].some(
    (each) => fileWords[target]?.includes(each) === true || (concept !== undefined && isHeadingOf(concept, each)),
  );
}
