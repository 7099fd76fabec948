import { type Accessor, createComputed, createMemo, createSignal, on } from 'solid-js';
import type { RunSummary } from '../../../storage/records.ts';
import type { RemovedRuns } from '../../../storage/runs-contract.ts';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import type { Notices } from '../frame/notices.ts';
import { messageText } from '../words/message-text.ts';
import { expiryMoment, type Retention, storedRetention, storeRetention } from './retention.ts';
import {
  filterRuns,
  noFilter,
  type RunColumn,
  type RunFilter,
  type RunOrder,
  removable,
  sortRuns,
  usualOrder,
} from './run-list.ts';

export interface RunHistoryState {
  /** All of the project, or of all projects; null until read. */
  readonly runs: Accessor<readonly RunSummary[] | null>;
  /** Those that pass the filter, in order. */
  readonly shown: Accessor<readonly RunSummary[]>;
  readonly filter: Accessor<RunFilter>;
  choose(changes: Partial<RunFilter>): void;
  readonly order: Accessor<RunOrder>;
  /** A second time the other way round. */
  sortBy(column: RunColumn): void;
  /** Ids of those that are marked and shown. */
  readonly marked: Accessor<ReadonlySet<string>>;
  mark(id: string, isMarked: boolean): void;
  markAll(isMarked: boolean): void;
  /** Removes them at once and offers to undo that. */
  remove(ids: readonly string[]): Promise<void>;
  readonly retention: Accessor<Retention>;
  /** Removes what is too old now; it cannot be brought back after the notice is gone. */
  keepFor(days: Retention): Promise<void>;
}

const undoSeconds = 20;

/** `changed` is read again whenever a run begins or ends. */
export function createRunHistory(
  services: Services,
  notices: Notices,
  text: Translate,
  projectId: Accessor<string | null>,
  changed: Accessor<unknown>,
): RunHistoryState {
  const { runHistory } = services.storage;
  const [runs, setRuns] = createSignal<readonly RunSummary[] | null>(null);
  const [filter, setFilter] = createSignal<RunFilter>(noFilter);
  const [order, setOrder] = createSignal<RunOrder>(usualOrder);
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  const [retention, setRetention] = createSignal<Retention>(storedRetention());
  const shown = createMemo(() => sortRuns(filterRuns(runs() ?? [], filter(), services.clock.now()), order()));
  const marked = createMemo(() => {
    const wanted = chosen();
    return new Set(removable(shown()).flatMap(({ id }) => (wanted.has(id) ? [id] : [])));
  });

  async function read(): Promise<void> {
    const wanted = projectId();
    const listed = await runHistory.summaries(wanted);
    if (wanted !== projectId()) return;
    if (listed.ok) setRuns(listed.value);
    else notices.complain(messageText(listed.diagnostics[0]));
  }

  // While the page is still being drawn: reading a thousand rows takes as long as that.
  createComputed(on([projectId, changed], () => void read()));

  function offerUndo(removed: RemovedRuns, message: string): void {
    const undo = async () => {
      const restored = await runHistory.restore(removed);
      if (!restored.ok) notices.complain(messageText(restored.diagnostics[0]));
      await read();
    };
    notices.offer(message, text('undo'), undo, undoSeconds);
  }

  return {
    runs,
    shown,
    filter,
    choose: (changes) => setFilter((all) => ({ ...all, ...changes })),
    order,
    sortBy: (column) =>
      setOrder((now) => ({ column, descending: now.column === column ? !now.descending : column === 'created' })),
    marked,
    mark(id, isMarked) {
      setChosen((all) => {
        const next = new Set(all);
        if (isMarked) next.add(id);
        else next.delete(id);
        return next;
      });
    },
    markAll: (isMarked) => setChosen(new Set(isMarked ? removable(shown()).map(({ id }) => id) : [])),
    async remove(ids) {
      const removed = await runHistory.remove(ids);
      if (!removed.ok) return notices.complain(messageText(removed.diagnostics[0]));
      setChosen(new Set<string>());
      await read();
      const count = removed.value.rows.filter(({ table }) => table === 'runs').length;
      offerUndo(removed.value, text('runsRemoved', { count }));
    },
    retention,
    async keepFor(days) {
      setRetention(days);
      storeRetention(days);
      const before = expiryMoment(days, services.clock.now());
      if (before === null) return;
      const gone = await runHistory.removeExpired(before);
      await read();
      if (gone.ok && gone.value > 0) {
        notices.tell(text('runsExpired', { count: gone.value }));
      }
    },
  };
}
