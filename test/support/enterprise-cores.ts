import type { Campus } from './enterprise-campus.ts';

const years = 4;
/** Core sections of a programme and year, which may not meet at the same time. */
const coreCount = 6;

/** Groups of students by programme and year, and which of them each section is a core section of. */
export function coreGroups({ departments, courses, sections }: Campus) {
  const groups: { readonly department: number; readonly year: number }[] = [];
  const groupsOf = sections.map((): number[] => []);
  const left = Array.from({ length: departments }, (): Set<number> => new Set());
  for (const { department, sections: own } of courses) for (const section of own) left[department]?.add(section);
  for (let department = 0; department < departments; department++) {
    for (let year = 0; year < years; year++) {
      const chosen: number[] = [];
      // the courses come by falling demand
      for (const section of left[department] ?? []) {
        if (chosen.length === coreCount) break;
        const differs = (other: number) =>
          sections[other]?.course !== sections[section]?.course && sections[other]?.slot !== sections[section]?.slot;
        if (chosen.every(differs)) chosen.push(section);
      }
      for (const section of chosen) {
        left[department]?.delete(section);
        groupsOf[section]?.push(groups.length);
      }
      groups.push({ department, year });
    }
  }
  return { groups, groupsOf };
}
