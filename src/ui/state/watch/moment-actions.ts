import { addTimetable } from '../../../domain/operations/timetable-changes.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Result } from '../../../domain/result.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { toTimetableData } from '../../../domain/timetable-data.ts';
import { checkHandout } from '../../../handout/check-handout.ts';
import type { Handout } from '../../../handout/handout.ts';
import type { Services } from '../../services.tsx';
import type { OpenProject } from '../project/project.ts';

/** The moment as the viewer of handed-out timetables shows it: to be looked at and nothing else. */
export async function handoutOfMoment(
  { formats, clock }: Services,
  problem: Problem,
  timetable: Timetable,
  name: string,
): Promise<Result<Handout>> {
  const data = toTimetableData(problem, timetable);
  const content = {
    problem: problem.data,
    timetables: [{ id: 'moment', name, createdAt: clock.now().toISOString(), timetable: data }],
  };
  const written = await formats.write('handout', content, 'moment');
  if (!written.ok) return written;
  // Written by our own writer a moment ago.
  return checkHandout(JSON.parse(new TextDecoder().decode(written.value)), 'handout');
}

/** With the score of the project's own rules, whatever they were then. One operation, so that it can be taken back. */
export async function keepMoment(
  { clock, analysis }: Services,
  { editor, problem }: Pick<OpenProject, 'editor' | 'problem'>,
  runId: string,
  timetable: Timetable,
  name: string,
): Promise<Result<null>> {
  const now = problem();
  const { score } = await analysis.evaluate(now, timetable);
  const head = { name, createdAt: clock.now().toISOString(), runId, score };
  return editor.apply(
    { action: 'addTimetable', subject: name },
    addTimetable(clock.newId(), head, toTimetableData(now, timetable)),
  );
}
