import type { Problem } from '../../../domain/problem.ts';
import type { Assignment } from '../../../domain/timetable.ts';
import { timeLabel } from '../../state/words/labels.ts';
import { listText } from '../../state/words/wording.ts';
import type { Translate } from '../../text/text.tsx';

/** Time, rooms and, where they are chosen, instructors of a place in one line. */
export function placeWords(problem: Problem, assignment: Assignment | undefined, text: Translate): string {
  if (assignment === undefined || assignment.time < 0) return text('panelUnplaced');
  const names = (list: readonly number[], all: readonly { readonly name: string }[]) =>
    list.map((index) => all[index]?.name ?? '');
  return listText([
    timeLabel(problem, assignment.time),
    ...names(assignment.rooms, problem.rooms),
    ...names(assignment.instructors, problem.instructors),
  ]);
}
