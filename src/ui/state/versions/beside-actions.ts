import { invert } from '../../../domain/operations/operation.ts';
import { removeTimetable } from '../../../domain/operations/timetable-changes.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { Translate } from '../../text/text.tsx';
import type { Notices } from '../frame/notices.ts';
import type { OpenProject } from '../project/project.ts';
import { headOf } from '../timetable/rows.ts';
import { messageText } from '../words/message-text.ts';

const undoSeconds = 20;

/** Deletes several timetables in one step, which is undone as one; false when it was refused. */
export function discardTimetables(
  project: Pick<OpenProject, 'editor'>,
  notices: Notices,
  text: Translate,
  records: readonly TimetableRecord[],
): boolean {
  const [first] = records;
  if (first === undefined) return false;
  const { editor } = project;
  const changes = records.flatMap((record) => removeTimetable(record.id, headOf(record), record.timetable));
  const count = records.length;
  const label = { action: 'removeTimetable', subject: first.name, count } as const;
  const result = editor.apply(label, changes);
  if (!result.ok) {
    notices.complain(messageText(result.diagnostics[0]));
    return false;
  }
  const step = editor.lastStep();
  const undo = () => {
    if (editor.lastStep() === step) editor.undo();
    else editor.apply({ action: 'addTimetable', subject: first.name, count }, invert(changes));
  };
  notices.offer(text('besideDiscarded', { count }), text('undo'), undo, undoSeconds);
  return true;
}
