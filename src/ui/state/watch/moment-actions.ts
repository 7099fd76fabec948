import { addTimetable } from '../../../domain/operations/timetable-changes.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Result } from '../../../domain/result.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { toTimetableData } from '../../../domain/timetable-data.ts';
import { checkHandout } from '../../../handout/check-handout.ts';
import type { Handout } from '../../../handout/handout.ts';
import type { SnapshotRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { OpenProject } from '../project.ts';

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

/** One operation, so that it can be taken back. */
export function keepMoment(
  { clock }: Services,
  { editor }: Pick<OpenProject, 'editor'>,
  problem: Problem,
  { runId, score }: SnapshotRecord,
  timetable: Timetable,
  name: string,
): Result<null> {
  const head = { name, createdAt: clock.now().toISOString(), runId, score };
  return editor.apply(
    { action: 'addTimetable', subject: name },
    addTimetable(clock.newId(), head, toTimetableData(problem, timetable)),
  );
}
