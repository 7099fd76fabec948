import { type Diagnostic, info, warning } from '../../domain/diagnostic.ts';
import type { EngineCourse, EngineGroup, EngineInput } from './input.ts';

/** The theory or the practical part of a course: what instructors are qualified for and rooms suit. */
export interface Component {
  /** `<code> TH` or `<code> PR`. */
  readonly id: string;
  readonly course: EngineCourse;
  readonly practical: boolean;
  /** Lengths of its weekly blocks in slots. */
  readonly blocks: readonly number[];
  /** Sections enrolled. */
  readonly sections: readonly EngineGroup[];
}

/** Theory is taught in blocks of two hours; the odd hour is a block of its own. */
const theoryBlock = 2;

/** Longer practicals are cut: nobody works in a laboratory for a whole day without a pause. */
export const longestPractical = 4;

/** Two to three hours are the blocks that the original prefers; two of them fit into a day of seven hours. */
export const preferredBlock = 3;

/** Components of all enrolled courses, in the order of the file, and remarks on what was assumed or left out. */
export function componentsOf(input: EngineInput, remarks: Diagnostic[]): Component[] {
  const byCode = new Map(input.courses.map((course) => [course.code, course]));
  const sectionsOf = new Map<string, EngineGroup[]>();
  for (const group of input.groups) {
    for (const code of group.courses) {
      if (byCode.has(code)) sectionsOf.set(code, [...(sectionsOf.get(code) ?? []), group]);
      else {
        remarks.push(
          warning(
            'scheduleEngine.unknownCourse',
            'Group {group} attends "{course}", which is not in the list of courses.',
            {
              value: code,
              values: { group: group.id, course: code },
              place: group.id,
              advice: 'Add the course, or correct its code. It was left out.',
            },
          ),
        );
      }
    }
  }
  const taught = input.courses.filter((course) => course.needsScheduling !== false);
  remarkOnCourses(input, taught, sectionsOf, remarks);
  const components = taught.flatMap((course) => {
    const sections = sectionsOf.get(course.code) ?? [];
    if (sections.length === 0) return [];
    const theory = theoryBlocks(Math.trunc(course.theoryHours));
    const practical = practicalBlocks(practicalSlots(course));
    return [
      ...(theory.length > 0 ? [{ id: `${course.code} TH`, course, practical: false, blocks: theory, sections }] : []),
      ...(practical.length > 0
        ? [{ id: `${course.code} PR`, course, practical: true, blocks: practical, sections }]
        : []),
    ];
  });
  remarkOnHours(components, remarks);
  return components;
}

function theoryBlocks(hours: number): number[] {
  const blocks = Array<number>(Math.floor(hours / theoryBlock)).fill(theoryBlock);
  return hours % theoryBlock === 0 ? blocks : [...blocks, hours % theoryBlock];
}

/** Whole hours; part of an hour alone is still taught as one. */
function practicalSlots(course: EngineCourse): number {
  return course.practicalHours > 0 && course.practicalHours < 1 ? 1 : Math.trunc(course.practicalHours);
}

/** One block, or several of nearly the same length when it is too long: at most what the original calls preferred. */
function practicalBlocks(slots: number): number[] {
  const count = slots <= longestPractical ? Math.min(1, slots) : Math.ceil(slots / preferredBlock);
  return Array.from({ length: count }, (_, block) => Math.floor(slots / count) + (block < slots % count ? 1 : 0));
}

function remarkOnCourses(
  input: EngineInput,
  taught: readonly EngineCourse[],
  sectionsOf: ReadonlyMap<string, readonly EngineGroup[]>,
  remarks: Diagnostic[],
): void {
  const skipped = input.courses.filter((course) => course.needsScheduling === false);
  if (skipped.length > 0) {
    const enrolled = skipped.filter((course) => sectionsOf.has(course.code)).length;
    const message =
      '{count|course is|courses are} marked as not to be scheduled and left out ({enrolled|of them has groups|of them have groups}).';
    const values = { count: skipped.length, enrolled };
    remarks.push(
      info('scheduleEngine.notNeeded', message, { value: skipped.length, place: 'NeedsScheduling', values }),
    );
  }
  const unattended = taught.filter((course) => !sectionsOf.has(course.code));
  if (unattended.length > 0) {
    const message = '{count|course is|courses are} attended by no group and left out.';
    const values = { count: unattended.length };
    remarks.push(info('scheduleEngine.unattended', message, { value: codesOf(unattended), values }));
  }
}

function remarkOnHours(components: readonly Component[], remarks: Diagnostic[]): void {
  const practicals = components.filter((component) => component.practical);
  const part = practicals.filter(({ course }) => course.practicalHours < 1).map(({ course }) => course);
  if (part.length > 0) {
    const message = '{count|practical|practicals} of less than an hour will take a whole hour.';
    const values = { count: part.length };
    remarks.push(warning('scheduleEngine.partOfHour', message, { value: codesOf(part), place: 'P', values }));
  }
  const cutOff = new Set(
    components
      .map(({ course }) => course)
      .filter(
        ({ theoryHours, practicalHours }) => theoryHours % 1 !== 0 || (practicalHours > 1 && practicalHours % 1 !== 0),
      ),
  );
  if (cutOff.size > 0) {
    const message =
      '{count|course has|courses have} parts of an hour, which slots of an hour cannot hold; they were cut off.';
    remarks.push(
      info('scheduleEngine.fraction', message, {
        value: codesOf([...cutOff]),
        values: { count: cutOff.size },
        place: 'P',
        advice: 'Lengthen the events in question if the half hours matter.',
      }),
    );
  }
  const long = practicals.filter((component) => component.blocks.length > 1);
  if (long.length > 0) {
    const message =
      '{count|practical is|practicals are} longer than {longest} hours and cut into blocks of at most {block}.';
    remarks.push(
      info('scheduleEngine.longPractical', message, {
        value: codesOf(long.map(({ course }) => course)),
        place: 'P',
        values: { count: long.length, longest: longestPractical, block: preferredBlock },
      }),
    );
  }
}

function codesOf(courses: readonly EngineCourse[]): string {
  return courses.map((course) => course.code).join(', ');
}
