import type { Result } from '../../domain/result.ts';
import type { TimetableRecord } from '../../storage/records.ts';
import type { Services } from '../services.tsx';
import type { Translate } from '../text/text.tsx';
import type { Notices } from './notices.ts';
import { undoSeconds } from './project-list.ts';

export interface TimetableActions {
  rename(record: TimetableRecord, name: string): Promise<void>;
  /** Removes it at once and offers to undo that for a while. */
  remove(record: TimetableRecord): Promise<void>;
}

export function createTimetableActions(services: Services, notices: Notices, text: Translate): TimetableActions {
  const { timetables } = services.storage;
  const complain = (result: Result<unknown>) => {
    if (!result.ok) notices.show({ kind: 'error', text: result.diagnostics[0]?.message ?? '', action: null });
  };
  return {
    async rename(record, name) {
      const trimmed = name.trim();
      if (trimmed !== '' && trimmed !== record.name) complain(await timetables.rename(record.id, trimmed));
    },
    async remove(record) {
      const removed = await timetables.remove(record.id);
      if (!removed.ok) return complain(removed);
      const undo = async () => {
        notices.dismiss(notice);
        complain(await timetables.put(record));
      };
      const notice = notices.show(
        {
          kind: 'info',
          text: text('timetableDeleted', { name: record.name }),
          action: { label: text('undo'), run: () => void undo() },
        },
        undoSeconds,
      );
    },
  };
}

/** A timetable in which nothing is placed yet. */
export async function createEmptyTimetable(
  { storage, clock }: Services,
  notices: Notices,
  projectId: string,
  name: string,
): Promise<void> {
  const now = clock.now().toISOString();
  const result = await storage.timetables.put({
    id: clock.newId(),
    version: 1,
    projectId,
    name,
    createdAt: now,
    updatedAt: now,
    runId: null,
    score: null,
    timetable: { assignments: [] },
  });
  if (!result.ok) notices.show({ kind: 'error', text: result.diagnostics[0]?.message ?? '', action: null });
}
