import type { EventData, ProblemData } from '../../src/domain/problem-data.ts';
import { hardRule, lessonOf, schoolOf } from './planted-school.ts';

const dayIds = ['mon', 'tue', 'wed', 'thu', 'fri'];
const slotCount = 4;

/**
 * Four classes that are busy in every slot, and five teachers with four lessons in each class who have one day off, so that
 * they teach in every slot of four days. A teacher who is there on all five days gets a day off only when everybody leaves
 * it at once.
 */
export function freeDaysSchool(): ProblemData {
  const events: EventData[] = [];
  for (let group = 0; group < 4; group++) {
    for (let teacher = 0; teacher < 5; teacher++) {
      for (let lesson = 0; lesson < slotCount; lesson++) {
        events.push(lessonOf(`g${group}-t${teacher}-${lesson}`, group, teacher));
      }
    }
  }
  return schoolOf({
    name: 'Days off',
    dayIds,
    slotCount,
    firstHour: 5,
    classes: 4,
    teachers: 5,
    events,
    rules: [hardRule('off', 'maxDays', { of: 'instructors' }, { max: 4 })],
  });
}
