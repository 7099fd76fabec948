import { construct, count, curriculumChange, dayChange, roomChange } from './changes';
import {
  clashes,
  courseCount,
  courseOf,
  curriculaOf,
  curriculumCount,
  dayCount,
  gains,
  inputAt,
  isolated,
  lectureCount,
  lectureIn,
  masks,
  minDays,
  missing,
  mostCourses,
  mostDays,
  mostPeriods,
  mostRooms,
  periodCount,
  readTables,
  relation,
  roomBits,
  roomCount,
  slotOf,
  workedDays,
} from './tables';

export { inputAt };

const levels: i32 = 570;
const thresholdCount: i32 = 4096;
const hardWeight: i32 = 100;
const thresholds = new StaticArray<i32>(thresholdCount);
let randomState: u64 = 0;
/** Soft cost, kept by the changes of accepted moves. */
let soft: i32 = 0;

export function begin(seed: i32): void {
  randomState = <u64>seed * 0x9e3779b97f4a7c15 + 88172645463325252;
  readTables();
  construct();
  soft = recountSoft();
}

/** Simulated annealing over relocations and swaps: the kernel's ladder, its early ends of levels too. Moves made. */
export function anneal(moves: i32): i32 {
  let used = 0;
  for (let level = 0; level < levels; level++) {
    const temperature = 30 * (0.1 / 30) ** (<f64>level / (levels - 1));
    for (let k = 0; k < thresholdCount; k++) {
      thresholds[k] = <i32>Math.floor(temperature * -Math.log((k + 0.5) / thresholdCount));
    }
    used += annealLevel((moves - used) / (levels - level));
  }
  return used;
}

/** Up to `moves` proposals, fewer once a twentieth is accepted. */
function annealLevel(moves: i32): i32 {
  const most = max(1, moves / 20);
  let accepted = 0;
  let used = 0;
  let x = randomState;
  while (used < moves && accepted < most) {
    used++;
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    const lecture = ((<i32>x & 0xffff) * lectureCount) >>> 16;
    const period = ((<i32>(x >> 16) & 0xffff) * periodCount) >>> 16;
    const room = ((<i32>(x >> 32) & 0xffff) * roomCount) >>> 16;
    const threshold = unchecked(thresholds[<i32>(x >> 52)]);
    const slot = (period << roomBits) | room;
    const other = <i32>unchecked(lectureIn[slot]);
    accepted += i32(other < 0 ? relocate(lecture, slot, threshold) : swap(lecture, other, threshold));
  }
  randomState = x;
  return used;
}

function relocate(lecture: i32, slot: i32, threshold: i32): bool {
  const course = <i32>unchecked(courseOf[lecture]);
  const old = <i32>unchecked(slotOf[lecture]);
  const from = old >> roomBits;
  const to = slot >> roomBits;
  const held = old - (from << roomBits);
  const room = slot - (to << roomBits);
  const row = course * mostPeriods;
  const hard = from == to ? 0 : <i32>unchecked(clashes[row + to]) - <i32>unchecked(clashes[row + from]) + 1;
  const seats = <i32>unchecked(missing[course * mostRooms + room]) - <i32>unchecked(missing[course * mostRooms + held]);
  if (hard * hardWeight + seats - unchecked(gains[course]) > threshold) return false;
  let change = seats + roomChange(course, held, room);
  if (from != to) {
    change += dayChange(course, from, to);
    if (hard * hardWeight + change - 4 * unchecked(curriculaOf[course]) > threshold) return false;
    change += curriculumChange(course, -1, from, to);
  }
  if (hard * hardWeight + change > threshold) return false;
  soft += change;
  if (from != to) {
    count(course, from, -1);
    count(course, to, 1);
  }
  unchecked((slotOf[lecture] = <u16>slot));
  unchecked((lectureIn[old] = -1));
  unchecked((lectureIn[slot] = <i16>lecture));
  return true;
}

function swap(lecture: i32, other: i32, threshold: i32): bool {
  const course = <i32>unchecked(courseOf[lecture]);
  const partner = <i32>unchecked(courseOf[other]);
  if (course == partner) return false;
  const old = <i32>unchecked(slotOf[lecture]);
  const slot = <i32>unchecked(slotOf[other]);
  const from = old >> roomBits;
  const to = slot >> roomBits;
  const held = old - (from << roomBits);
  const room = slot - (to << roomBits);
  const related = <i32>unchecked(relation[course * mostCourses + partner]);
  const hard = from == to ? 0 : swapClashes(course, partner, from, to, related);
  const mine = course * mostRooms;
  const theirs = partner * mostRooms;
  const seats =
    <i32>unchecked(missing[mine + room]) -
    <i32>unchecked(missing[mine + held]) +
    <i32>unchecked(missing[theirs + held]) -
    <i32>unchecked(missing[theirs + room]);
  if (hard * hardWeight + seats - unchecked(gains[course]) - unchecked(gains[partner]) > threshold) return false;
  let change = seats + roomChange(course, held, room) + roomChange(partner, room, held);
  if (from != to) {
    change += dayChange(course, from, to) + dayChange(partner, to, from);
    const shapes = 4 * (unchecked(curriculaOf[course]) + unchecked(curriculaOf[partner]));
    if (hard * hardWeight + change - shapes > threshold) return false;
    const shares = (related & 2) != 0;
    change += curriculumChange(course, shares ? partner : -1, from, to);
    change += curriculumChange(partner, shares ? course : -1, to, from);
  }
  if (hard * hardWeight + change > threshold) return false;
  soft += change;
  if (from != to) {
    count(course, from, -1);
    count(course, to, 1);
    count(partner, to, -1);
    count(partner, from, 1);
  }
  unchecked((slotOf[lecture] = <u16>slot));
  unchecked((slotOf[other] = <u16>old));
  unchecked((lectureIn[old] = <i16>other));
  unchecked((lectureIn[slot] = <i16>lecture));
  return true;
}

function swapClashes(course: i32, partner: i32, from: i32, to: i32, related: i32): i32 {
  const mine = course * mostPeriods;
  const theirs = partner * mostPeriods;
  const there = <i32>unchecked(clashes[mine + to]) - <i32>unchecked(clashes[mine + from]) + 1;
  const back = <i32>unchecked(clashes[theirs + from]) - <i32>unchecked(clashes[theirs + to]) + 1;
  return there + back - 2 * (related & 1);
}

export function softByChanges(): i32 {
  return soft;
}

export function recountSoft(): i32 {
  let cost = 0;
  let lecture = 0;
  for (let course = 0; course < courseCount; course++) {
    let rooms = 0;
    for (; lecture < lectureCount && <i32>courseOf[lecture] == course; lecture++) {
      const room = <i32>slotOf[lecture] & ((1 << roomBits) - 1);
      rooms |= 1 << room;
      cost += <i32>missing[course * mostRooms + room];
    }
    cost += popcnt<i32>(rooms) - 1 + 5 * max(0, <i32>minDays[course] - <i32>workedDays[course]);
  }
  for (let curriculum = 0; curriculum < curriculumCount; curriculum++) {
    for (let day = 0; day < dayCount; day++) cost += <i32>isolated[<i32>masks[curriculum * mostDays + day]];
  }
  return cost;
}
