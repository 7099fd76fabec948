import type { Flaws } from '../flaws.ts';
import { listIn, type XmlElement } from '../xml/xml.ts';
import { XmlAttributes } from '../xml/xml-attributes.ts';

/**
 * An export of aSc Timetables as it stands in its file. There is no published description; the lists and their columns
 * are those that exports of the program (2008 to 2024) carry, which name their columns themselves.
 */
export interface AscFile {
  readonly name: string;
  readonly periods: readonly AscPeriod[];
  /** Named sets of days, weeks and terms: masks of 0 and 1, each an alternative to the others. */
  readonly daysDefs: readonly AscDefinition[];
  readonly weeksDefs: readonly AscDefinition[];
  readonly termsDefs: readonly AscDefinition[];
  /** Days as older exports have them. */
  readonly days: readonly { readonly number: string; readonly name: string }[];
  readonly subjects: readonly AscNamed[];
  readonly teachers: readonly AscNamed[];
  readonly classes: readonly AscNamed[];
  readonly groups: readonly AscGroup[];
  readonly classrooms: readonly AscRoom[];
  readonly students: readonly AscNamed[];
  readonly lessons: readonly AscLesson[];
  readonly cards: readonly AscCard[];
  /** Wishes that the file has beside the lessons, word for word by their sort. */
  readonly others: readonly { readonly kind: string; readonly elements: readonly XmlElement[] }[];
}

export interface AscNamed {
  readonly id: string;
  readonly name: string;
}

export interface AscPeriod {
  /** What cards refer to. */
  readonly number: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

export interface AscDefinition extends AscNamed {
  readonly masks: readonly string[];
}

export interface AscGroup extends AscNamed {
  readonly classId: string;
  readonly isEntireClass: boolean;
  /** Groups of a class with the same tag have no student in common. */
  readonly division: string;
  readonly size: number | null;
}

export interface AscRoom extends AscNamed {
  readonly capacity: number | null;
  readonly building: string | null;
}

export interface AscLesson {
  readonly id: string;
  readonly element: XmlElement;
  readonly subjectId: string;
  readonly classIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly teacherIds: readonly string[];
  readonly studentIds: readonly string[];
  /** Where it may be held. */
  readonly roomIds: readonly string[];
  readonly periodsPerCard: number;
  /** May be a fraction where it is not held every week. */
  readonly periodsPerWeek: number;
  readonly daysDefId: string;
  readonly weeksDefId: string;
  readonly termsDefId: string;
  /** Weeks of its own, as masks, where there are no definitions. */
  readonly weeks: readonly string[];
}

export interface AscCard {
  readonly lessonId: string;
  readonly period: string;
  /** Masks, or in older exports the number of a day. */
  readonly days: readonly string[];
  readonly day: string;
  readonly weeks: readonly string[];
  readonly terms: readonly string[];
  readonly roomIds: readonly string[];
  readonly line: number;
}

/** Reads the lists of a `timetable`; what is wrong goes to `flaws`. */
export function readAscFile(root: XmlElement, fileName: string, flaws: Flaws): AscFile {
  const read = new XmlAttributes(flaws, 'asc', fileName);
  const list = (name: string, item: string) => listIn(root, name, item);
  const named = (element: XmlElement): AscNamed => {
    const id = read.text(element, 'id');
    const { name, short, lastname, firstname } = element.attributes;
    return { id, name: name || [firstname, lastname].filter(Boolean).join(' ') || short || id };
  };
  const definitions = (name: string, item: string, attribute: string) =>
    list(name, item).map((element): AscDefinition => ({ ...named(element), masks: masksIn(element, attribute, read) }));
  const buildings = new Map(
    list('buildings', 'building')
      .map(named)
      .map(({ id, name }) => [id, name]),
  );
  return {
    name: root.attributes.schoolname || fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'Timetable',
    periods: list('periods', 'period').map((element) => ({
      number: read.text(element, 'period', element.attributes.short),
      name: element.attributes.name ?? '',
      start: element.attributes.starttime ?? '',
      end: element.attributes.endtime ?? '',
    })),
    daysDefs: definitions('daysdefs', 'daysdef', 'days'),
    weeksDefs: definitions('weeksdefs', 'weeksdef', 'weeks'),
    termsDefs: definitions('termsdefs', 'termsdef', 'terms'),
    days: list('days', 'day').map((element) => ({
      number: read.text(element, 'day'),
      name: element.attributes.name ?? '',
    })),
    subjects: list('subjects', 'subject').map(named),
    teachers: list('teachers', 'teacher').map(named),
    classes: list('classes', 'class').map(named),
    groups: list('groups', 'group').map((element) => ({
      ...named(element),
      classId: read.text(element, 'classid'),
      isEntireClass: element.attributes.entireclass === '1',
      division: element.attributes.divisiontag ?? '',
      size: sizeOf(element, read),
    })),
    classrooms: list('classrooms', 'classroom').map((element) => ({
      ...named(element),
      capacity: numberOrStar(element, 'capacity', read),
      building: buildings.get(idsIn(element, 'buildingid')[0] ?? '') ?? null,
    })),
    students: list('students', 'student').map(named),
    lessons: list('lessons', 'lesson').map((element) => readLesson(element, read)),
    cards: list('cards', 'card').map((element) => readCard(element, read)),
    others: otherLists(root),
  };
}

/** What the file wishes beside the lessons: times off, choices of students, relations of cards. */
function otherLists(root: XmlElement): AscFile['others'] {
  const lists = [
    ['subjects', 'subject'],
    ['teachers', 'teacher'],
    ['classes', 'class'],
    ['classrooms', 'classroom'],
  ] as const;
  const timeOff = lists.flatMap(([list, item]) =>
    listIn(root, list, item).filter(({ attributes }) => /[^.,1]/.test(attributes.timeoff ?? '')),
  );
  return [
    { kind: 'timeoff', elements: timeOff },
    { kind: 'studentsubject', elements: listIn(root, 'studentsubjects', 'studentsubject') },
    { kind: 'cardrelationship', elements: listIn(root, 'cardrelationships', 'cardrelationship') },
  ].filter(({ elements }) => elements.length > 0);
}

/** In older exports a lesson has one teacher, class or group, and says its length in periods. */
function readLesson(element: XmlElement, read: XmlAttributes): AscLesson {
  const { attributes } = element;
  const per = attributes.periodspercard === undefined ? 'durationperiods' : 'periodspercard';
  const either = (name: string) => [...new Set([...idsIn(element, `${name}s`), ...idsIn(element, name)])];
  const periodsPerCard = read.whole(element, per, 1);
  if (periodsPerCard < 1) read.flaw(element, 'asc.periods', 'A card has at least one period.', String(periodsPerCard));
  return {
    id: read.text(element, 'id'),
    element,
    subjectId: read.text(element, 'subjectid'),
    classIds: either('classid'),
    groupIds: either('groupid'),
    teacherIds: either('teacherid'),
    studentIds: either('studentid'),
    roomIds: either('classroomid'),
    periodsPerCard: Math.max(1, periodsPerCard),
    periodsPerWeek: attributes.periodsperweek ? read.decimal(element, 'periodsperweek') : 0,
    daysDefId: idsIn(element, 'daysdefid')[0] ?? '',
    weeksDefId: idsIn(element, 'weeksdefid')[0] ?? '',
    termsDefId: idsIn(element, 'termsdefid')[0] ?? '',
    weeks: masksIn(element, 'weeks', read),
  };
}

function readCard(element: XmlElement, read: XmlAttributes): AscCard {
  return {
    lessonId: read.text(element, 'lessonid'),
    period: element.attributes.period ?? '',
    days: masksIn(element, 'days', read),
    day: element.attributes.day ?? '',
    weeks: masksIn(element, 'weeks', read),
    terms: masksIn(element, 'terms', read),
    roomIds: [...new Set([...idsIn(element, 'classroomids'), ...idsIn(element, 'classroomid')])],
    line: element.line,
  };
}

/** Ids between commas; a star alone means none. */
function idsIn(element: XmlElement, name: string): string[] {
  const ids = (element.attributes[name] ?? '').split(',').map((id) => id.trim());
  return [...new Set(ids)].filter((id) => id !== '' && id !== '*');
}

const longestMask = 64;
const mostMasks = 60;

function masksIn(element: XmlElement, name: string, read: XmlAttributes): string[] {
  const masks = idsIn(element, name);
  for (const mask of masks) {
    if (/^[01]+$/.test(mask) && mask.length <= longestMask) continue;
    const message = '"{name}" must be digits 0 and 1, at most {most}.';
    read.flaw(element, 'asc.mask', message, mask, { name, most: longestMask });
    return [];
  }
  if (masks.length > mostMasks) {
    const message = '"{name}" has more than {most} alternatives.';
    read.flaw(element, 'asc.masks', message, String(masks.length), { name, most: mostMasks });
    return [];
  }
  return masks.filter((mask) => mask.includes('1'));
}

function numberOrStar(element: XmlElement, name: string, read: XmlAttributes): number | null {
  return idsIn(element, name).length === 0 ? null : read.whole(element, name);
}

function sizeOf(element: XmlElement, read: XmlAttributes): number | null {
  const listed = idsIn(element, 'studentids').length;
  return numberOrStar(element, 'studentcount', read) ?? (listed > 0 ? listed : null);
}
