/**
 * Tables of one problem of curriculum-based course timetabling, with sizes that are known when this is compiled. Rows
 * have powers of two as strides; a slot is period << roomBits | room.
 */
export const mostCourses: i32 = 160;
export const mostRooms: i32 = 32;
export const mostPeriods: i32 = 64;
export const mostDays: i32 = 8;
export const mostLectures: i32 = 512;
export const mostCurricula: i32 = 160;

export let courseCount: i32 = 0;
export let dayCount: i32 = 0;
export let periodCount: i32 = 0;
export let roomCount: i32 = 0;
export let curriculumCount: i32 = 0;
export let lectureCount: i32 = 0;
export let roomBits: i32 = 0;

/** By course and period: unavailable there, and lectures there that it clashes with. */
export const clashes = new StaticArray<u8>(mostCourses * mostPeriods);
/** By course and course: 1 clashing, 2 sharing a curriculum. */
export const relation = new StaticArray<u8>(mostCourses * mostCourses);
/** By course and room: missing seats. */
export const missing = new StaticArray<u16>(mostCourses * mostRooms);
export const courseOf = new StaticArray<u16>(mostLectures);
export const slotOf = new StaticArray<u16>(mostLectures);
export const firstLecture = new StaticArray<u16>(mostCourses + 1);
export const lectureIn = new StaticArray<i16>(mostPeriods * mostRooms);
export const dayOf = new StaticArray<u8>(mostPeriods);
export const bitOf = new StaticArray<u16>(mostPeriods);
export const minDays = new StaticArray<u8>(mostCourses);
export const lecturesOnDay = new StaticArray<u8>(mostCourses * mostDays);
export const workedDays = new StaticArray<u8>(mostCourses);
/** By curriculum and period: its lectures there; by curriculum and day: a bit for each period that has one. */
export const inPeriod = new StaticArray<u8>(mostCurricula * mostPeriods);
export const masks = new StaticArray<u16>(mostCurricula * mostDays);
/** By mask of a day: what its isolated lectures cost. */
export const isolated = new StaticArray<u8>(1 << 12);
export const isMember = new StaticArray<u8>(mostCourses * mostCurricula);
export const curricula = new StaticArray<u16>(mostCourses * mostCurricula);
export const curriculaOf = new StaticArray<i32>(mostCourses);
export const neighbours = new StaticArray<u16>(mostCourses * mostCourses);
export const neighboursOf = new StaticArray<i32>(mostCourses);
/** The most that moving a lecture can win: without missing seats, and on days and curricula alone. */
export const gains = new StaticArray<i32>(mostCourses);

const input = new StaticArray<i32>(1 << 16);
let read: i32 = 0;

export function inputAt(): usize {
  return changetype<usize>(input);
}

function next(): i32 {
  return unchecked(input[read++]);
}

/**
 * Reads what `twin-input.ts` wrote: counts; students, teacher, lectures, least days of each course; capacities; courses
 * of each curriculum; closed periods.
 */
export function readTables(): void {
  read = 0;
  courseCount = next();
  dayCount = next();
  const periods = next();
  roomCount = next();
  curriculumCount = next();
  const closed = next();
  periodCount = dayCount * periods;
  while (1 << roomBits < roomCount) roomBits++;
  for (let period = 0; period < periodCount; period++) {
    dayOf[period] = <u8>(period / periods);
    const bit = 1 << (period % periods);
    bitOf[period] = <u16>bit;
  }
  for (let mask = 0; mask < 1 << periods; mask++) {
    isolated[mask] = <u8>(2 * popcnt<i32>(mask & ~(mask << 1) & ~(mask >> 1)));
  }
  const courses = read;
  readCourses();
  for (let curriculum = 0; curriculum < curriculumCount; curriculum++) {
    for (let members = next(); members > 0; members--) {
      const course = next();
      isMember[course * mostCurricula + curriculum] = 1;
      curricula[course * mostCurricula + curriculaOf[course]++] = <u16>curriculum;
    }
  }
  for (let k = 0; k < closed; k++) {
    const row = next() * mostPeriods;
    const at = row + next();
    clashes[at]++;
  }
  relate(courses);
}

function readCourses(): void {
  const first = read;
  read += 4 * courseCount;
  for (let course = 0; course < courseCount; course++) {
    const at = first + 4 * course;
    firstLecture[course] = <u16>lectureCount;
    for (let lecture = 0; lecture < input[at + 2]; lecture++) courseOf[lectureCount++] = <u16>course;
    minDays[course] = <u8>input[at + 3];
    for (let room = 0; room < roomCount; room++) {
      missing[course * mostRooms + room] = <u16>max(0, input[at] - input[read + room]);
    }
  }
  firstLecture[courseCount] = <u16>lectureCount;
  read += roomCount;
}

function relate(courses: i32): void {
  for (let course = 0; course < courseCount; course++) {
    gains[course] = 6 + 6 * curriculaOf[course];
    for (let other = 0; other < courseCount; other++) {
      let shares = 0;
      for (let q = 0; q < curriculumCount; q++) {
        shares |= isMember[course * mostCurricula + q] & isMember[other * mostCurricula + q];
      }
      const isTeacher = input[courses + 4 * course + 1] == input[courses + 4 * other + 1];
      relation[course * mostCourses + other] = <u8>((shares != 0 ? 3 : 0) | (isTeacher ? 1 : 0));
      if (shares == 0 && !isTeacher) continue;
      neighbours[course * mostCourses + neighboursOf[course]++] = <u16>other;
    }
  }
}
