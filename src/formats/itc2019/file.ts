import type { Flaws } from '../flaws.ts';
import { childOf, childrenOf, listIn, type XmlElement } from '../xml/xml.ts';
import { XmlAttributes } from '../xml/xml-attributes.ts';

/** An ITC-2019 problem as it stands in its file; see the format page of the competition (itc2019.org/format). */
export interface Itc2019File extends Itc2019Days {
  readonly name: string;
  readonly weights: Itc2019Weights;
  readonly rooms: readonly Itc2019Room[];
  readonly courses: readonly Itc2019Course[];
  readonly distributions: readonly Itc2019Distribution[];
  readonly students: readonly { readonly id: string; readonly courses: readonly string[] }[];
}

/** How time is divided: days of a week, weeks, slots from midnight to midnight. */
export interface Itc2019Days {
  readonly dayCount: number;
  readonly weekCount: number;
  readonly slotsPerDay: number;
}

export interface Itc2019Weights {
  readonly time: number;
  readonly room: number;
  readonly distribution: number;
  readonly student: number;
}

/** Days and weeks as strings of 0 and 1; start and length in the file's slots. */
export interface Itc2019Time {
  readonly days: string;
  readonly start: number;
  readonly length: number;
  readonly weeks: string;
}

export interface Itc2019Room {
  readonly id: string;
  readonly capacity: number;
  /** In slots. */
  readonly travel: readonly { readonly room: string; readonly value: number }[];
  readonly unavailable: readonly Itc2019Time[];
}

export interface Itc2019Course {
  readonly id: string;
  readonly configs: readonly { readonly subparts: readonly { readonly classes: readonly Itc2019Class[] }[] }[];
}

export interface Itc2019Class {
  readonly id: string;
  readonly limit: number | null;
  readonly parent: string | null;
  readonly needsRoom: boolean;
  readonly rooms: readonly { readonly id: string; readonly penalty: number }[];
  readonly times: readonly (Itc2019Time & { readonly penalty: number })[];
}

export interface Itc2019Distribution {
  /** With its parameters: `MaxBreaks(1,6)`. */
  readonly type: string;
  readonly required: boolean;
  readonly penalty: number;
  readonly classes: readonly string[];
}

/** Reads the elements of a `problem`; what is wrong goes to `flaws`. */
export function readItc2019File(root: XmlElement, fileName: string, flaws: Flaws): Itc2019File {
  const read = new XmlAttributes(flaws, 'itc2019', fileName);
  const optimization = childOf(root, 'optimization');
  const weight = (name: string) => (optimization === undefined ? 1 : read.whole(optimization, name, 1));
  const file = {
    name: read.text(root, 'name', 'ITC-2019'),
    dayCount: read.whole(root, 'nrDays'),
    weekCount: read.whole(root, 'nrWeeks'),
    slotsPerDay: read.whole(root, 'slotsPerDay'),
    weights: {
      time: weight('time'),
      room: weight('room'),
      distribution: weight('distribution'),
      student: weight('student'),
    },
  };
  if (file.slotsPerDay < 1 || (24 * 60) % file.slotsPerDay !== 0) {
    flaws.add('itc2019.slots', 'A day of 24 hours must have slots of whole minutes.', {
      value: file.slotsPerDay,
      place: read.place(root),
    });
  }
  const time = (element: XmlElement) => readTime(element, read, file);
  return {
    ...file,
    rooms: listIn(root, 'rooms', 'room').map((room) => ({
      id: read.text(room, 'id'),
      capacity: read.whole(room, 'capacity', 0),
      travel: childrenOf(room, 'travel').map((way) => ({
        room: read.text(way, 'room'),
        value: read.whole(way, 'value'),
      })),
      unavailable: childrenOf(room, 'unavailable').map(time),
    })),
    courses: listIn(root, 'courses', 'course').map((course) => ({
      id: read.text(course, 'id'),
      configs: childrenOf(course, 'config').map((config) => ({
        subparts: childrenOf(config, 'subpart').map((subpart) => ({
          classes: childrenOf(subpart, 'class').map((element) => readClass(element, read, time)),
        })),
      })),
    })),
    distributions: listIn(root, 'distributions', 'distribution').map((element) => ({
      type: read.text(element, 'type'),
      required: element.attributes.required === 'true',
      penalty: read.whole(element, 'penalty', 0),
      classes: childrenOf(element, 'class').map((item) => read.text(item, 'id')),
    })),
    students: listIn(root, 'students', 'student').map((student) => ({
      id: read.text(student, 'id'),
      courses: childrenOf(student, 'course').map((course) => read.text(course, 'id')),
    })),
  };
}

function readClass(element: XmlElement, read: XmlAttributes, time: (element: XmlElement) => Itc2019Time): Itc2019Class {
  const rooms = childrenOf(element, 'room');
  return {
    id: read.text(element, 'id'),
    limit: element.attributes.limit === undefined ? null : read.whole(element, 'limit'),
    parent: element.attributes.parent ?? null,
    needsRoom: element.attributes.room !== 'false' && rooms.length > 0,
    rooms: rooms.map((room) => ({ id: read.text(room, 'id'), penalty: read.whole(room, 'penalty', 0) })),
    times: childrenOf(element, 'time').map((item) => ({ ...time(item), penalty: read.whole(item, 'penalty', 0) })),
  };
}

function readTime(
  element: XmlElement,
  read: XmlAttributes,
  { dayCount, weekCount, slotsPerDay }: Itc2019Days,
): Itc2019Time {
  const time = {
    days: read.bits(element, 'days', dayCount),
    start: read.whole(element, 'start'),
    length: read.whole(element, 'length'),
    weeks: read.bits(element, 'weeks', weekCount),
  };
  if (time.length < 1 || time.start + time.length > slotsPerDay) {
    read.flaw(element, 'itc2019.time', 'This time does not lie within one day.', `${time.start} + ${time.length}`);
  }
  return time;
}
