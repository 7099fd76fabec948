import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { CourseData, EventData, ProblemData, RuleData } from '../../domain/problem-data.ts';
import { hourlySlots } from '../hourly-slots.ts';
import { engineDays, type OpenHours, type Rounding } from './availability.ts';
import { choiceFields, choicesOf } from './choices.ts';
import { type Component, componentsOf, longestPractical } from './components.ts';
import type { EngineGroup, EngineInput } from './input.ts';
import { availabilityRules, groupsOf, loadLimits } from './people.ts';
import { courseTags, differentDaysRule, nothingSuitsRules, softRules } from './rules.ts';

export interface EngineAssumptions {
  readonly name: string;
  readonly open: OpenHours;
  readonly rounding: Rounding;
  /** Theory blocks of one course and section must be on different days (the newer form of the files). */
  readonly keepDaysApart: boolean;
}

/** The meaning of the four lists as their authors intended it. */
export function problemOfEngine(
  input: EngineInput,
  assumptions: EngineAssumptions,
  remarks: Diagnostic[],
): ProblemData {
  const { name, open, rounding, keepDaysApart } = assumptions;
  const components = componentsOf(input, remarks);
  const events: EventData[] = [];
  const apart: RuleData[] = [];
  const noRoom: string[] = [];
  const nobody: string[] = [];
  for (const component of components) {
    const choices = choicesOf(component, input, remarks);
    const fields = choiceFields(choices);
    for (const section of component.sections) {
      for (const groupId of attendingGroups(component, section)) {
        const made = component.blocks.map((duration, block): EventData => {
          return {
            id: `${component.id} ${groupId} #${block + 1}`,
            courseId: component.id,
            duration,
            ...fields,
            groupIds: [groupId],
          };
        });
        const ids = made.map((event) => event.id);
        events.push(...made);
        if (choices.missingRoomTypes !== null) noRoom.push(...ids);
        if (!choices.qualified) nobody.push(...ids);
        if (keepDaysApart && !component.practical && made.length > 1)
          apart.push(differentDaysRule(component.id, groupId, ids));
      }
    }
  }
  return {
    name,
    calendar: {
      days: engineDays.map((day) => ({ id: day, name: day })),
      slots: hourlySlots(open.from, open.to - open.from),
      weekCount: 1,
      breaks: [],
      closed: [],
    },
    meetingTimes: [],
    courses: components.map(courseOf),
    rooms: input.rooms.map(({ id, name: roomName, capacity, type, features }) => {
      return { id, name: roomName, capacity, type: type.toLowerCase(), ...(features.length === 0 ? {} : { features }) };
    }),
    instructors: input.instructors.map(({ id, name: instructorName }) => ({ id, name: instructorName })),
    groups: groupsOf(input),
    students: [],
    events,
    rules: [
      ...availabilityRules(input, open, rounding, remarks),
      ...nothingSuitsRules(noRoom, nobody),
      ...apart,
      ...softRules(open, keepDaysApart, longestPractical),
    ],
    notEnforced: loadLimits(input, remarks),
  };
}

/** Theory is for the whole section, a practical for each of its subgroups. */
function attendingGroups(component: Component, section: EngineGroup): readonly string[] {
  if (!component.practical || section.subgroups.length === 0) return [section.id];
  return section.subgroups.map((subgroup) => subgroup.id);
}

function courseOf({ id, course, practical, blocks }: Component): CourseData {
  const longest = Math.max(...blocks);
  const total = blocks.reduce((sum, block) => sum + block, 0);
  const tags = [practical ? courseTags.practical : courseTags.theory];
  if (!practical && total > 1) tags.push(courseTags.severalHours);
  tags.push(longest > 3 ? courseTags.longBlocks : courseTags.shortBlocks);
  const title = course.title === '' ? course.code : course.title;
  return { id, name: `${title} (${practical ? 'Practical' : 'Theory'})`, tags };
}
