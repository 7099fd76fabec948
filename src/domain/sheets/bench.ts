import { positions } from '../operations/changes-of.ts';
import { newIdFor } from '../operations/new-id.ts';
import { type Change, type ItemChange, type ItemLists, type ListName, listNames } from '../operations/operation.ts';
import type { ProblemData } from '../problem-data.ts';
import type { Steps } from '../steps.ts';
import { listed, type Wording } from '../wording/wording.ts';
import { latinMarks } from '../written-numbers.ts';
import type { FieldKind, FieldValue, NamedList, TableList } from './field.ts';

/** Seats of a room of which only the name is known: enough for a class. */
const usualSeats = 30;

/** Names as they are compared: capitals and blanks do not matter. */
export function plainName(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  // Sheets say the same names over and over; what is kept of them stays small.
  if (plainNames.size >= mostPlainNames) plainNames.clear();
  const plain = plainly(name);
  plainNames.set(name, plain);
  return plain;
}

const mostPlainNames = 5000;
const plainNames = new Map<string, string>();

/** Words of ASCII with one blank between: nearly all names. */
const simpleName = /^[!-~]+(?: [!-~]+)*$/;

function plainly(name: string): string {
  if (simpleName.test(name)) return name.toLowerCase();
  return latinMarks(name.normalize('NFC')).trim().replace(/\s+/g, ' ').toLowerCase();
}

type AnyItem = { readonly id: string; readonly name?: string };

/**
 * The problem while a sheet is being laid over it: what is changed and what is new stands beside what is there, can be
 * found by name at once, and becomes changes only at the end.
 */
export class Bench {
  readonly problem: ProblemData;
  /** Names that nothing had, by list, as they were first written. */
  readonly unknown = new Map<NamedList, Map<string, string>>();
  readonly #mayCreate: ReadonlySet<NamedList>;
  readonly #wording: Wording | undefined;
  readonly #laid = new Map<ListName, Map<string, AnyItem>>();
  readonly #idOf = new Map<ListName, Map<string, string>>();
  readonly #taken = new Map<ListName, Set<string>>();
  readonly #readings = new WeakMap<FieldKind, Map<string, FieldValue>>();

  constructor(problem: ProblemData, mayCreate: ReadonlySet<NamedList>, wording?: Wording) {
    this.problem = problem;
    this.#mayCreate = mayCreate;
    this.#wording = wording;
  }

  /** What texts of cells were found to mean; see `remember`. */
  remembered(kind: FieldKind): ReadonlyMap<string, FieldValue> | undefined {
    return this.#readings.get(kind);
  }

  /** Sheets say the same over and over: what a text means need not be found again, and need not be in memory twice. */
  remember(kind: FieldKind, text: string, value: FieldValue): void {
    const known = this.#readings.get(kind) ?? new Map<string, FieldValue>();
    this.#readings.set(kind, known);
    if (known.size < mostPlainNames) known.set(text, value);
  }

  get<List extends ListName>(list: List, id: string): ItemLists[List] | undefined {
    const known = this.#laid.get(list)?.get(id) ?? this.problem[list][positions(this.problem[list]).get(id) ?? -1];
    return known as ItemLists[List] | undefined; // Of this list, as it was laid there.
  }

  /** All items in their order, new ones last. */
  all<List extends ListName>(list: List): readonly ItemLists[List][] {
    const laid = this.#laid.get(list);
    const items: readonly AnyItem[] = this.problem[list];
    if (laid === undefined) return items as readonly ItemLists[List][];
    const known = positions(this.problem[list]);
    const fresh = [...laid.values()].filter(({ id }) => !known.has(id));
    // Of this list, as they were laid there.
    return [...items.map((item) => laid.get(item.id) ?? item), ...fresh] as unknown as readonly ItemLists[List][];
  }

  isThere(list: ListName, id: string): boolean {
    return positions(this.problem[list]).has(id);
  }

  put<List extends ListName>(list: List, item: ItemLists[List]): void {
    const laid = this.#laid.get(list) ?? new Map<string, AnyItem>();
    this.#laid.set(list, laid.set(item.id, item));
  }

  /** The id of the item of that name or id; names come first. */
  idOf(list: ListName, name: string): string | undefined {
    return this.#index(list).get(plainName(name));
  }

  /** An id for a new item, reserved, under which it can be found by name from now on. */
  reserve(list: TableList | 'rules', name: string, wantedId = ''): string {
    const taken = this.#taken.get(list) ?? new Set(this.problem[list].map(({ id }) => id));
    this.#taken.set(list, taken);
    const isGood = wantedId !== '' && wantedId.length <= 60 && !taken.has(wantedId);
    const id = isGood ? wantedId : newIdFor(name, taken, list.slice(0, -1));
    taken.add(id);
    const index = this.#index(list);
    for (const key of [plainName(name), plainName(id)]) if (key !== '' && !index.has(key)) index.set(key, id);
    return id;
  }

  /** The id of the item of that name; a new item when nothing has the name and such may be created. */
  need(list: NamedList, name: string): string | undefined {
    const known = this.idOf(list, name);
    // An event needs more than a name.
    if (known !== undefined || list === 'events') return known;
    const names = this.unknown.get(list) ?? new Map<string, string>();
    this.unknown.set(list, names);
    if (!names.has(plainName(name))) names.set(plainName(name), name.trim());
    if (!this.#mayCreate.has(list)) return undefined;
    const id = this.reserve(list, name);
    this.#putNamed(list, id, name.trim());
    return id;
  }

  nameOf(list: NamedList, id: string): string {
    const item: AnyItem | undefined = this.get(list, id);
    return list === 'events' ? id : (item?.name ?? id);
  }

  namesOf(list: NamedList, ids: readonly string[]): string {
    return this.listed(ids.map((id) => this.nameOf(list, id)));
  }

  /** Values as they are told. */
  listed(values: readonly string[]): string {
    return listed(values, this.#wording);
  }

  /** What makes the problem the one that is laid out, items of each list in the order in which they came. */
  *changes(): Steps<Change[]> {
    const changes: Change[] = [];
    for (const list of listNames) {
      const known = positions(this.problem[list]);
      let end = this.problem[list].length;
      for (const item of this.#laid.get(list)?.values() ?? []) {
        const at = known.get(item.id);
        const before = at === undefined ? null : (this.problem[list][at] ?? null);
        if (before !== item) {
          // The item is of the list that it was laid in.
          changes.push({ of: 'item', list, id: item.id, position: at ?? end++, before, after: item } as ItemChange);
        }
        yield;
      }
    }
    return changes;
  }

  /** The problem as it is laid out. */
  laidOut(): ProblemData {
    const lists = listNames.filter((list) => this.#laid.has(list)).map((list) => [list, this.all(list)]);
    return { ...this.problem, ...Object.fromEntries(lists) };
  }

  #putNamed(list: Exclude<NamedList, 'events'>, id: string, name: string): void {
    if (list === 'groups') this.put(list, { id, name, size: 0 });
    else if (list === 'rooms') this.put(list, { id, name, capacity: usualSeats });
    else this.put(list, { id, name });
  }

  #index(list: ListName): Map<string, string> {
    const known = this.#idOf.get(list);
    if (known !== undefined) return known;
    const index = new Map<string, string>();
    const items: readonly AnyItem[] = this.problem[list];
    // The name of an event is that of its course: only its id tells it from the others.
    for (const { id, name } of items) {
      const key = plainName(list === 'events' ? id : (name ?? id));
      if (key !== '' && !index.has(key)) index.set(key, id);
    }
    for (const { id } of items) if (!index.has(plainName(id))) index.set(plainName(id), id);
    this.#idOf.set(list, index);
    return index;
  }
}
