import type { EventData, ProblemData, RuleData, SlotSelection } from '../../src/domain/problem-data.ts';
import { hardRule, lessonOf, schoolOf } from './planted-school.ts';

const termCount = 3;
const daysOfTerm = 4;
const slotCount = 3;
const classCount = 5;
const courseCount = 5;
const lessons = 6;

const dayIds = Array.from({ length: termCount * daysOfTerm }, (_, day) => `d${day}`);
const slots = Array.from({ length: slotCount }, (_, slot) => slot);

function daysOfTermAt(term: number): SlotSelection[] {
  return dayIds.slice(term * daysOfTerm, (term + 1) * daysOfTerm).map((day) => ({ day, slots }));
}

/**
 * Courses of six lessons that are to be held in two of three terms, three lessons in each; as many teachers as classes,
 * each with one course of every class. A lesson that changes the term takes the others along.
 */
export function termsSchool(): ProblemData {
  const events: EventData[] = [];
  const rules: RuleData[] = [];
  for (let group = 0; group < classCount; group++) {
    for (let course = 0; course < courseCount; course++) {
      const ids = Array.from({ length: lessons }, (_, lesson) => `g${group}-c${course}-${lesson}`);
      for (const id of ids) events.push(lessonOf(id, group, (group + course) % classCount));
      const rule = (kind: string, params: RuleData['params']) =>
        rules.push(hardRule(`r${rules.length}`, kind, { of: 'events', ids }, params));
      rule('maxDaysOfEvents', { max: 2, daysAsOne: daysOfTerm });
      for (let term = 0; term < termCount; term++) rule('slotUse', { min: 0, max: 3, slots: daysOfTermAt(term) });
    }
  }
  return schoolOf({
    name: 'Terms',
    dayIds,
    slotCount,
    firstHour: 5,
    classes: classCount,
    teachers: classCount,
    events,
    rules,
  });
}
