import { definitionOf } from '../domain/constraints/registry.ts';
import type { Candidate, EventData, EventPlace, ForeignRule, ProblemData, RuleData } from '../domain/problem-data.ts';
import type { AssignmentData, TimetableData } from '../domain/timetable.ts';
import type { Participant, ProjectContent, Redaction, WriteOptions } from './format.ts';

type Ids = ReadonlyMap<string, string>;

/** Rules whose notes may say why somebody is away. */
const availabilityKinds: readonly string[] = ['unavailable', 'preferredTime'];

/**
 * The project without what others should not know. People are called by their place in the list ("Instructor 12"), ids
 * included, since these are often names; so the same project always gives the same. Rules of other formats that were kept
 * word for word are left out where they name somebody. Everything a timetable is scored by stays as it is.
 */
export function redact(content: ProjectContent, redaction: Redaction): ProjectContent {
  const { problem, timetables } = content;
  const instructors = redaction.instructorNames === true ? numbered(problem.instructors, 'instructor') : null;
  const students = redaction.studentNames === true ? numbered(problem.students, 'student') : null;
  const idsOf = (ids: readonly string[]) => renamed(ids, instructors);
  return {
    problem: redactedProblem(problem, redaction, instructors, students),
    timetables: timetables.map((entry) => ({
      ...entry,
      timetable: redactedTimetable(entry.timetable, idsOf, students),
    })),
  };
}

/** The options of a writer for the redacted project, in which an instructor has another id. */
export function redactedOptions(
  { problem }: ProjectContent,
  { instructorNames }: Redaction,
  options: WriteOptions,
): WriteOptions {
  const { participant, participants } = options;
  if (instructorNames !== true) return options;
  const ids = numbered(problem.instructors, 'instructor');
  const renamedOne = (given: Participant): Participant =>
    given.kind === 'instructor' ? { ...given, id: ids.get(given.id) ?? given.id } : given;
  return {
    ...options,
    ...(participant === undefined ? {} : { participant: renamedOne(participant) }),
    ...(participants === undefined ? {} : { participants: participants.map(renamedOne) }),
  };
}

/** Ids after redaction by what they are in the project. */
function numbered(items: readonly { readonly id: string }[], word: string): Ids {
  return new Map(items.map(({ id }, index) => [id, `${word}-${index + 1}`]));
}

function redactedProblem(
  problem: ProblemData,
  redaction: Redaction,
  instructors: Ids | null,
  students: Ids | null,
): ProblemData {
  const namesPeople = instructors !== null || students !== null;
  return {
    ...problem,
    // Only what is known of people is kept: other programs may have added addresses.
    instructors:
      instructors === null
        ? problem.instructors
        : problem.instructors.map(({ id, tags }, index) => ({
            id: instructors.get(id) ?? id,
            name: `Instructor ${index + 1}`,
            ...(tags === undefined ? {} : { tags }),
          })),
    students:
      students === null
        ? problem.students
        : problem.students.map(({ id, eventIds, courseIds }, index) => ({
            id: students.get(id) ?? id,
            name: `Student ${index + 1}`,
            eventIds,
            ...(courseIds === undefined ? {} : { courseIds }),
          })),
    events: instructors === null ? problem.events : problem.events.map((event) => redactedEvent(event, instructors)),
    rules: problem.rules.map((rule, index) => {
      const kept = redactedRule(rule, redaction, instructors);
      // Ids of rules are often made of those of people.
      return namesPeople ? { ...kept, id: `rule-${index + 1}` } : kept;
    }),
    notEnforced: redactedForeignRules(problem, redaction),
  };
}

function redactedEvent(event: EventData, instructors: Ids): EventData {
  return {
    ...event,
    ...(event.instructors === undefined
      ? {}
      : { instructors: event.instructors.map((item) => candidate(item, instructors)) }),
    ...(event.lock === undefined ? {} : { lock: redactedPlace(event.lock, instructors) }),
    ...(event.stay === undefined ? {} : { stay: redactedPlace(event.stay, instructors) }),
  };
}

function candidate(item: Candidate, ids: Ids): Candidate {
  return { ...item, id: ids.get(item.id) ?? item.id };
}

function redactedPlace<Place extends EventPlace>(place: Place, ids: Ids): Place {
  return place.instructorIds === undefined ? place : { ...place, instructorIds: renamed(place.instructorIds, ids) };
}

function redactedRule(rule: RuleData, { availabilityReasons, notes }: Redaction, instructors: Ids | null): RuleData {
  const { note, ...rest } = rule;
  const isHidden = notes === true || (availabilityReasons === true && availabilityKinds.includes(rule.kind));
  const kept: RuleData = note === undefined || isHidden ? rest : { ...rest, note };
  if (instructors === null) return kept;
  const { of, ids, except } = kept.scope;
  const scope =
    of !== 'instructors'
      ? kept.scope
      : {
          ...kept.scope,
          ...(ids === undefined ? {} : { ids: renamed(ids, instructors) }),
          ...(except === undefined ? {} : { except: renamed(except, instructors) }),
        };
  return { ...kept, scope, params: redactedParams(kept, instructors) };
}

function redactedParams({ kind, params }: RuleData, instructors: Ids): RuleData['params'] {
  const specs = definitionOf(kind)?.params ?? {};
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
      if (!Array.isArray(value)) return [name, value];
      // Lists of the types that the specifications name; what is something else was refused when it was read.
      if (spec?.type === 'ids' && spec.of === 'instructors')
        return [name, renamed(value as readonly string[], instructors)];
      if (spec?.type !== 'placements') return [name, value];
      const placements = value as readonly AssignmentData[];
      return [name, placements.map((item) => redactedAssignment(item, (ids) => renamed(ids, instructors)))];
    }),
  );
}

function redactedTimetable(
  { assignments, enrolments, ...rest }: TimetableData,
  idsOf: (ids: readonly string[]) => readonly string[],
  students: Ids | null,
): TimetableData {
  return {
    ...rest,
    assignments: assignments.map((item) => redactedAssignment(item, idsOf)),
    ...(enrolments === undefined
      ? {}
      : {
          enrolments: enrolments.map((item) => ({
            ...item,
            studentId: students?.get(item.studentId) ?? item.studentId,
          })),
        }),
  };
}

function redactedAssignment(
  assignment: AssignmentData,
  idsOf: (ids: readonly string[]) => readonly string[],
): AssignmentData {
  return { ...assignment, instructorIds: idsOf(assignment.instructorIds) };
}

function redactedForeignRules(problem: ProblemData, redaction: Redaction): readonly ForeignRule[] {
  const people = [
    ...(redaction.instructorNames === true ? problem.instructors : []),
    ...(redaction.studentNames === true ? problem.students : []),
  ];
  const words = people.flatMap(({ id, name }) => [id, name ?? '']).filter((word) => word !== '');
  return problem.notEnforced
    .filter(({ text }) => {
      const plain = unescaped(text);
      return !words.some((word) => text.includes(word) || plain.includes(word));
    })
    .map((rule) =>
      redaction.notes === true
        ? { ...rule, text: rule.text.replaceAll(/<Comments>[^<]*<\/Comments>/g, '<Comments></Comments>') }
        : rule,
    );
}

/** Names as people write them, out of texts of XML. */
function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function renamed(ids: readonly string[], names: Ids | null): readonly string[] {
  return names === null ? ids : ids.map((id) => names.get(id) ?? id);
}
