import type { ProblemData } from '../problem-data.ts';
import type { AssignmentData, TimetableData } from '../timetable.ts';
import type { AssignmentChange, FieldChange, Fields, ItemChange, ItemLists, ListName } from './operation.ts';

/** Where the items of a list are; made once for each list, as lists are never changed. */
const positionsOf = new WeakMap<readonly { readonly id: string }[], ReadonlyMap<string, number>>();

export function positions(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const known = positionsOf.get(list);
  if (known !== undefined) return known;
  const made = new Map(list.map(({ id }, position) => [id, position]));
  positionsOf.set(list, made);
  return made;
}

/** The change that puts `item` into its list: in the place of the one with its id, else at `position` or the end. */
export function putItem<List extends ListName>(
  problem: ProblemData,
  list: List,
  item: ItemLists[List],
  position?: number,
): ItemChange {
  const items = problem[list];
  const at = positions(items).get(item.id);
  const before = at === undefined ? null : items[at];
  // `list` and `item` belong together by the signature; TypeScript does not follow that into the union.
  return { of: 'item', list, id: item.id, position: at ?? position ?? items.length, before, after: item } as ItemChange;
}

/** Several at once, new ones at the end in their order. */
export function putItems<List extends ListName>(
  problem: ProblemData,
  list: List,
  items: readonly ItemLists[List][],
): readonly ItemChange[] {
  let end = problem[list].length;
  return items.map((item) => {
    const change = putItem(problem, list, item, end);
    if (change.before === null) end++;
    return change;
  });
}

/** The changes that remove items; ids that are not there are passed over. What refers to them is for the caller. */
export function removeItems(problem: ProblemData, list: ListName, ids: readonly string[]): readonly ItemChange[] {
  const items = problem[list];
  return (
    [...new Set(ids)]
      .flatMap((id) => positions(items).get(id) ?? [])
      // from the end, so that each one returns to its place when this is taken back in reverse
      .sort((a, b) => b - a)
      .map(
        (at) => ({ of: 'item', list, id: items[at]?.id, position: at, before: items[at], after: null }) as ItemChange,
      )
  );
}

export function setField<Name extends keyof Fields>(
  problem: ProblemData,
  name: Name,
  after: Fields[Name],
): FieldChange {
  return { of: 'field', name, before: problem[name], after } as FieldChange;
}

/** The changes that put events of a timetable elsewhere. */
export function assign(
  timetableId: string,
  timetable: TimetableData,
  rows: readonly AssignmentData[],
): readonly AssignmentChange[] {
  const before = new Map(timetable.assignments.map((row) => [row.eventId, row]));
  return rows.map((after) => ({
    of: 'assignment',
    timetableId,
    eventId: after.eventId,
    before: before.get(after.eventId) ?? null,
    after,
  }));
}
