import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { definitionOf } from '../../../domain/constraints/registry.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { ruleSentence } from '../../../domain/rule-sentence.ts';
import {
  type FoundKind,
  projectEntries,
  type SearchEntry,
  type SearchIndex,
  search,
  searchIndexOf,
  searchIndexSteps,
} from '../../../domain/search/search.ts';
import { inSlices } from '../../../domain/steps.ts';
import type { Wording } from '../../../domain/wording/wording.ts';
import type { Command, CommandContext, CommandGroup } from '../../commands.ts';
import type { Translate } from '../../text/text.tsx';
import { wording } from '../words/wording.ts';
import { groupsInOrder } from './command-state.ts';
import { addressOf } from './search-address.ts';

/** A line of the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly kind: FoundKind;
  readonly name: string;
  /** What tells it from others of that name. */
  readonly detail: string;
  /** Heading under which it stands while nothing is typed. */
  readonly group: CommandGroup | null;
  /** Shortcut, or an empty text. */
  readonly keys: string;
  run(): void;
}

export interface Palette {
  readonly query: Accessor<string>;
  readonly items: Accessor<readonly PaletteItem[]>;
  /** Position of the item that Enter takes. */
  readonly at: Accessor<number>;
  /** False while the names of the project are read for the first time. */
  readonly ready: Accessor<boolean>;
  setQuery(query: string): void;
  move(by: number): void;
  moveTo(position: number): void;
}

const mostShown = 40;
/** Opens the palette; there it would do nothing. */
const openingCommand = 'search';
const indices = new WeakMap<ProblemData, { readonly index: SearchIndex; readonly wording: Wording | undefined }>();

/** Commands and everything of the open project that has a name, in one list. */
export function createPalette(
  commands: Accessor<readonly Command[]>,
  context: CommandContext,
  text: Translate,
): Palette {
  const [query, setQuery] = createSignal('');
  const [at, setAt] = createSignal(0);
  const enabled = createMemo(() =>
    commands().filter(({ id, isEnabled }) => id !== openingCommand && (isEnabled?.(context) ?? true)),
  );
  const names = createNames(context);
  const index = createMemo(() => [...searchIndexOf(commandEntries(enabled(), text)), ...(names() ?? [])]);
  const items = createMemo((): readonly PaletteItem[] => {
    if (query().trim() === '') return groupsInOrder(enabled()).map((command) => commandItem(command, context, text));
    const byId = new Map(enabled().map((command) => [command.id, command]));
    return search(index(), query(), mostShown).flatMap((entry): PaletteItem[] => {
      const command = byId.get(entry.id);
      if (entry.kind !== 'command') return [foundItem(entry, context)];
      return command === undefined ? [] : [{ ...commandItem(command, context, text), group: null }];
    });
  });
  // What is found changes with the names, too.
  createEffect(on(items, (list) => setAt((position) => Math.max(0, Math.min(position, list.length - 1)))));
  return {
    query,
    items,
    at,
    ready: () => context.project === null || names() !== null,
    setQuery(value) {
      setAt(0);
      setQuery(value);
    },
    move: (by) => setAt((position) => (items().length === 0 ? 0 : (position + by + items().length) % items().length)),
    moveTo: (position) => setAt(position),
  };
}

/** Read once for each state of the data. */
function createNames({ project }: CommandContext): Accessor<SearchIndex | null> {
  const [names, setNames] = createSignal<SearchIndex | null>(null);
  if (project === null) return names;
  createEffect(
    on(project.data, (data) => {
      const known = indices.get(data);
      const spoken = wording();
      if (known !== undefined && known.wording === spoken) return setNames(known.index);
      let wanted = true;
      onCleanup(() => {
        wanted = false;
      });
      void inSlices(searchIndexSteps(entriesOf(data))).then((index) => {
        indices.set(data, { index, wording: spoken });
        if (wanted) setNames(index);
      });
    }),
  );
  return names;
}

function* entriesOf(data: ProblemData): Generator<SearchEntry> {
  yield* projectEntries(data, wording());
  // Those that are switched off are found, too.
  for (const rule of data.rules) {
    const definition = definitionOf(rule.kind);
    const name = definition === undefined ? rule.kind : ruleSentence(data, definition, rule, undefined, wording());
    yield { kind: 'rule', id: rule.id, name, detail: '', more: rule.note ?? '' };
  }
}

function commandEntries(commands: readonly Command[], text: Translate): readonly SearchEntry[] {
  return commands.map(({ id, title, group }) => ({
    kind: 'command',
    id,
    name: text(title),
    detail: '',
    more: text(`commandGroup_${group}`),
  }));
}

function commandItem(command: Command, context: CommandContext, text: Translate): PaletteItem {
  return {
    id: `command-${command.id}`,
    kind: 'command',
    name: text(command.title),
    detail: '',
    group: command.group,
    keys: command.keys?.[0] ?? '',
    run: () => command.run(context),
  };
}

function foundItem(entry: SearchEntry, { project, navigate }: CommandContext): PaletteItem {
  return {
    id: `${entry.kind}-${entry.id}`,
    kind: entry.kind,
    name: entry.name,
    detail: entry.detail,
    group: null,
    keys: '',
    run: () => {
      if (project !== null) navigate(addressOf(project.id, project.data(), entry));
    },
  };
}
