import type { CttFile } from '../../src/formats/ctt/file.ts';
import { TwinTimetable } from './twin-timetable.ts';

const levels = 570;
const thresholdCount = 4096;
const hardWeight = 100;

/** Simulated annealing over relocations and swaps with the twin; the kernel's ladder, its early ends of levels too. */
export function annealTwin(file: CttFile, moves: number, seed: number) {
  const timetable = new TwinTimetable(file);
  const search = new TwinSearch(timetable, seed);
  const before = timetable.recount();
  let used = 0;
  for (let level = 0; level < levels; level++) {
    search.setTemperature(30 * (0.1 / 30) ** (level / (levels - 1)));
    used += search.level(Math.floor((moves - used) / (levels - level)));
  }
  const after = timetable.recount();
  return { moves: used, ...after, softByChanges: before.soft + search.soft };
}

class TwinSearch {
  soft = 0;
  readonly #timetable: TwinTimetable;
  readonly #gains: Int32Array;
  readonly #shapeGains: Int32Array;
  readonly #thresholds = new Int32Array(thresholdCount);
  #state: number;

  constructor(timetable: TwinTimetable, seed: number) {
    this.#timetable = timetable;
    this.#state = (seed * 0x9e3779b1) | 1;
    this.#gains = Int32Array.from({ length: timetable.courseCount }, (_, course) => timetable.gain(course));
    this.#shapeGains = Int32Array.from({ length: timetable.courseCount }, (_, course) => timetable.shapeGain(course));
  }

  setTemperature(temperature: number): void {
    for (let k = 0; k < thresholdCount; k++) {
      this.#thresholds[k] = Math.floor(temperature * -Math.log((k + 0.5) / thresholdCount));
    }
  }

  /** Up to `moves` proposals, fewer once a twentieth is accepted. */
  level(moves: number): number {
    const { lectureCount, periodCount, roomCount, lectureIn } = this.#timetable;
    const most = Math.max(1, Math.floor(moves / 20));
    let accepted = 0;
    let used = 0;
    while (used < moves && accepted < most) {
      used++;
      const lecture = this.#below(lectureCount);
      const slot = this.#below(periodCount) * roomCount + this.#below(roomCount);
      const threshold = this.#thresholds[this.#state & (thresholdCount - 1)] as number;
      const other = lectureIn[slot] as number;
      if (other < 0 ? this.#relocate(lecture, slot, threshold) : this.#swap(lecture, other, threshold)) accepted++;
    }
    return used;
  }

  #below(bound: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return ((x >>> 16) * bound) >>> 16;
  }

  #relocate(lecture: number, slot: number, threshold: number): boolean {
    const t = this.#timetable;
    const course = t.courseOf[lecture] as number;
    const old = t.slotOf[lecture] as number;
    const from = (old / t.roomCount) | 0;
    const to = (slot / t.roomCount) | 0;
    const held = old - from * t.roomCount;
    const room = slot - to * t.roomCount;
    const row = course * t.periodCount;
    const hard = from === to ? 0 : (t.clashes[row + to] as number) - (t.clashes[row + from] as number) + 1;
    const seats =
      (t.missing[course * t.roomCount + room] as number) - (t.missing[course * t.roomCount + held] as number);
    const start = hard * hardWeight + seats;
    if (start - (this.#gains[course] as number) > threshold) return false;
    let soft = seats + t.roomChange(course, held, room);
    if (from !== to) {
      soft += t.dayChange(course, from, to);
      if (hard * hardWeight + soft - (this.#shapeGains[course] as number) > threshold) return false;
      soft += t.curriculumChange(course, -1, from, to);
    }
    if (hard * hardWeight + soft > threshold) return false;
    this.soft += soft;
    if (from !== to) t.changePeriod(course, from, to);
    t.slotOf[lecture] = slot;
    t.lectureIn[old] = -1;
    t.lectureIn[slot] = lecture;
    return true;
  }

  #swap(lecture: number, other: number, threshold: number): boolean {
    const t = this.#timetable;
    const course = t.courseOf[lecture] as number;
    const partner = t.courseOf[other] as number;
    if (course === partner) return false;
    const old = t.slotOf[lecture] as number;
    const slot = t.slotOf[other] as number;
    const from = (old / t.roomCount) | 0;
    const to = (slot / t.roomCount) | 0;
    const relation = t.relation[course * t.courseCount + partner] as number;
    const hard = from === to ? 0 : this.#swapClashes(course, partner, from, to, relation);
    const held = old - from * t.roomCount;
    const room = slot - to * t.roomCount;
    const mine = course * t.roomCount;
    const theirs = partner * t.roomCount;
    const seats =
      (t.missing[mine + room] as number) -
      (t.missing[mine + held] as number) +
      (t.missing[theirs + held] as number) -
      (t.missing[theirs + room] as number);
    const gain = (this.#gains[course] as number) + (this.#gains[partner] as number);
    if (hard * hardWeight + seats - gain > threshold) return false;
    let soft = seats + t.roomChange(course, held, room) + t.roomChange(partner, room, held);
    if (from !== to) {
      soft += t.dayChange(course, from, to) + t.dayChange(partner, to, from);
      const shapes = (this.#shapeGains[course] as number) + (this.#shapeGains[partner] as number);
      if (hard * hardWeight + soft - shapes > threshold) return false;
      const shares = (relation & 2) !== 0;
      soft += t.curriculumChange(course, shares ? partner : -1, from, to);
      soft += t.curriculumChange(partner, shares ? course : -1, to, from);
    }
    if (hard * hardWeight + soft > threshold) return false;
    this.soft += soft;
    if (from !== to) {
      t.changePeriod(course, from, to);
      t.changePeriod(partner, to, from);
    }
    t.slotOf[lecture] = slot;
    t.slotOf[other] = old;
    t.lectureIn[slot] = lecture;
    t.lectureIn[old] = other;
    return true;
  }

  #swapClashes(course: number, partner: number, from: number, to: number, relation: number): number {
    const t = this.#timetable;
    const mine = course * t.periodCount;
    const theirs = partner * t.periodCount;
    const alone = (t.clashes[mine + to] as number) - (t.clashes[mine + from] as number) + 1;
    const back = (t.clashes[theirs + from] as number) - (t.clashes[theirs + to] as number) + 1;
    return alone + back - 2 * (relation & 1);
  }
}
