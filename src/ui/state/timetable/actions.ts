import type { Change, OperationLabel } from '../../../domain/operations/operation.ts';
import { invert } from '../../../domain/operations/operation.ts';
import { addTimetable, removeTimetable, renameTimetable } from '../../../domain/operations/timetable-changes.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import type { Notices } from '../frame/notices.ts';
import type { OpenProject } from '../project/project.ts';
import { undoSeconds } from '../project/project-list.ts';
import { messageText } from '../words/message-text.ts';
import { headOf } from './rows.ts';

/** What is done to a timetable as a whole; each is an operation that can be taken back. */
export interface TimetableActions {
  /** One in which nothing is placed yet; its id, or null when it could not be made. */
  addEmpty(): string | null;
  /** Beside the one that it is a copy of; its id, or null when it could not be made. */
  duplicate(record: TimetableRecord): string | null;
  rename(record: TimetableRecord, name: string): void;
  /** Removes it at once and offers to undo that for a while. */
  remove(record: TimetableRecord): void;
}

export function createTimetableActions(
  { clock }: Services,
  project: Pick<OpenProject, 'editor'>,
  notices: Notices,
  text: Translate,
): TimetableActions {
  const { editor } = project;
  const apply = (label: OperationLabel, changes: readonly Change[]): boolean => {
    const result = editor.apply(label, changes);
    if (!result.ok) notices.complain(messageText(result.diagnostics[0]));
    return result.ok;
  };
  const add = (action: 'addTimetable' | 'copyTimetable', name: string, from?: TimetableRecord): string | null => {
    const id = clock.newId();
    const head = { name, createdAt: clock.now().toISOString(), runId: null, score: from?.score ?? null };
    const changes = addTimetable(id, head, from?.timetable ?? { assignments: [] });
    return apply({ action, subject: name }, changes) ? id : null;
  };
  return {
    addEmpty: () => add('addTimetable', text('byHandName')),
    duplicate: (record) => add('copyTimetable', text('timetableCopyName', { name: record.name }), record),
    rename(record, name) {
      const trimmed = name.trim();
      if (trimmed === '' || trimmed === record.name) return;
      apply({ action: 'renameTimetable', subject: trimmed }, [renameTimetable(record.id, headOf(record), trimmed)]);
    },
    remove(record) {
      const changes = removeTimetable(record.id, headOf(record), record.timetable);
      if (!apply({ action: 'removeTimetable', subject: record.name }, changes)) return;
      const step = editor.lastStep();
      const undo = () => {
        if (editor.lastStep() === step) editor.undo();
        else apply({ action: 'addTimetable', subject: record.name }, invert(changes));
      };
      notices.offer(text('timetableDeleted', { name: record.name }), text('undo'), undo, undoSeconds);
    },
  };
}
