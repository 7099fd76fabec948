import { type Accessor, createMemo, createSignal } from 'solid-js';
import { placesOf } from '../../../domain/compare/place.ts';
import type { Change } from '../../../domain/operations/operation.ts';
import type { Translate } from '../../text/text.tsx';
import type { OpenProject } from '../project/project.ts';
import { createPlaceNames } from '../words/place-names.ts';
import { listText } from '../words/wording.ts';
import type { LoggedOperation } from './log.ts';
import { isListName, operationSentence } from './operation-sentence.ts';

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
  const sentenceOf = createMemo(() => {
    const places = placesOf({ problem: editor.data(), timetable: null });
    const names = createPlaceNames(editor.data());
    return (operation: LoggedOperation): string => {
      const { label, size } = operation;
      if (size > mostNamed) return operationSentence(text, label);
      const changes = operation.changes();
      const known = changes.ok ? changes.value : [];
      const [first] = known;
      if (label.action === 'place' && size === 1 && first?.of === 'assignment' && first.after !== null) {
        const place = places.ofRow(first.after);
        return operationSentence(text, label, place === null ? null : names.time(place.time));
      }
      const items = isListName(label.subject) ? known.flatMap(itemName) : [];
      const sentence = operationSentence(text, label);
      return items.length === 0 ? sentence : text('didNamed', { sentence, names: listText(items) });
    };
  });
  const all = createMemo((): readonly HistoryEntry[] => {
    const entries = editor.operations().map((operation, index) => ({
      position: index + 1,
      at: operation.at,
      // Said when it is looked at: reading what thousands of operations changed takes its time.
      get sentence() {
        return sentenceOf()(operation);
      },
    }));
    const begin = editor.since() === null ? 'historyBeginning' : 'historyEarliest';
    return [{ position: 0, at: null, sentence: text(begin) }, ...entries].reverse();
  });
  const entries = createMemo(() => {
    const wanted = folded(search()).trim();
    return wanted === '' ? all() : all().filter(({ sentence }) => folded(sentence).includes(wanted));
  });
  return { search, setSearch, entries };
}

/** Of so many at most the names are said. */
const mostNamed = 3;

function itemName(change: Change): readonly string[] {
  const item = change.of === 'item' ? (change.after ?? change.before) : null;
  return item !== null && 'name' in item && item.name !== undefined ? [item.name] : [];
}

/** Without case and accents. */
function folded(value: string): string {
  return value.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
