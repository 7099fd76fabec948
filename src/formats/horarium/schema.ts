import * as z from 'zod/mini';
import { placeParts } from '../../domain/problem-data.ts';

// Without this, zod tries to compile code, which the content security policy forbids.
z.config({ jitless: true });

/** Version of the project file. A newer one is refused; older ones will be migrated here. */
export const projectFormatVersion = 1;

const id = z.string().check(z.minLength(1), z.maxLength(300));
const text = z.string().check(z.maxLength(2000));
const whole = z.int().check(z.gte(0), z.lte(1_000_000));
const slot = z.int().check(z.gte(0), z.lte(1000));
const week = z.int().check(z.gte(0), z.lte(51));
const clock = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/));
const date = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
const tags = z.exactOptional(z.array(id));
const ids = z.array(id);

const slotSelection = z.strictObject({ day: id, slots: z.array(slot), weeks: z.exactOptional(z.array(week)) });

const term = z.strictObject({
  startDate: date,
  weeks: z.int().check(z.gte(1), z.lte(104)),
  holidays: z.array(z.strictObject({ name: text, from: date, to: date })),
});

const calendar = z.strictObject({
  days: z.array(z.strictObject({ id, name: text, weekday: z.exactOptional(z.int().check(z.gte(1), z.lte(7))) })),
  slots: z.array(z.strictObject({ start: clock, end: clock, name: z.exactOptional(text) })),
  weekCount: z.int().check(z.gte(1), z.lte(52)),
  breaks: z.array(z.strictObject({ name: text, slot, days: z.exactOptional(ids) })),
  closed: z.array(slotSelection),
  term: z.exactOptional(term),
});

const meetingTime = z.strictObject({
  id,
  days: ids,
  start: slot,
  length: z.int().check(z.gte(1), z.lte(1000)),
  weeks: z.exactOptional(z.array(week)),
});

const room = z.strictObject({
  id,
  name: text,
  capacity: whole,
  type: z.exactOptional(text),
  features: z.exactOptional(z.array(text)),
  building: z.exactOptional(text),
  shareable: z.exactOptional(whole),
  travel: z.exactOptional(z.array(z.strictObject({ roomId: id, minutes: whole }))),
  tags,
});

const group = z.strictObject({
  id,
  name: text,
  size: whole,
  parentId: z.exactOptional(id),
  overlaps: z.exactOptional(ids),
  tags,
});

const candidate = z.strictObject({ id, penalty: z.exactOptional(whole) });
const candidates = z.exactOptional(z.array(candidate));

const place = {
  timeId: z.exactOptional(id),
  roomIds: z.exactOptional(ids),
  instructorIds: z.exactOptional(ids),
};

const event = z.strictObject({
  id,
  courseId: id,
  name: z.exactOptional(text),
  duration: z.int().check(z.gte(1), z.lte(1000)),
  times: candidates,
  weeks: z.exactOptional(z.array(week)),
  roomCount: z.exactOptional(whole),
  rooms: candidates,
  instructors: candidates,
  instructorCount: z.exactOptional(whole),
  groupIds: ids,
  size: z.exactOptional(whole),
  roomTypes: z.exactOptional(z.array(text)),
  features: z.exactOptional(z.array(text)),
  tags,
  lock: z.exactOptional(z.strictObject({ ...place, published: z.exactOptional(z.array(z.enum(placeParts))) })),
  stay: z.exactOptional(z.strictObject(place)),
  limit: z.exactOptional(whole),
  parentId: z.exactOptional(id),
});

const rule = z.strictObject({
  id,
  kind: id,
  scope: z.strictObject({
    of: z.enum(['events', 'courses', 'groups', 'instructors', 'rooms']),
    ids: z.exactOptional(ids),
    tags,
    except: z.exactOptional(ids),
  }),
  params: z.record(z.string(), z.unknown()),
  hard: z.boolean(),
  weight: whole,
  note: z.exactOptional(text),
  enabled: z.exactOptional(z.literal(false)),
});

const configuration = z.strictObject({ parts: z.array(ids) });
const course = z.strictObject({ id, name: text, tags, configurations: z.exactOptional(z.array(configuration)) });
const instructor = z.strictObject({ id, name: text, tags });
const student = z.strictObject({ id, name: z.exactOptional(text), eventIds: ids, courseIds: z.exactOptional(ids) });
// Text of other formats is kept whatever its length.
const foreignRule = z.strictObject({ format: text, kind: text, text: z.string(), count: whole });

const cover = z.strictObject({
  date,
  eventId: id,
  absentIds: ids,
  coveringId: id,
  note: z.exactOptional(text),
});

const problem = z.strictObject({
  name: text,
  calendar,
  meetingTimes: z.array(meetingTime),
  courses: z.array(course),
  rooms: z.array(room),
  instructors: z.array(instructor),
  groups: z.array(group),
  students: z.array(student),
  events: z.array(event),
  rules: z.array(rule),
  notEnforced: z.array(foreignRule),
  covers: z.exactOptional(z.array(cover)),
});

const assignment = z.strictObject({ eventId: id, timeId: z.exactOptional(id), roomIds: ids, instructorIds: ids });
const enrolments = z.exactOptional(z.array(z.strictObject({ studentId: id, eventIds: ids })));
const timetable = z.strictObject({ assignments: z.array(assignment), enrolments });
const namedTimetable = z.strictObject({ id, name: text, createdAt: text, timetable });

/** Entries of the long lists, to be checked one by one. */
export const entrySchemas = {
  problem: {
    meetingTimes: meetingTime,
    courses: course,
    rooms: room,
    instructors: instructor,
    groups: group,
    students: student,
    events: event,
    rules: rule,
    notEnforced: foreignRule,
    covers: cover,
  },
  timetable: namedTimetable,
  assignment,
};

/**
 * The whole file. Unknown names are refused rather than dropped: a misspelt one would lose what the user wrote. Those of
 * `extensions.ts` are let through by `checkedContent`.
 */
export const projectFileSchema = z.strictObject({
  $schema: z.exactOptional(z.string()),
  format: z.literal('horarium'),
  formatVersion: z.literal(projectFormatVersion),
  checksum: z.exactOptional(z.string().check(z.regex(/^crc32:[0-9a-f]{8}$/))),
  problem,
  timetables: z.array(namedTimetable),
});

/** What the schema accepts; that it is what the domain expects is checked where it is taken over (`checkedContent`). */
export type ProjectFile = z.infer<typeof projectFileSchema>;

/** JSON Schema of the file, as it is published with the app. */
export function projectJsonSchema(): string {
  const schema = z.toJSONSchema(projectFileSchema, {
    override: ({ jsonSchema }) => {
      // What other programs add is the one exception to the names being all known (`extensions.ts`).
      if (jsonSchema.additionalProperties === false) jsonSchema.patternProperties = { '^x-': {} };
    },
  });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, title: 'Horarium project', ...rest }, null, 1)}\n`;
}
