import {
  bitOf,
  clashes,
  courseOf,
  curricula,
  curriculaOf,
  dayOf,
  firstLecture,
  inPeriod,
  isMember,
  isolated,
  lectureCount,
  lectureIn,
  lecturesOnDay,
  masks,
  minDays,
  missing,
  mostCourses,
  mostCurricula,
  mostDays,
  mostPeriods,
  mostRooms,
  neighbours,
  neighboursOf,
  periodCount,
  roomBits,
  roomCount,
  slotOf,
  workedDays,
} from './tables';

/** Change of the course's distinct rooms when one of its lectures changes rooms. */
export function roomChange(course: i32, from: i32, to: i32): i32 {
  if (from == to) return 0;
  let held = 0;
  let taken = 0;
  const last: i32 = unchecked(firstLecture[course + 1]);
  const roomMask = (1 << roomBits) - 1;
  for (let other: i32 = unchecked(firstLecture[course]); other < last; other++) {
    const room = <i32>unchecked(slotOf[other]) & roomMask;
    held += i32(room == from);
    taken += i32(room == to);
  }
  return i32(taken == 0) - i32(held == 1);
}

export function dayChange(course: i32, from: i32, to: i32): i32 {
  const fromDay = <i32>unchecked(dayOf[from]);
  const toDay = <i32>unchecked(dayOf[to]);
  if (fromDay == toDay) return 0;
  const won = i32(unchecked(lecturesOnDay[course * mostDays + toDay]) == 0);
  const lost = i32(unchecked(lecturesOnDay[course * mostDays + fromDay]) == 1);
  if (won == lost) return 0;
  const short = <i32>unchecked(minDays[course]) - <i32>unchecked(workedDays[course]);
  return 5 * (max(0, short - won + lost) - max(0, short));
}

/** Change of isolated lectures; curricula that hold `other` too see none. */
export function curriculumChange(course: i32, other: i32, from: i32, to: i32): i32 {
  const fromDay = <i32>unchecked(dayOf[from]);
  const toDay = <i32>unchecked(dayOf[to]);
  const fromBit = <i32>unchecked(bitOf[from]);
  const toBit = <i32>unchecked(bitOf[to]);
  const row = course * mostCurricula;
  const count = unchecked(curriculaOf[course]);
  let change = 0;
  for (let k = 0; k < count; k++) {
    const curriculum = <i32>unchecked(curricula[row + k]);
    if (other >= 0 && unchecked(isMember[other * mostCurricula + curriculum]) != 0) continue;
    const mask = <i32>unchecked(masks[curriculum * mostDays + fromDay]);
    const kept = unchecked(inPeriod[curriculum * mostPeriods + from]) == 1 ? mask & ~fromBit : mask;
    if (fromDay == toDay) {
      change += <i32>unchecked(isolated[kept | toBit]) - <i32>unchecked(isolated[mask]);
      continue;
    }
    const there = <i32>unchecked(masks[curriculum * mostDays + toDay]);
    change += <i32>unchecked(isolated[kept]) - <i32>unchecked(isolated[mask]);
    change += <i32>unchecked(isolated[there | toBit]) - <i32>unchecked(isolated[there]);
  }
  return change;
}

/** Takes a lecture of the course out of a period, or (`step` 1) puts one there. The slots themselves are the caller's. */
export function count(course: i32, period: i32, step: i32): void {
  const around = unchecked(neighboursOf[course]);
  for (let k = 0; k < around; k++) {
    const at = <i32>unchecked(neighbours[course * mostCourses + k]) * mostPeriods + period;
    unchecked((clashes[at] = <u8>(clashes[at] + step)));
  }
  const day = <i32>unchecked(dayOf[period]);
  const there = <i32>unchecked(lecturesOnDay[course * mostDays + day]) + step;
  unchecked((lecturesOnDay[course * mostDays + day] = <u8>there));
  const turning = step > 0 ? 1 : 0;
  if (there == turning) unchecked((workedDays[course] = <u8>(workedDays[course] + step)));
  const own = unchecked(curriculaOf[course]);
  for (let k = 0; k < own; k++) {
    const curriculum = <i32>unchecked(curricula[course * mostCurricula + k]);
    const at = curriculum * mostPeriods + period;
    const held = <i32>unchecked(inPeriod[at]) + step;
    unchecked((inPeriod[at] = <u8>held));
    if (held == turning) unchecked((masks[curriculum * mostDays + day] ^= bitOf[period]));
  }
}

/** Every lecture into the free slot where it clashes least. */
export function construct(): void {
  for (let slot = 0; slot < periodCount << roomBits; slot++) lectureIn[slot] = -1;
  for (let lecture = 0; lecture < lectureCount; lecture++) {
    const course = <i32>courseOf[lecture];
    let best = -1;
    let least = i32.MAX_VALUE;
    for (let period = 0; period < periodCount; period++) {
      for (let room = 0; room < roomCount; room++) {
        const slot = (period << roomBits) | room;
        if (lectureIn[slot] != -1) continue;
        const cost = <i32>clashes[course * mostPeriods + period] * 1000 + <i32>missing[course * mostRooms + room];
        if (cost >= least) continue;
        least = cost;
        best = slot;
      }
    }
    slotOf[lecture] = <u16>best;
    lectureIn[best] = <i16>lecture;
    count(course, best >> roomBits, 1);
  }
}
