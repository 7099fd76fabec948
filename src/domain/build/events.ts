import type { DomainItem, Event, MeetingTime } from '../problem.ts';
import type { Candidate, EventData, ProblemData } from '../problem-data.ts';
import type { Steps } from '../steps.ts';
import { parsePlainId, plainTimeId, weekSubset } from '../time-ids.ts';
import { type Calendar, weeksOf } from './calendar.ts';
import type { Groups } from './groups.ts';
import type { TimeFamily, TimeTable } from './meeting-times.ts';
import { neededInstructors } from './needed-instructors.ts';
import { largestNumber, type Remarks } from './remarks.ts';

/** An event without what depends on the resources. */
export type EventDraft = Omit<Event, 'staticResources'>;

export interface EventSources {
  readonly data: ProblemData;
  readonly calendar: Calendar;
  readonly table: TimeTable;
  readonly groups: Groups;
  readonly indexOfCourse: ReadonlyMap<string, number>;
  readonly indexOfRoom: ReadonlyMap<string, number>;
  readonly indexOfInstructor: ReadonlyMap<string, number>;
  readonly studentsOfEvent: ReadonlyMap<string, number>;
  readonly remarks: Remarks;
}

const mostRooms = 16;

/** The plain blocks that events need: their own where their domain is implied, and those named in domains and locks. */
export function timeFamilies(events: readonly EventData[], calendar: Calendar): TimeFamily[] {
  const families = new Map<string, TimeFamily>();
  const need = (length: number, weeks: readonly number[] | null) => {
    const inRange = Number.isInteger(length) && length >= 1 && length <= calendar.slotCount;
    const known = weeks?.every((week) => Number.isInteger(week) && week >= 0 && week < calendar.weekCount) ?? true;
    if (inRange && known && weeks?.length !== 0) families.set(`${length}/${weeks?.join(',') ?? ''}`, { length, weeks });
  };
  for (const event of events) {
    const own = { length: event.duration, weeks: weekSubset(event.weeks, calendar.weekCount) };
    if (event.times === undefined) need(own.length, own.weeks);
    const named = (event.times ?? []).map((time) => time.id);
    if (event.lock?.timeId !== undefined) named.push(event.lock.timeId);
    if (event.stay?.timeId !== undefined) named.push(event.stay.timeId);
    for (const id of named) {
      const block = parsePlainId(id, own);
      if (block !== null && calendar.indexOfDay.has(block.dayId)) need(block.length, canonical(block.weeks, calendar));
    }
  }
  const key = (family: TimeFamily) => (family.weeks === null ? '' : family.weeks.map((week) => week + 100).join(','));
  return [...families.values()].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) || a.length - b.length);
}

function canonical(weeks: readonly number[] | null, calendar: Calendar): readonly number[] | null {
  return weeks === null ? null : weekSubset(weeks, calendar.weekCount);
}

/** Domains that many events share: found once, because thousands of events ask. */
interface Shared extends EventSources {
  readonly everyRoom: readonly Candidate[];
  /** Own blocks by duration and weeks. */
  readonly blocks: Map<string, readonly DomainItem[]>;
  /** Items without penalty, by index. */
  readonly unpenalised: DomainItem[];
}

export function* buildEvents(sources: EventSources): Steps<EventDraft[]> {
  sources.remarks.indexById(sources.data.events, 'events');
  const everyRoom = sources.data.rooms.map((room) => ({ id: room.id }));
  const shared: Shared = { ...sources, everyRoom, blocks: new Map(), unpenalised: [] };
  const drafts: EventDraft[] = [];
  for (const [index, data] of sources.data.events.entries()) {
    drafts.push(buildEvent(data, index, shared));
    yield;
  }
  return drafts;
}

/** An event that is being built, with its place in the data. */
interface Given {
  readonly data: EventData;
  readonly place: string;
  readonly sources: Shared;
}

function buildEvent(data: EventData, index: number, sources: Shared): EventDraft {
  const { remarks, calendar, groups, indexOfRoom, indexOfInstructor } = sources;
  const place = `events[${index}]`;
  const given: Given = { data, place, sources };
  const course = remarks.reference(sources.indexOfCourse, data.courseId, 'course', `${place}.courseId`);
  const duration = remarks.whole(data.duration, 1, largestNumber, 'The duration', `${place}.duration`) ?? 1;
  if (data.weeks !== undefined) weeksOf(data.weeks, calendar.weekCount, remarks, `${place}.weeks`);
  const groupList = remarks.references(groups.indexOfGroup, data.groupIds, 'group', `${place}.groupIds`);
  if (data.size !== undefined) remarks.whole(data.size, 0, largestNumber, 'The size of an event', `${place}.size`);
  const roomCount = remarks.whole(data.roomCount ?? 1, 0, mostRooms, 'The number of rooms', `${place}.roomCount`) ?? 1;
  const listedRooms = roomCount === 0 ? [] : (data.rooms ?? sources.everyRoom);
  const rooms = candidates(listedRooms, indexOfRoom, 'room', `${place}.rooms`, sources);
  const pool = candidates(data.instructors ?? [], indexOfInstructor, 'instructor', `${place}.instructors`, sources);
  const { roomIds = [], instructorIds = [] } = data.lock ?? {};
  const lockedRooms = remarks.references(indexOfRoom, roomIds, 'room', `${place}.lock.roomIds`);
  const lockedInstructors = remarks.references(
    indexOfInstructor,
    instructorIds,
    'instructor',
    `${place}.lock.instructorIds`,
  );
  checkStay(given);
  const instructorCount = neededInstructors(data, pool.length, place, remarks);
  const instructors = narrowed(pool, lockedInstructors, instructorCount, 'instructor', given);
  const draft: EventDraft = {
    index,
    id: data.id,
    course,
    name: data.name ?? sources.data.courses[course]?.name ?? data.id,
    duration,
    times: lockedTimes(timeDomain(given), given),
    roomCount,
    rooms: roomCount === 0 ? [] : narrowed(rooms, lockedRooms, roomCount, 'room', given),
    instructorCount,
    instructors,
    instructorsFixed: instructors.length === instructorCount,
    groups: groupList,
    size: data.size ?? sizeOf(groupList, groups, sources.studentsOfEvent.get(data.id) ?? 0),
    tags: data.tags ?? [],
    lock: data.lock ?? null,
    stay: data.stay ?? null,
  };
  remarkEmptyDomains(draft, place, sources);
  return draft;
}

function checkStay(given: Given): void {
  const { data, place, sources } = given;
  const { stay } = data;
  if (stay === undefined) return;
  const { timeId, roomIds = [], instructorIds = [] } = stay;
  if (timeId !== undefined) namedTime(timeId, `${place}.stay.timeId`, given);
  sources.remarks.references(sources.indexOfRoom, roomIds, 'room', `${place}.stay.roomIds`);
  const placeOfInstructors = `${place}.stay.instructorIds`;
  sources.remarks.references(sources.indexOfInstructor, instructorIds, 'instructor', placeOfInstructors);
}

function candidates(
  list: readonly Candidate[],
  indexOf: ReadonlyMap<string, number>,
  what: string,
  place: string,
  sources: Shared,
): readonly DomainItem[] {
  return plainCandidates(list, indexOf, sources) ?? checkedCandidates(list, indexOf, what, place, sources.remarks);
}

/** The usual list, all known, different and without penalty; null for any other. */
function plainCandidates(
  list: readonly Candidate[],
  indexOf: ReadonlyMap<string, number>,
  { unpenalised }: Shared,
): readonly DomainItem[] | null {
  const items = new Set<DomainItem>();
  for (const candidate of list) {
    const index = indexOf.get(candidate.id);
    if (index === undefined || candidate.penalty !== undefined) return null;
    const item = unpenalised[index] ?? { index, penalty: 0 };
    unpenalised[index] = item;
    items.add(item);
  }
  return items.size === list.length ? [...items] : null;
}

function checkedCandidates(
  list: readonly Candidate[],
  indexOf: ReadonlyMap<string, number>,
  what: string,
  place: string,
  remarks: Remarks,
): readonly DomainItem[] {
  const items = new Map<number, DomainItem>();
  list.forEach((candidate, position) => {
    const index = remarks.reference(indexOf, candidate.id, what, `${place}[${position}]`);
    if (index >= 0) addItem(items, index, candidate, `${place}[${position}]`, remarks);
  });
  return [...items.values()];
}

function addItem(items: Map<number, DomainItem>, index: number, candidate: Candidate, place: string, remarks: Remarks) {
  const penalty = remarks.whole(candidate.penalty ?? 0, 0, largestNumber, 'A penalty', `${place}.penalty`) ?? 0;
  if (items.has(index)) {
    remarks.error('duplicateId', 'The candidate "{id}" is listed twice.', {
      value: candidate.id,
      place,
      values: { id: candidate.id },
    });
  } else items.set(index, { index, penalty });
}

function timeDomain(given: Given): readonly DomainItem[] {
  const { data, place, sources } = given;
  if (data.times === undefined) return impliedTimes(given);
  const items = new Map<number, DomainItem>();
  data.times.forEach((candidate, position) => {
    const index = namedTime(candidate.id, `${place}.times[${position}]`, given);
    if (index >= 0) addItem(items, index, candidate, `${place}.times[${position}]`, sources.remarks);
  });
  return [...items.values()];
}

/** Every own block of the event that touches no break and no closed slot; if there is none such, every own block. */
function impliedTimes({ data, place, sources }: Given): readonly DomainItem[] {
  const { calendar, remarks } = sources;
  if (data.duration > calendar.slotCount) {
    remarks.warning('eventTooLong', 'The event "{id}" is longer than a day and cannot be placed.', {
      values: { id: data.id, n: calendar.slotCount },
      value: data.duration,
      place: `${place}.duration`,
      advice: 'A day has {n} slots: split the event.',
    });
  }
  const weeks = weekSubset(data.weeks, calendar.weekCount);
  const key = `${data.duration}/${weeks?.join(',') ?? ''}`;
  const found = sources.blocks.get(key) ?? openBlocks(data.duration, weeks, sources);
  sources.blocks.set(key, found);
  return found;
}

function openBlocks(
  duration: number,
  weeks: readonly number[] | null,
  { calendar, table }: EventSources,
): readonly DomainItem[] {
  const all: MeetingTime[] = [];
  for (const dayId of calendar.dayIds) {
    for (let start = 0; start < calendar.slotCount; start++) {
      const index = table.indexOfTime.get(plainTimeId(dayId, start, duration, weeks));
      const time = index === undefined ? undefined : table.times[index];
      if (time !== undefined) all.push(time);
    }
  }
  const open = all.filter((time) =>
    time.spans.every((span) => (span.mask & shutMask(span.dayIndex % calendar.dayCount, calendar)) === 0),
  );
  return (open.length > 0 ? open : all).map((time) => ({ index: time.index, penalty: 0 }));
}

function shutMask(day: number, calendar: Calendar): number {
  return (calendar.breakMaskOfDay[day] ?? 0) | (calendar.closedMaskOfDay[day] ?? 0);
}

/** The index of a meeting time that the data name at `place`, or -1 with an error. */
function namedTime(id: string, place: string, { data, sources }: Given): number {
  const { calendar, table, remarks } = sources;
  const own = { length: data.duration, weeks: weekSubset(data.weeks, calendar.weekCount) };
  const block = parsePlainId(id, own);
  const plain = block !== null && calendar.indexOfDay.has(block.dayId) ? block : null;
  const canonicalId =
    plain === null ? id : plainTimeId(plain.dayId, plain.slot, plain.length, canonical(plain.weeks, calendar));
  const index = table.indexOfTime.get(canonicalId);
  if (index !== undefined) return index;
  if (plain !== null && plain.slot + plain.length > calendar.slotCount) {
    remarks.error('slotOutOfRange', 'The meeting time "{id}" does not fit into a day of {slots} slots.', {
      values: { id, slots: calendar.slotCount },
      value: id,
      place,
    });
  } else remarks.reference(table.indexOfTime, id, 'meeting time', place);
  return -1;
}

function lockedTimes(domain: readonly DomainItem[], given: Given): readonly DomainItem[] {
  const timeId = given.data.lock?.timeId;
  if (timeId === undefined) return domain;
  const locked = namedTime(timeId, `${given.place}.lock.timeId`, given);
  return locked < 0 ? domain : narrowed(domain, [locked], 1, 'time', given);
}

const fieldOfLock = { time: 'timeId', room: 'roomIds', instructor: 'instructorIds' } as const;

/**
 * What the lock leaves of a domain from which `count` are needed: a full lock replaces it, one that names too few only
 * makes sure that they are in it.
 */
function narrowed(
  domain: readonly DomainItem[],
  locked: readonly number[],
  count: number,
  what: keyof typeof fieldOfLock,
  { data, place, sources }: Given,
): readonly DomainItem[] {
  if (locked.length === 0 || count === 0) return domain;
  const items = locked.map((index) => {
    const inside = domain.find((item) => item.index === index);
    if (inside === undefined) {
      sources.remarks.warning(
        'lockOutside',
        'The locked {what} of "{id}" is not one of its candidates; the lock wins.',
        {
          values: { what, id: data.id },
          value: data.lock?.[fieldOfLock[what]],
          place: `${place}.lock`,
        },
      );
    }
    return inside ?? { index, penalty: 0 };
  });
  if (locked.length >= count) return items;
  return [...domain, ...items.filter((item) => !domain.includes(item))];
}

/** Sum of the groups' sizes (a group inside another listed one adds nobody) and of the individual students. */
function sizeOf(list: readonly number[], { groups }: Groups, students: number): number {
  let size = students;
  for (const index of list) {
    let inside = false;
    for (let at = groups[index]?.parent ?? -1; at >= 0; at = groups[at]?.parent ?? -1) inside ||= list.includes(at);
    if (!inside) size += groups[index]?.data.size ?? 0;
  }
  return size;
}

function remarkEmptyDomains(event: EventDraft, place: string, { remarks }: EventSources): void {
  const remark = (what: string, field: string) =>
    remarks.warning('emptyDomain', 'The event "{id}" has no possible {what} and cannot be placed.', {
      values: { id: event.id, what },
      value: event.id,
      place: `${place}.${field}`,
    });
  if (event.times.length === 0) remark('meeting time', 'times');
  if (event.roomCount > 0 && event.rooms.length === 0) remark('room', 'rooms');
}
