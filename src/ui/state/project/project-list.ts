import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Result } from '../../../domain/result.ts';
import type { ProjectSummary } from '../../../storage/records.ts';
import type { DamagedProject } from '../../../storage/storage.ts';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import type { Notices } from '../frame/notices.ts';
import { remarkText } from '../words/message-text.ts';

export interface ProjectList {
  /** Newest change first; null until read. */
  readonly projects: Accessor<readonly ProjectSummary[] | null>;
  /** Those that cannot even be listed as the others are. */
  readonly damaged: Accessor<readonly DamagedProject[]>;
  /** Whether a project of the list could not be opened since the app was. */
  readonly isDamaged: (id: string) => boolean;
  markDamaged(id: string): void;
  rename(id: string, name: string): Promise<void>;
  /** Removes it at once and offers to undo that for a while. */
  remove(project: ProjectSummary): Promise<void>;
}

export const undoSeconds = 10;

export function createProjectList(services: Services, notices: Notices, text: Translate): ProjectList {
  const [summaries, setSummaries] = createSignal<readonly ProjectSummary[] | null>(null);
  const [damaged, setDamaged] = createSignal<readonly DamagedProject[]>([]);
  const [marked, setMarked] = createSignal<ReadonlySet<string>>(new Set());
  onCleanup(
    services.storage.projects.watch((list, broken) => {
      setSummaries(list);
      setDamaged(broken);
    }),
  );

  const projects = createMemo(() => {
    const list = summaries();
    return list === null ? null : list.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  });

  const complain = (result: Result<unknown>) => {
    if (!result.ok) notices.complain(remarkText(result.diagnostics[0]));
  };

  return {
    projects,
    damaged,
    isDamaged: (id) => marked().has(id),
    markDamaged: (id) => void setMarked((before) => new Set([...before, id])),
    async rename(id, name) {
      const trimmed = name.trim();
      if (trimmed === '') return;
      complain(await services.storage.projects.update(id, { name: trimmed }));
    },
    async remove(project) {
      const removed = await services.storage.projects.remove(project.id);
      if (!removed.ok) return complain(removed);
      const undo = async () => {
        complain(await services.storage.projects.restore(removed.value));
      };
      notices.offer(text('projectDeleted', { name: project.name }), text('undo'), undo, undoSeconds);
    },
  };
}
