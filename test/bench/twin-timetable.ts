import type { CttFile } from '../../src/formats/ctt/file.ts';

/**
 * A timetable of one kind of problem and one set of rules, hand-specialised: curriculum-based course timetabling with
 * the four soft rules of ITC-2007. The yardstick of `speed.ts`: the same moves, counted as changes of the same score, in
 * plain TypeScript over typed arrays. A slot is period × rooms + room, and holds at most one lecture.
 */
export class TwinTimetable {
  readonly lectureCount: number;
  readonly periodCount: number;
  readonly roomCount: number;
  readonly courseOf: Int32Array;
  readonly slotOf: Int32Array;
  readonly lectureIn: Int32Array;
  /** By course × period: unavailable there, and lectures there that it clashes with. */
  readonly clashes: Uint8Array;
  /** By course × course: 1 clashing, 2 sharing a curriculum. */
  readonly relation: Uint8Array;
  /** By course × room: missing seats. */
  readonly missing: Int32Array;
  readonly #days: number;
  readonly #periods: number;
  readonly #minDays: Int32Array;
  readonly #firstLecture: Int32Array;
  readonly #neighbours: readonly Int32Array[];
  readonly #curricula: readonly Int32Array[];
  readonly #isMember: Uint8Array;
  readonly #curriculumCount: number;
  readonly #lecturesOnDay: Uint8Array;
  readonly #workedDays: Uint8Array;
  readonly #inPeriod: Uint8Array;
  readonly #masks: Uint16Array;
  readonly #isolated: Uint8Array;

  constructor(file: CttFile) {
    const courses = file.courses.length;
    this.#days = file.days;
    this.#periods = file.periods;
    this.periodCount = file.days * file.periods;
    this.roomCount = file.rooms.length;
    this.#curriculumCount = file.curricula.length;
    this.courseOf = Int32Array.from(file.courses.flatMap(({ lectures }, course) => Array(lectures).fill(course)));
    this.lectureCount = this.courseOf.length;
    this.#minDays = Int32Array.from(file.courses, ({ minDays }) => minDays);
    this.#firstLecture = new Int32Array(courses + 1);
    file.courses.forEach(({ lectures }, course) => {
      this.#firstLecture[course + 1] = (this.#firstLecture[course] ?? 0) + lectures;
    });
    const indexOf = new Map(file.courses.map(({ id }, course) => [id, course]));
    const members = file.curricula.map((item) => item.courses.map((id) => indexOf.get(id) ?? 0));
    this.#curricula = file.courses.map((_, course) =>
      Int32Array.from(members.flatMap((list, curriculum) => (list.includes(course) ? [curriculum] : []))),
    );
    this.#isMember = new Uint8Array(courses * members.length);
    members.forEach((list, curriculum) => {
      for (const course of list) this.#isMember[course * members.length + curriculum] = 1;
    });
    this.relation = new Uint8Array(courses * courses);
    this.#neighbours = file.courses.map(({ teacher }, course) => {
      const around = file.courses.flatMap((other, index) => {
        const shares = members.some((list) => list.includes(course) && list.includes(index));
        this.relation[course * courses + index] = (shares ? 3 : 0) | (other.teacher === teacher ? 1 : 0);
        return shares || other.teacher === teacher || index === course ? [index] : [];
      });
      return Int32Array.from(around);
    });
    this.missing = Int32Array.from(
      file.courses.flatMap(({ students }) => file.rooms.map(({ capacity }) => Math.max(0, students - capacity))),
    );
    this.slotOf = new Int32Array(this.lectureCount);
    this.lectureIn = new Int32Array(this.periodCount * this.roomCount).fill(-1);
    this.clashes = new Uint8Array(courses * this.periodCount);
    this.#lecturesOnDay = new Uint8Array(courses * file.days);
    this.#workedDays = new Uint8Array(courses);
    this.#inPeriod = new Uint8Array(members.length * this.periodCount);
    this.#masks = new Uint16Array(members.length * file.days);
    this.#isolated = Uint8Array.from(
      { length: 1 << file.periods },
      (_, mask) => 2 * bitsOf(mask & ~(mask << 1) & ~(mask >> 1)),
    );
    for (const { course, day, period } of file.unavailable) {
      const at = (indexOf.get(course) ?? 0) * this.periodCount + day * file.periods + period;
      this.clashes[at] = (this.clashes[at] ?? 0) + 1;
    }
    this.#construct();
  }

  get courseCount(): number {
    return this.#minDays.length;
  }

  /** The most that moving one lecture of the course can win, without missing seats: days, room and curricula. */
  gain(course: number): number {
    return 6 + 6 * (this.#curricula[course] as Int32Array).length;
  }

  shapeGain(course: number): number {
    return 4 * (this.#curricula[course] as Int32Array).length;
  }

  /** Change of the course's distinct rooms when one of its lectures changes rooms. */
  roomChange(course: number, from: number, to: number): number {
    if (from === to) return 0;
    let held = 0;
    let taken = 0;
    const last = this.#firstLecture[course + 1] as number;
    for (let other = this.#firstLecture[course] as number; other < last; other++) {
      const room = (this.slotOf[other] as number) % this.roomCount;
      if (room === from) held++;
      if (room === to) taken++;
    }
    return (taken === 0 ? 1 : 0) - (held === 1 ? 1 : 0);
  }

  dayChange(course: number, from: number, to: number): number {
    const fromDay = (from / this.#periods) | 0;
    const toDay = (to / this.#periods) | 0;
    if (fromDay === toDay) return 0;
    const won = this.#lecturesOnDay[course * this.#days + toDay] === 0 ? 1 : 0;
    const lost = this.#lecturesOnDay[course * this.#days + fromDay] === 1 ? 1 : 0;
    if (won === lost) return 0;
    const short = (this.#minDays[course] as number) - (this.#workedDays[course] as number);
    return 5 * (Math.max(0, short - won + lost) - Math.max(0, short));
  }

  /** Change of isolated lectures; curricula that hold `other` too see none. */
  curriculumChange(course: number, other: number, from: number, to: number): number {
    const fromDay = (from / this.#periods) | 0;
    const toDay = (to / this.#periods) | 0;
    const fromBit = 1 << (from - fromDay * this.#periods);
    const toBit = 1 << (to - toDay * this.#periods);
    const list = this.#curricula[course] as Int32Array;
    let change = 0;
    for (let k = 0; k < list.length; k++) {
      const curriculum = list[k] as number;
      if (other >= 0 && this.#isMember[other * this.#curriculumCount + curriculum] !== 0) continue;
      const mask = this.#masks[curriculum * this.#days + fromDay] as number;
      const kept = this.#inPeriod[curriculum * this.periodCount + from] === 1 ? mask & ~fromBit : mask;
      if (fromDay === toDay) {
        change += (this.#isolated[kept | toBit] as number) - (this.#isolated[mask] as number);
        continue;
      }
      const there = this.#masks[curriculum * this.#days + toDay] as number;
      change += (this.#isolated[kept] as number) - (this.#isolated[mask] as number);
      change += (this.#isolated[there | toBit] as number) - (this.#isolated[there] as number);
    }
    return change;
  }

  /** Puts a lecture elsewhere; `from` -1: it was nowhere. The slots themselves are the caller's. */
  changePeriod(course: number, from: number, to: number): void {
    for (const neighbour of this.#neighbours[course] as Int32Array) {
      if (from >= 0) this.#add(this.clashes, neighbour * this.periodCount + from, -1);
      this.#add(this.clashes, neighbour * this.periodCount + to, 1);
    }
    if (from >= 0) {
      const day = (from / this.#periods) | 0;
      if (this.#add(this.#lecturesOnDay, course * this.#days + day, -1) === 0) this.#add(this.#workedDays, course, -1);
    }
    const day = (to / this.#periods) | 0;
    if (this.#add(this.#lecturesOnDay, course * this.#days + day, 1) === 1) this.#add(this.#workedDays, course, 1);
    for (const curriculum of this.#curricula[course] as Int32Array) {
      if (from >= 0 && this.#add(this.#inPeriod, curriculum * this.periodCount + from, -1) === 0) {
        this.#flip(curriculum, from);
      }
      if (this.#add(this.#inPeriod, curriculum * this.periodCount + to, 1) === 1) this.#flip(curriculum, to);
    }
  }

  #flip(curriculum: number, period: number): void {
    const day = (period / this.#periods) | 0;
    const at = curriculum * this.#days + day;
    this.#masks[at] = (this.#masks[at] as number) ^ (1 << (period - day * this.#periods));
  }

  #add(counts: Uint8Array, at: number, step: number): number {
    const count = (counts[at] as number) + step;
    counts[at] = count;
    return count;
  }

  /** Every lecture into the free slot where it clashes least. */
  #construct(): void {
    for (let lecture = 0; lecture < this.lectureCount; lecture++) {
      const course = this.courseOf[lecture] as number;
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let slot = 0; slot < this.lectureIn.length; slot++) {
        if (this.lectureIn[slot] !== -1) continue;
        const period = (slot / this.roomCount) | 0;
        const missing = this.missing[course * this.roomCount + (slot % this.roomCount)] as number;
        const cost = (this.clashes[course * this.periodCount + period] as number) * 1000 + missing;
        if (cost < least) {
          least = cost;
          best = slot;
        }
      }
      this.slotOf[lecture] = best;
      this.lectureIn[best] = lecture;
      this.changePeriod(course, -1, (best / this.roomCount) | 0);
    }
  }

  /** Unavailable or clashing lectures (each pair twice) and soft cost, counted anew. */
  recount(): { readonly hard: number; readonly soft: number } {
    let hard = 0;
    let soft = 0;
    const roomsOf = this.#neighbours.map(() => new Set<number>());
    for (let lecture = 0; lecture < this.lectureCount; lecture++) {
      const course = this.courseOf[lecture] as number;
      const slot = this.slotOf[lecture] as number;
      hard += (this.clashes[course * this.periodCount + ((slot / this.roomCount) | 0)] as number) - 1;
      soft += this.missing[course * this.roomCount + (slot % this.roomCount)] as number;
      roomsOf[course]?.add(slot % this.roomCount);
    }
    for (const rooms of roomsOf) soft += rooms.size - 1;
    this.#minDays.forEach((days, course) => {
      soft += 5 * Math.max(0, days - (this.#workedDays[course] as number));
    });
    for (const mask of this.#masks) soft += this.#isolated[mask] as number;
    return { hard, soft };
  }
}

function bitsOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
