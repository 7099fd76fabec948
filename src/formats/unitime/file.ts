import type { Flaws } from '../flaws.ts';
import type { Itc2019Days } from '../itc2019/file.ts';
import { childrenOf, listIn, type XmlElement } from '../xml/xml.ts';
import { XmlAttributes } from '../xml/xml-attributes.ts';

/**
 * A problem of UniTime's course timetabling solver as it stands in its file, versions 2.x; see the description of the
 * format (unitime.org/uct_dataformat_v24.php) and what the solver itself reads (UniTime/cpsolver, TimetableXMLLoader).
 */
export interface UnitimeFile extends Omit<Itc2019Days, 'weekCount'> {
  readonly name: string;
  readonly rooms: readonly UnitimeRoom[];
  /** Names by id, where the file gives them. */
  readonly instructorNames: ReadonlyMap<string, string>;
  readonly classes: readonly UnitimeClass[];
  readonly constraints: readonly UnitimeConstraint[];
  readonly students: readonly UnitimeStudent[];
}

export interface UnitimeRoom {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  readonly building: string | null;
  /** False when the solver does not care how many classes are in it at once. */
  readonly isLimited: boolean;
  readonly isDiscouraged: boolean;
  readonly hasLocation: boolean;
  readonly travel: readonly { readonly room: string; readonly minutes: number }[];
  readonly sharing: UnitimeSharing | null;
}

/** Who may use a room when: a character for every `unit` slots, day after day. */
export interface UnitimeSharing {
  readonly pattern: string;
  readonly unit: number;
  readonly notAvailable: string;
  /** Department id by its character. */
  readonly departments: ReadonlyMap<string, string>;
}

export interface UnitimeClass {
  readonly id: string;
  readonly name: string | null;
  readonly offering: string | null;
  readonly config: string | null;
  readonly subpart: string | null;
  readonly parent: string | null;
  readonly department: string | null;
  /** Placed by somebody else for good. */
  readonly isCommitted: boolean;
  readonly limit: number | null;
  readonly roomCount: number;
  readonly instructors: readonly string[];
  readonly rooms: readonly UnitimeChoice[];
  readonly times: readonly UnitimeTime[];
}

/** What marks a candidate as part of a timetable that the file carries. */
export const unitimeMarks = ['solution', 'best', 'initial'] as const;
export type UnitimeMark = (typeof unitimeMarks)[number];

export interface UnitimeChoice {
  readonly id: string;
  /** From -4 (strongly preferred) to 4 (strongly discouraged), less than -50 required, more than 50 prohibited. */
  readonly preference: number;
  readonly marks: readonly UnitimeMark[];
}

export interface UnitimeTime extends Omit<UnitimeChoice, 'id'> {
  readonly days: string;
  /** In slots of the file. */
  readonly start: number;
  readonly length: number;
  /** A digit for every date, 1 where the class meets on its days; null when the file does not say. */
  readonly dates: string | null;
}

export interface UnitimeConstraint {
  readonly type: string;
  /** `R`, `P`, or a number: negative preferred, positive discouraged. */
  readonly preference: string;
  /** Parameters of the newer types: `_MaxBlock:120:30_`. */
  readonly reference: string;
  readonly classes: readonly string[];
  readonly element: XmlElement;
}

export interface UnitimeStudent {
  readonly id: string;
  readonly offerings: readonly string[];
  readonly classes: readonly string[];
  readonly isWeighted: boolean;
}

const mostDates = 2000;

/** Reads the elements of a `timetable`; what is wrong goes to `flaws`. */
export function readUnitimeFile(root: XmlElement, fileName: string, flaws: Flaws): UnitimeFile {
  const read = new XmlAttributes(flaws, 'unitime', fileName);
  const days = { dayCount: read.whole(root, 'nrDays', 7), slotsPerDay: read.whole(root, 'slotsPerDay', 288) };
  if (days.slotsPerDay < 1 || (24 * 60) % days.slotsPerDay !== 0) {
    read.flaw(root, 'unitime.slots', 'A day of 24 hours must have slots of whole minutes.', String(days.slotsPerDay));
  }
  const offeringOfConfig = new Map(
    listIn(root, 'configurations', 'config').map(({ attributes: { id, offering } }) => [id, offering]),
  );
  const nameParts = [root.attributes.initiative, root.attributes.term ?? root.attributes.year];
  return {
    ...days,
    name: nameParts.filter((part) => part !== undefined && part !== '').join(' ') || 'UniTime',
    rooms: listIn(root, 'rooms', 'room').map((element) => readRoom(element, read)),
    instructorNames: namesIn(root),
    classes: listIn(root, 'classes', 'class').map((element) => readClass(element, read, days, offeringOfConfig)),
    constraints: listIn(root, 'groupConstraints', 'constraint').map((element) => ({
      type: read.text(element, 'type'),
      preference: element.attributes.pref?.trim() ?? 'R',
      reference: element.attributes.reference ?? '',
      classes: childrenOf(element, 'class').map((item) => read.text(item, 'id')),
      element,
    })),
    students: listIn(root, 'students', 'student').map((element) => ({
      id: read.text(element, 'id'),
      offerings: childrenOf(element, 'offering').map((item) => read.text(item, 'id')),
      classes: childrenOf(element, 'class').map((item) => read.text(item, 'id')),
      isWeighted: childrenOf(element, 'offering').some((item) => read.decimal(item, 'weight', 1) !== 1),
    })),
  };
}

function namesIn(root: XmlElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const within = listIn(root, 'classes', 'class').flatMap((item) => childrenOf(item, 'instructor'));
  for (const { attributes } of [...within, ...listIn(root, 'instructors', 'instructor')]) {
    if (attributes.id && attributes.name) names.set(attributes.id, attributes.name);
  }
  return names;
}

function readRoom(element: XmlElement, read: XmlAttributes): UnitimeRoom {
  const { attributes } = element;
  const id = read.text(element, 'id');
  const [sharing] = childrenOf(element, 'sharing');
  return {
    id,
    name: attributes.name || `Room ${id}`,
    capacity: read.whole(element, 'capacity', 0),
    building: attributes.building ?? null,
    isLimited: attributes.constraint !== 'false' && attributes.fake !== 'true',
    isDiscouraged: attributes.discouraged === 'true',
    hasLocation: attributes.location !== undefined,
    travel: childrenOf(element, 'travel-time').map((way) => ({
      room: read.text(way, 'id'),
      minutes: read.whole(way, 'minutes'),
    })),
    sharing: sharing === undefined ? null : readSharing(sharing, read),
  };
}

function readSharing(element: XmlElement, read: XmlAttributes): UnitimeSharing | null {
  const [pattern] = childrenOf(element, 'pattern');
  if (pattern === undefined) return null;
  const unit = read.whole(pattern, 'unit', 1);
  if (unit < 1) read.flaw(pattern, 'unitime.unit', 'A unit of sharing is at least one slot.', String(unit));
  const [notAvailable] = childrenOf(element, 'notAvailable');
  return {
    pattern: pattern.text.trim(),
    unit: Math.max(1, unit),
    notAvailable: notAvailable === undefined ? '' : (notAvailable.attributes.value ?? 'X').slice(0, 1),
    departments: new Map(
      childrenOf(element, 'department').map((item, index) => [
        (item.attributes.value ?? String(index)).slice(0, 1),
        read.text(item, 'id'),
      ]),
    ),
  };
}

function readClass(
  element: XmlElement,
  read: XmlAttributes,
  days: Pick<UnitimeFile, 'dayCount' | 'slotsPerDay'>,
  offeringOfConfig: ReadonlyMap<string | undefined, string | undefined>,
): UnitimeClass {
  const { attributes } = element;
  const config = attributes.config ?? null;
  const rooms = childrenOf(element, 'room').map((room) => ({ id: read.text(room, 'id'), ...choice(room, read) }));
  return {
    id: read.text(element, 'id'),
    name: attributes.name || null,
    offering: attributes.offering ?? offeringOfConfig.get(config ?? undefined) ?? null,
    config,
    subpart: attributes.subpart ?? attributes.course ?? null,
    parent: attributes.parent ?? null,
    department: attributes.department ?? null,
    isCommitted: attributes.committed === 'true',
    limit: limitOf(element, read),
    roomCount: read.whole(element, 'nrRooms', rooms.length === 0 ? 0 : 1),
    instructors: [...new Set(childrenOf(element, 'instructor').map((item) => read.text(item, 'id')))],
    rooms,
    times: timesOf(element, read, days),
  };
}

/** Students who may attend: said by one of four attributes, according to the version. */
function limitOf(element: XmlElement, read: XmlAttributes): number | null {
  const names = ['maxClassLimit', 'classLimit', 'expectedCapacity', 'minClassLimit'];
  const name = names.find((candidate) => element.attributes[candidate] !== undefined);
  return name === undefined ? null : read.whole(element, name);
}

function timesOf(
  element: XmlElement,
  read: XmlAttributes,
  days: Pick<UnitimeFile, 'dayCount' | 'slotsPerDay'>,
): UnitimeTime[] {
  const ofClass = datesOfClass(element, read);
  const patterns = new Map(
    childrenOf(element, 'date').map((date) => [read.text(date, 'id'), datesIn(date, 'pattern', read)]),
  );
  return childrenOf(element, 'time').map((time) => {
    const { date } = time.attributes;
    const dates = date === undefined ? ofClass : patterns.get(date);
    if (dates === undefined) read.flaw(time, 'unitime.date', 'The class has no dates with this id.', date ?? '');
    const start = read.whole(time, 'start');
    const length = read.whole(time, 'length');
    if (length < 1 || start + length > days.slotsPerDay) {
      read.flaw(time, 'unitime.time', 'This time does not lie within one day.', `${start} + ${length}`);
    }
    const preference = choice(time, read);
    const datePreference = read.decimal(time, 'datePref', 0);
    return {
      ...preference,
      preference: preference.preference + datePreference,
      days: read.bits(time, 'days', days.dayCount),
      start,
      length,
      dates: dates ?? null,
    };
  });
}

function choice(element: XmlElement, read: XmlAttributes): Omit<UnitimeChoice, 'id'> {
  return {
    preference: read.decimal(element, 'pref', 0),
    marks: unitimeMarks.filter((mark) => element.attributes[mark] === 'true'),
  };
}

/** Dates as digits, or the first and the last of them as in the older versions. */
function datesOfClass(element: XmlElement, read: XmlAttributes): string | null {
  if (element.attributes.dates !== undefined) return datesIn(element, 'dates', read);
  if (element.attributes.startDay === undefined && element.attributes.endDay === undefined) return null;
  const [first, last] = [read.whole(element, 'startDay', 0), read.whole(element, 'endDay', 1)];
  if (first <= last && last < mostDates) return '0'.repeat(first) + '1'.repeat(last - first + 1);
  read.flaw(element, 'unitime.dateOrder', 'The dates of the class do not follow each other.', `${first} … ${last}`);
  return null;
}

function datesIn(element: XmlElement, name: string, read: XmlAttributes): string | null {
  const text = element.attributes[name]?.trim() ?? '';
  if (text === '' || (/^[01]+$/.test(text) && !text.includes('1'))) return null;
  if (/^[01]+$/.test(text) && text.length <= mostDates) return text;
  read.flaw(element, 'unitime.dates', 'Dates are at most {most} digits 0 or 1.', text, { most: mostDates });
  return null;
}
