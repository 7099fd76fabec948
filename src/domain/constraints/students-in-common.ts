import type { Problem } from '../problem.ts';
import type { WeightedPair } from './definition.ts';

/** Who attends what, as two lists of lists: `first[i] … first[i + 1] − 1` are the places of list i. */
interface Attendance {
  readonly firstOfStudent: Int32Array;
  readonly events: Int32Array;
  readonly firstOfEvent: Int32Array;
  readonly students: Int32Array;
}

/** Kept with the problem: every evaluation asks for it, and it takes longer to find than to count the pairs. */
const known = new WeakMap<Problem, Map<readonly number[], Attendance>>();

function attendanceOf(problem: Problem, scope: readonly number[]): Attendance {
  const ofScopes = known.get(problem) ?? new Map<readonly number[], Attendance>();
  known.set(problem, ofScopes);
  const attendance = ofScopes.get(scope) ?? findAttendance(problem, scope);
  ofScopes.set(scope, attendance);
  return attendance;
}

function findAttendance(problem: Problem, scope: readonly number[]): Attendance {
  const inScope = new Uint8Array(problem.events.length);
  for (const event of scope) inScope[event] = 1;
  const indexOf = new Map(problem.events.map((event) => [event.id, event.index]));
  const { students: people } = problem.data;
  const firstOfStudent = new Int32Array(people.length + 1);
  const firstOfEvent = new Int32Array(problem.events.length + 1);
  const attended: number[] = [];
  people.forEach(({ eventIds }, student) => {
    for (const id of new Set(eventIds)) {
      const event = indexOf.get(id) ?? -1;
      if (inScope[event] !== 1) continue;
      attended.push(event);
      firstOfEvent[event + 1] = (firstOfEvent[event + 1] ?? 0) + 1;
    }
    firstOfStudent[student + 1] = attended.length;
  });
  for (let event = 0; event < problem.events.length; event++) {
    firstOfEvent[event + 1] = (firstOfEvent[event + 1] ?? 0) + (firstOfEvent[event] ?? 0);
  }
  const events = Int32Array.from(attended);
  const students = new Int32Array(events.length);
  const next = firstOfEvent.slice();
  for (let student = 0; student < people.length; student++) {
    for (let at = firstOfStudent[student] ?? 0; at < (firstOfStudent[student + 1] ?? 0); at++) {
      const event = events[at] ?? 0;
      const place = next[event] ?? 0;
      students[place] = student;
      next[event] = place + 1;
    }
  }
  return { firstOfStudent, events, firstOfEvent, students };
}

/**
 * Every two of the events that students attend individually, with the number of students who attend both. One event
 * after the other, so that there is one counter for each event and not one for each of the pairs, which may be millions.
 * The pair handed out is the same object each time, with other numbers: millions of them at every evaluation would make
 * the memory of a worker grow by half.
 */
export function studentsInCommon(problem: Problem, scope: readonly number[]): Iterable<WeightedPair> {
  return { [Symbol.iterator]: () => new PairWalk(attendanceOf(problem, scope), problem.events.length) };
}

class PairWalk implements Iterator<WeightedPair, undefined> {
  readonly #attendance: Attendance;
  readonly #eventCount: number;
  /** By event: students in common with the first event of the pairs under way. */
  readonly #common: Int32Array;
  /** The second events of these pairs, ascending. */
  readonly #others: Int32Array;
  #count = 0;
  #given = 0;
  readonly #pair = { first: -1, second: -1, weight: 0 };
  readonly #result = { done: false as const, value: this.#pair };

  constructor(attendance: Attendance, eventCount: number) {
    this.#attendance = attendance;
    this.#eventCount = eventCount;
    this.#common = new Int32Array(eventCount);
    this.#others = new Int32Array(eventCount);
  }

  next(): IteratorResult<WeightedPair, undefined> {
    const pair = this.#pair;
    while (this.#given === this.#count) {
      if (++pair.first >= this.#eventCount) return { done: true, value: undefined };
      this.#countFrom(pair.first);
    }
    pair.second = this.#others[this.#given++] ?? 0;
    pair.weight = this.#common[pair.second] ?? 0;
    this.#common[pair.second] = 0;
    return this.#result;
  }

  #countFrom(first: number): void {
    const { firstOfStudent, events, firstOfEvent, students } = this.#attendance;
    const [common, others] = [this.#common, this.#others];
    let count = 0;
    for (let k = firstOfEvent[first] ?? 0; k < (firstOfEvent[first + 1] ?? 0); k++) {
      const student = students[k] ?? 0;
      const end = firstOfStudent[student + 1] ?? 0;
      for (let at = firstOfStudent[student] ?? 0; at < end; at++) {
        const second = events[at] ?? 0;
        if (second <= first) continue;
        if (common[second] === 0) others[count++] = second;
        common[second] = (common[second] ?? 0) + 1;
      }
    }
    others.subarray(0, count).sort();
    this.#count = count;
    this.#given = 0;
  }
}
