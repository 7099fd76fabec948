import { childOf, childrenOf, parseXml, type XmlElement } from '../../src/formats/xml/xml.ts';

/**
 * An independent scorer of ITC-2019: straight from the problem's XML and a solution's XML to the parts of the objective
 * and the number of broken hard constraints, as the format page of the competition defines them. It shares nothing with
 * the product but the XML parser.
 */
export interface Itc2019Score {
  readonly time: number;
  readonly room: number;
  readonly distribution: number;
  readonly student: number;
  readonly total: number;
  /** Broken hard things, each once, by name. */
  readonly broken: ReadonlyMap<string, number>;
}

interface Meeting {
  readonly days: string;
  readonly weeks: string;
  readonly start: number;
  readonly end: number;
  readonly room: string | null;
  readonly students: readonly string[];
}

export function scoreItc2019(problemText: string, solutionText: string): Itc2019Score {
  const problem = rootOf(problemText);
  const meetings = meetingsOf(problem, rootOf(solutionText));
  const travel = travelOf(problem);
  const broken = new Map<string, number>();
  const breaks = (name: string, count = 1) => {
    if (count > 0) broken.set(name, (broken.get(name) ?? 0) + count);
  };
  const { time, room } = placements(problem, meetings, breaks);
  roomConflicts(problem, meetings, breaks);
  let distribution = 0;
  for (const element of listIn(problem, 'distributions', 'distribution')) {
    const type = attribute(element, 'type');
    const here = childrenOf(element, 'class').flatMap((item) => meetings.get(attribute(item, 'id')) ?? []);
    const units = violations(type, here, travel, problem);
    if (element.attributes.required === 'true') breaks(type, units > 0 ? 1 : 0);
    else distribution += divided(type, units * whole(element, 'penalty'), problem);
  }
  sectioning(problem, meetings, breaks);
  const student = studentConflicts(meetings, travel);
  const weights = childOf(problem, 'optimization');
  const weight = (name: string) => (weights === undefined ? 1 : whole(weights, name));
  const total =
    weight('time') * time + weight('room') * room + weight('distribution') * distribution + weight('student') * student;
  return { time, room, distribution, student, total, broken };
}

function rootOf(text: string): XmlElement {
  const root = parseXml(text, 'file');
  if (!root.ok) throw new Error(root.diagnostics[0]?.message);
  return root.value;
}

function attribute(element: XmlElement, name: string): string {
  return element.attributes[name] ?? '';
}

function whole(element: XmlElement, name: string): number {
  return Number(element.attributes[name] ?? 0);
}

function listIn(root: XmlElement, list: string, name: string): readonly XmlElement[] {
  const element = childOf(root, list);
  return element === undefined ? [] : childrenOf(element, name);
}

function classesOf(problem: XmlElement): XmlElement[] {
  return listIn(problem, 'courses', 'course').flatMap((course) => descendants(course, 'class'));
}

function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : descendants(child, name)));
}

function meetingsOf(problem: XmlElement, solution: XmlElement): Map<string, Meeting> {
  const lengths = new Map<string, XmlElement>(classesOf(problem).map((item) => [attribute(item, 'id'), item]));
  return new Map(
    childrenOf(solution, 'class').map((item) => {
      const start = whole(item, 'start');
      const time = childrenOf(lengths.get(attribute(item, 'id')) ?? item, 'time').find((option) =>
        ['days', 'start', 'weeks'].every((name) => attribute(option, name) === attribute(item, name)),
      );
      const meeting: Meeting = {
        days: attribute(item, 'days'),
        weeks: attribute(item, 'weeks'),
        start,
        end: start + (time === undefined ? 0 : whole(time, 'length')),
        room: item.attributes.room ?? null,
        students: childrenOf(item, 'student').map((student) => attribute(student, 'id')),
      };
      return [attribute(item, 'id'), meeting];
    }),
  );
}

type Travel = (first: string | null, second: string | null) => number;

function travelOf(problem: XmlElement): Travel {
  const values = new Map<string, number>();
  for (const room of listIn(problem, 'rooms', 'room')) {
    for (const way of childrenOf(room, 'travel')) {
      const [from, to] = [attribute(room, 'id'), attribute(way, 'room')];
      values.set(`${from}>${to}`, whole(way, 'value'));
      values.set(`${to}>${from}`, whole(way, 'value'));
    }
  }
  return (first, second) => (first === null || second === null ? 0 : (values.get(`${first}>${second}`) ?? 0));
}

function placements(
  problem: XmlElement,
  meetings: ReadonlyMap<string, Meeting>,
  breaks: (name: string, count?: number) => void,
): { readonly time: number; readonly room: number } {
  let time = 0;
  let room = 0;
  for (const item of classesOf(problem)) {
    const meeting = meetings.get(attribute(item, 'id'));
    if (meeting === undefined) {
      breaks('unplaced');
      continue;
    }
    const option = childrenOf(item, 'time').find(
      (candidate) =>
        attribute(candidate, 'days') === meeting.days &&
        attribute(candidate, 'weeks') === meeting.weeks &&
        whole(candidate, 'start') === meeting.start,
    );
    if (option === undefined) breaks('time domain');
    else time += whole(option, 'penalty');
    const rooms = childrenOf(item, 'room');
    if (item.attributes.room === 'false' || rooms.length === 0) continue;
    const place = rooms.find((candidate) => attribute(candidate, 'id') === meeting.room);
    if (place === undefined) breaks('room domain');
    else room += whole(place, 'penalty');
  }
  return { time, room };
}

function shareBit(first: string, second: string): boolean {
  return [...first].some((bit, index) => bit === '1' && second[index] === '1');
}

function overlap(first: Omit<Meeting, 'students' | 'room'>, second: Omit<Meeting, 'students' | 'room'>): boolean {
  return (
    first.start < second.end &&
    second.start < first.end &&
    shareBit(first.days, second.days) &&
    shareBit(first.weeks, second.weeks)
  );
}

function roomConflicts(
  problem: XmlElement,
  meetings: ReadonlyMap<string, Meeting>,
  breaks: (name: string, count?: number) => void,
): void {
  const all = [...meetings.values()];
  for (const room of listIn(problem, 'rooms', 'room')) {
    const here = all.filter((meeting) => meeting.room === attribute(room, 'id'));
    here.forEach((meeting, index) => {
      breaks('room', here.slice(0, index).filter((other) => overlap(meeting, other)).length);
      for (const closed of childrenOf(room, 'unavailable')) {
        const start = whole(closed, 'start');
        const times = { days: attribute(closed, 'days'), weeks: attribute(closed, 'weeks'), start };
        if (overlap(meeting, { ...times, end: start + whole(closed, 'length') })) breaks('room unavailable');
      }
    });
  }
}

function canAttend(first: Meeting, second: Meeting, travel: Travel): boolean {
  if (!shareBit(first.days, second.days) || !shareBit(first.weeks, second.weeks)) return true;
  const way = travel(first.room, second.room);
  return first.end + way <= second.start || second.end + way <= first.start;
}

function subset(first: string, second: string): boolean {
  return [...first].every((bit, index) => bit === '0' || second[index] === '1');
}

/** True when two classes, the first listed first, keep a constraint that is about pairs. */
function pairKept(type: string, [number = 0]: readonly number[], a: Meeting, b: Meeting, travel: Travel): boolean {
  const together = shareBit(a.days, b.days) && shareBit(a.weeks, b.weeks);
  switch (type) {
    case 'SameStart':
      return a.start === b.start;
    case 'SameTime':
      return (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end);
    case 'DifferentTime':
      return a.end <= b.start || b.end <= a.start;
    case 'SameDays':
      return subset(a.days, b.days) || subset(b.days, a.days);
    case 'DifferentDays':
      return !shareBit(a.days, b.days);
    case 'SameWeeks':
      return subset(a.weeks, b.weeks) || subset(b.weeks, a.weeks);
    case 'DifferentWeeks':
      return !shareBit(a.weeks, b.weeks);
    case 'Overlap':
      return overlap(a, b);
    case 'NotOverlap':
      return !overlap(a, b);
    // of a class without a room the format says nothing here; no published instance asks
    case 'SameRoom':
      return a.room === null || b.room === null || a.room === b.room;
    case 'DifferentRoom':
      return a.room === null || b.room === null || a.room !== b.room;
    case 'SameAttendees':
      return canAttend(a, b, travel);
    case 'Precedence':
      return precedes(a, b);
    case 'WorkDay':
      return !together || Math.max(a.end, b.end) - Math.min(a.start, b.start) <= number;
    case 'MinGap':
      return !together || a.end + number <= b.start || b.end + number <= a.start;
    default:
      throw new Error(`There is no distribution constraint ${type}`);
  }
}

function precedes(a: Meeting, b: Meeting): boolean {
  const weeks = a.weeks.indexOf('1') - b.weeks.indexOf('1');
  if (weeks !== 0) return weeks < 0;
  const days = a.days.indexOf('1') - b.days.indexOf('1');
  return days === 0 ? a.end <= b.start : days < 0;
}

const overAll = ['MaxDayLoad', 'MaxBreaks', 'MaxBlock'];

function divided(type: string, sum: number, problem: XmlElement): number {
  return overAll.some((name) => type.startsWith(name)) ? Math.floor(sum / whole(problem, 'nrWeeks')) : sum;
}

/** What the penalty is multiplied by: pairs, or days, slots, breaks and blocks over all days and weeks. */
function violations(text: string, here: readonly Meeting[], travel: Travel, problem: XmlElement): number {
  const [, type = '', list = ''] = /^([A-Za-z]+)(?:\(([\d,]+)\))?$/.exec(text) ?? [];
  const numbers = list.split(',').map(Number);
  if (type === 'MaxDays') {
    const used = [...Array(whole(problem, 'nrDays')).keys()].filter((day) =>
      here.some(({ days }) => days[day] === '1'),
    );
    return Math.max(0, used.length - (numbers[0] ?? 0));
  }
  if (overAll.includes(type)) return overDays(type, numbers, here, problem);
  let count = 0;
  here.forEach((b, index) => {
    for (const a of here.slice(0, index)) if (!pairKept(type, numbers, a, b, travel)) count++;
  });
  return count;
}

function overDays(type: string, [first = 0, gap = 0]: readonly number[], all: readonly Meeting[], problem: XmlElement) {
  let sum = 0;
  for (let week = 0; week < whole(problem, 'nrWeeks'); week++) {
    for (let day = 0; day < whole(problem, 'nrDays'); day++) {
      const here = all.filter(({ days, weeks }) => days[day] === '1' && weeks[week] === '1');
      if (type === 'MaxDayLoad') {
        sum += Math.max(0, here.reduce((load, { start, end }) => load + end - start, 0) - first);
        continue;
      }
      const blocks = blocksOf(here, gap);
      if (type === 'MaxBreaks') sum += Math.max(0, blocks.length - first - 1);
      else sum += blocks.filter(({ count, start, end }) => count > 1 && end - start > first).length;
    }
  }
  return sum;
}

/** Merges until nothing is left to be merged, as the definition says. */
function blocksOf(here: readonly Meeting[], gap: number) {
  const blocks = here.map(({ start, end }) => ({ start, end, count: 1 }));
  for (;;) {
    const pair = blocks
      .flatMap((a, at) => blocks.slice(at + 1).map((b) => [a, b] as const))
      .find(([a, b]) => a.end + gap >= b.start && b.end + gap >= a.start);
    if (pair === undefined) return blocks;
    const [a, b] = pair;
    blocks.splice(blocks.indexOf(b), 1);
    const merged = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end), count: a.count + b.count };
    blocks.splice(blocks.indexOf(a), 1, merged);
  }
}

/** Every student in one class of each subpart of one configuration of each course; parents; limits. */
function sectioning(
  problem: XmlElement,
  meetings: ReadonlyMap<string, Meeting>,
  breaks: (name: string, count?: number) => void,
): void {
  const classesOfStudent = new Map<string, Set<string>>();
  for (const [id, { students }] of meetings) {
    for (const student of students) {
      classesOfStudent.set(student, (classesOfStudent.get(student) ?? new Set()).add(id));
    }
  }
  const courses = new Map(listIn(problem, 'courses', 'course').map((course) => [attribute(course, 'id'), course]));
  for (const student of listIn(problem, 'students', 'student')) {
    const taken = classesOfStudent.get(attribute(student, 'id')) ?? new Set();
    let expected = 0;
    for (const request of childrenOf(student, 'course')) {
      const course = courses.get(attribute(request, 'id'));
      const configuration = childrenOf(course as XmlElement, 'config').find((config) =>
        descendants(config, 'class').some((item) => taken.has(attribute(item, 'id'))),
      );
      if (configuration === undefined) {
        breaks('course without classes');
        continue;
      }
      for (const subpart of childrenOf(configuration, 'subpart')) {
        const here = childrenOf(subpart, 'class').filter((item) => taken.has(attribute(item, 'id')));
        if (here.length !== 1) breaks('subpart');
        expected += here.length;
        for (const item of here) if (item.attributes.parent && !taken.has(item.attributes.parent)) breaks('parent');
      }
    }
    if (expected !== taken.size) breaks('classes not asked for');
  }
  for (const item of classesOf(problem)) {
    const students = meetings.get(attribute(item, 'id'))?.students.length ?? 0;
    if (item.attributes.limit !== undefined && students > whole(item, 'limit')) breaks('limit');
  }
}

function studentConflicts(meetings: ReadonlyMap<string, Meeting>, travel: Travel): number {
  const ofStudent = new Map<string, Meeting[]>();
  for (const meeting of meetings.values()) {
    for (const student of meeting.students) ofStudent.set(student, [...(ofStudent.get(student) ?? []), meeting]);
  }
  let count = 0;
  for (const list of ofStudent.values()) {
    list.forEach((meeting, index) => {
      count += list.slice(0, index).filter((other) => !canAttend(meeting, other, travel)).length;
    });
  }
  return count;
}
