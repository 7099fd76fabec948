import type { Random } from '../../src/domain/random.ts';
import type { Campus } from './enterprise-campus.ts';
import type { EnterpriseSize } from './enterprise-problem.ts';

/** Share of a student's courses that are of the own department. */
const ownShare = 0.7;
/** Courses looked at before any section with a seat will do. */
const tries = 60;
/** Sections tried at random before all are searched. */
const blindTries = 400;

/**
 * Sections of each student, five or six, of different courses, at different slots of the planted timetable, never more
 * students than seats.
 */
export function enrol(random: Random, size: EnterpriseSize, campus: Campus): number[][] {
  const { courses, sections } = campus;
  const everywhere = createLottery(random, campus, () => true);
  const within = Array.from({ length: campus.departments }, (_, department) =>
    createLottery(random, campus, (course) => courses[course]?.department === department),
  );
  const seatsLeft = Int32Array.from(sections, (section) => section.seats);
  return Array.from({ length: size.students }, () => {
    const own = within[random.below(campus.departments)] ?? everywhere;
    const wanted = 5 + random.below(2);
    const chosen: number[] = [];
    const fits = (section: number) =>
      (seatsLeft[section] ?? 0) > 0 &&
      chosen.every((other) => {
        const [one, two] = [sections[section], sections[other]];
        return one?.slot !== two?.slot && one?.course !== two?.course;
      });
    const take = (section: number | undefined) => {
      if (section === undefined) return;
      seatsLeft[section] = (seatsLeft[section] ?? 0) - 1;
      chosen.push(section);
    };
    for (let attempt = 0; attempt < tries && chosen.length < wanted; attempt++) {
      const course = random.chance(ownShare) ? own() : everywhere();
      take(random.shuffled(courses[course]?.sections ?? []).find(fits));
    }
    for (let attempt = 0; attempt < blindTries && chosen.length < wanted; attempt++) {
      const section = random.below(sections.length);
      if (fits(section)) take(section);
    }
    while (chosen.length < wanted) {
      const start = random.below(sections.length);
      const section = sections.findIndex((_, index) => fits((start + index) % sections.length));
      if (section < 0) throw new Error('No section has a seat for a student who is free then');
      take((start + section) % sections.length);
    }
    return chosen.sort((a, b) => a - b);
  });
}

/** Draws courses by their demand. */
function createLottery(random: Random, { courses }: Campus, isIn: (course: number) => boolean): () => number {
  const members = courses.flatMap((_, course) => (isIn(course) ? [course] : []));
  const upTo: number[] = [];
  let sum = 0;
  for (const course of members) {
    sum += courses[course]?.demand ?? 0;
    upTo.push(sum);
  }
  const fineness = 1 << 30;
  return () => {
    const drawn = (random.below(fineness) / fineness) * sum;
    let low = 0;
    let high = members.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > drawn) high = middle;
      else low = middle + 1;
    }
    return members[low] ?? 0;
  };
}
