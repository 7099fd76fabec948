import { packedLists } from '../domain/packed-problem.ts';
import type { Steps } from '../domain/steps.ts';
import {
  amount,
  anyRecord,
  bytes,
  flag,
  listOf,
  nullable,
  oneOf,
  optional,
  record,
  stepNumber,
  text,
} from './shapes.ts';

/** Shapes of everything that is stored, after the contracts in `records.ts` and the types they name. */
const texts = listOf(text);
const amounts = listOf(amount);
const candidates = optional(listOf(record({ id: text, penalty: optional(amount) })));
const slotSelections = listOf(record({ day: text, slots: amounts }));

const calendar = record({
  days: listOf(record({ id: text, name: text, weekday: optional(amount) })),
  slots: listOf(record({ start: text, end: text, name: optional(text) })),
  weekCount: amount,
  breaks: listOf(record({ name: text, slot: amount, days: optional(texts) })),
  closed: slotSelections,
  term: optional(
    record({ startDate: text, weeks: amount, holidays: listOf(record({ name: text, from: text, to: text })) }),
  ),
});

const event = record({
  id: text,
  courseId: text,
  name: optional(text),
  duration: amount,
  times: candidates,
  weeks: optional(amounts),
  roomCount: optional(amount),
  rooms: candidates,
  instructors: candidates,
  instructorCount: optional(amount),
  groupIds: texts,
  size: optional(amount),
  roomTypes: optional(texts),
  features: optional(texts),
  tags: optional(texts),
  lock: optional(record({ timeId: optional(text), roomIds: optional(texts), instructorIds: optional(texts) })),
});

const rule = record({
  id: text,
  kind: text,
  scope: record({
    of: oneOf(['events', 'courses', 'groups', 'instructors', 'rooms']),
    ids: optional(texts),
    tags: optional(texts),
    except: optional(texts),
  }),
  params: anyRecord,
  hard: flag,
  weight: amount,
  note: optional(text),
  enabled: optional(flag),
});

/** Shape of an item of each list of a problem. */
export const itemShapes = {
  meetingTimes: record({ id: text, days: texts, start: amount, length: amount, weeks: optional(amounts) }),
  courses: record({ id: text, name: text, tags: optional(texts) }),
  rooms: record({
    id: text,
    name: text,
    capacity: amount,
    type: optional(text),
    features: optional(texts),
    building: optional(text),
    shareable: optional(amount),
    tags: optional(texts),
  }),
  instructors: record({ id: text, name: text, tags: optional(texts) }),
  groups: record({
    id: text,
    name: text,
    size: amount,
    parentId: optional(text),
    overlaps: optional(texts),
    tags: optional(texts),
  }),
  students: record({ id: text, name: optional(text), eventIds: texts }),
  events: event,
  rules: rule,
};

export const coverShape = record({
  date: text,
  eventId: text,
  absentIds: texts,
  coveringId: text,
  note: optional(text),
});

export const problemFields = {
  name: text,
  calendar,
  meetingTimes: listOf(itemShapes.meetingTimes),
  courses: listOf(itemShapes.courses),
  rooms: listOf(itemShapes.rooms),
  instructors: listOf(itemShapes.instructors),
  groups: listOf(itemShapes.groups),
  students: listOf(itemShapes.students),
  events: listOf(itemShapes.events),
  rules: listOf(itemShapes.rules),
  notEnforced: listOf(record({ format: text, kind: text, text, count: amount })),
  covers: optional(listOf(coverShape)),
};

const problemShape = record(problemFields);

/** Place of the first flaw of a problem, or null; a step is a field, or an item of a list. */
export function* problemShapeSteps(problem: object): Steps<string | null> {
  for (const [name, shape] of Object.entries(problemFields)) {
    const field: unknown = Object.hasOwn(problem, name) ? Reflect.get(problem, name) : undefined;
    if (Array.isArray(field)) {
      for (const [index, item] of field.entries()) {
        if (shape([item], '') !== null) return shape(field, name) ?? `${name}[${index}]`;
        yield;
      }
    } else if (shape(field, '') !== null) return shape(field, name);
    yield;
  }
  return null;
}

export const reportShape = listOf(
  record({
    code: text,
    severity: oneOf(['error', 'warning', 'info']),
    message: text,
    values: optional(anyRecord),
    value: optional(text),
    place: optional(text),
    advice: optional(text),
  }),
);

export const rowVersion = oneOf([1]);
export const scoreShape = record({ unplaced: amount, hard: amount, soft: amount });

export const summaryShape = record({
  id: text,
  version: rowVersion,
  name: text,
  source: text,
  createdAt: text,
  updatedAt: text,
  savedAt: nullable(text),
  eventCount: amount,
});

export const problemRowShape = record({
  id: text,
  version: rowVersion,
  problem: problemShape,
  importReport: reportShape,
});

export const packedShape = record({
  rest: bytes,
  lists: record(Object.fromEntries(packedLists.map((list) => [list, listOf(bytes)]))),
});

export const packedProblemRowShape = record({
  id: text,
  version: oneOf([2, 3]),
  // Rows from before there was a log have none, see `restoreProject`.
  seq: optional(stepNumber),
  packed: packedShape,
  importReport: reportShape,
});

export const assignmentShape = record({
  eventId: text,
  timeId: optional(text),
  roomIds: texts,
  instructorIds: texts,
});

export const timetableDataShape = record({
  assignments: listOf(assignmentShape),
  enrolments: optional(listOf(record({ studentId: text, eventIds: texts }))),
});

export const timetableShape = record({
  id: text,
  version: rowVersion,
  projectId: text,
  name: text,
  createdAt: text,
  updatedAt: text,
  runId: nullable(text),
  score: nullable(scoreShape),
  seq: optional(stepNumber),
  timetable: timetableDataShape,
});

export const versionShape = record({
  id: text,
  version: rowVersion,
  projectId: text,
  name: text,
  note: text,
  createdAt: text,
  parentId: nullable(text),
  published: flag,
  seq: stepNumber,
  restoredBy: amounts,
  eventCount: amount,
  timetable: nullable(record({ id: text, name: text })),
  score: nullable(scoreShape),
});

export const versionContentShape = record({
  id: text,
  version: rowVersion,
  packed: packedShape,
  timetable: nullable(record({ assignments: listOf(bytes), enrolments: nullable(listOf(bytes)) })),
});
