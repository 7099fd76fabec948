import { type Accessor, createMemo, createSignal } from 'solid-js';
import { placesOf } from '../../domain/compare/place.ts';
import type { Translate } from '../text/text.tsx';
import type { LoggedOperation } from './history-log.ts';
import { operationSentence } from './operation-sentence.ts';
import { createPlaceNames } from './place-names.ts';
import type { OpenProject } from './project.ts';

/** A line of the history: the state after an operation, or the beginning. */
export interface HistoryEntry {
  /** Number of the operations that are made in this state. */
  readonly position: number;
  /** Null for the beginning. */
  readonly at: string | null;
  readonly sentence: string;
}

export interface HistoryList {
  readonly search: Accessor<string>;
  setSearch(text: string): void;
  /** Newest first, those that were taken back included; only what is searched for. */
  readonly entries: Accessor<readonly HistoryEntry[]>;
}

export function createHistoryList(project: OpenProject, text: Translate): HistoryList {
  const { editor } = project;
  const [search, setSearch] = createSignal('');
  const timeOf = createMemo(() => {
    const places = placesOf({ problem: editor.data(), timetable: null });
    const names = createPlaceNames(editor.data());
    return (operation: LoggedOperation): string | null => {
      if (operation.label.action !== 'place' || operation.size !== 1) return null;
      const changes = operation.changes();
      const [change] = changes.ok ? changes.value : [];
      const place = change?.of === 'assignment' && change.after !== null ? places.ofRow(change.after) : null;
      return place === null ? null : names.time(place.time);
    };
  });
  const all = createMemo((): readonly HistoryEntry[] => {
    const entries = editor.operations().map((operation, index) => ({
      position: index + 1,
      at: operation.at,
      // Said when it is looked at: reading what thousands of operations changed takes its time.
      get sentence() {
        return operationSentence(text, operation.label, timeOf()(operation));
      },
    }));
    return [{ position: 0, at: null, sentence: text('historyBeginning') }, ...entries].reverse();
  });
  const entries = createMemo(() => {
    const wanted = folded(search()).trim();
    return wanted === '' ? all() : all().filter(({ sentence }) => folded(sentence).includes(wanted));
  });
  return { search, setSearch, entries };
}

/** Without case and accents. */
function folded(value: string): string {
  return value.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
