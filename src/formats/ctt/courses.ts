import type { Event, Problem } from '../../domain/problem.ts';
import type { EventData } from '../../domain/problem-data.ts';

/** What an ITC-2007 file calls a course: lectures that differ in nothing. */
export interface WrittenCourse {
  readonly id: string;
  /** Of the project. */
  readonly courseId: string;
  readonly events: readonly Event[];
  readonly data: EventData;
  readonly lectures: number;
  readonly teacher: string;
}

/** Identifiers without blanks, all different; most projects have such ones already. */
export function legalIds(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const legal = id.replaceAll(/[\s\u00a0]+/g, '_');
    let chosen = legal;
    for (let number = 2; taken.has(chosen); number++) chosen = `${legal}_${number}`;
    taken.add(chosen);
    return chosen;
  });
}

/** Courses in the order of the project; one whose events differ becomes several. Courses without events are left out. */
export function writtenCourses(problem: Problem): WrittenCourse[] {
  const sets = new Map<string, Event[]>();
  for (const event of problem.events) {
    const data = problem.data.events[event.index];
    if (data === undefined) continue;
    const { courseId, groupIds, instructors, instructorCount, times, rooms, roomTypes, features } = data;
    const alike = [groupIds, instructors, instructorCount, event.size, times, rooms, roomTypes, features];
    const key = JSON.stringify([courseId, ...alike]);
    const known = sets.get(key);
    if (known === undefined) sets.set(key, [event]);
    else known.push(event);
  }
  const order = [...sets.values()].sort((a, b) => (a[0]?.course ?? 0) - (b[0]?.course ?? 0));
  const ids = legalIds(order.map(([first]) => problem.courses[first?.course ?? -1]?.id ?? ''));
  const teachers = legalIds(problem.instructors.map(({ id }) => id));
  return order.flatMap((events, index): WrittenCourse[] => {
    const [first] = events;
    const data = problem.data.events[first?.index ?? -1];
    const id = ids[index];
    if (first === undefined || data === undefined || id === undefined) return [];
    return [
      {
        id,
        courseId: data.courseId,
        events,
        data,
        lectures: events.reduce((sum, { duration }) => sum + duration, 0),
        // Lectures of nobody must not be those of one person.
        teacher: teachers[first.instructors[0]?.index ?? -1] ?? `nobody-${index + 1}`,
      },
    ];
  });
}
