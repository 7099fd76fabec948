import type { ProblemData, RuleData, SlotSelection } from '../problem-data.ts';
import { putItems, removeItems } from './changes-of.ts';
import { newIdFor } from './new-id.ts';
import type { Change } from './operation.ts';

/** Who can be marked. Wishes to meet at a time are known of groups only. */
export type AvailabilityList = 'instructors' | 'rooms' | 'groups';

/** From impossible to welcome. `blocked` is a hard rule; the others cost, or earn nothing elsewhere. */
const availabilityLevels = ['neutral', 'blocked', 'avoid', 'dislike', 'prefer'] as const;
export type AvailabilityLevel = (typeof availabilityLevels)[number];

/** Weights of rules that are made for a level; a soft rule that is there keeps its own. */
const weightOf = { blocked: 1, avoid: 10, dislike: 2, prefer: 1 } as const;
/** From this weight on a soft rule means `avoid`. */
const leastToAvoid = 5;

/** What one resource has in one cell, and whether a rule for many says so, which is not painted here. */
export interface CellAvailability {
  readonly level: AvailabilityLevel;
  readonly isShared: boolean;
}

/** Levels of all resources of a list: `row * cellCount + day * slotCount + slot`. */
export interface Availability {
  readonly cellCount: number;
  at(row: number, cell: number): CellAvailability;
  /** Hard blocked, by a rule of its own or one for many. */
  isBlocked(row: number, cell: number): boolean;
}

type Painted = Exclude<AvailabilityLevel, 'neutral'>;

/** The level a rule stands for, or null when it is about something else. */
function levelOf({ kind, hard, weight, params }: RuleData): Painted | null {
  if (kind === 'preferredTime') return hard || params.wholly === true ? null : 'prefer';
  if (kind !== 'unavailable') return null;
  return hard ? 'blocked' : weight >= leastToAvoid ? 'avoid' : 'dislike';
}

function selectionsOf({ params }: RuleData): readonly SlotSelection[] {
  // Checked whenever the problem is built.
  return Array.isArray(params.slots) ? (params.slots as readonly SlotSelection[]) : [];
}

/** True for rules that name whom they are about, in every week: those can be painted. */
function isOwn(rule: RuleData): boolean {
  const { ids, tags, except } = rule.scope;
  const isWhole = rule.enabled !== false && selectionsOf(rule).every(({ weeks }) => weeks === undefined);
  return ids !== undefined && tags === undefined && except === undefined && isWhole;
}

/** What the rules say of everybody in a list. */
export function availabilityOf(problem: ProblemData, of: AvailabilityList): Availability {
  const { calendar } = problem;
  const slotCount = calendar.slots.length;
  const cellCount = calendar.days.length * slotCount;
  const levels = new Uint8Array(problem[of].length * cellCount);
  const shared = new Uint8Array(levels.length);
  const dayAt = new Map(calendar.days.map(({ id }, day) => [id, day]));
  for (const rule of problem.rules) {
    const level = rule.scope.of === of && rule.enabled !== false ? levelOf(rule) : null;
    if (level === null) continue;
    const code = availabilityLevels.indexOf(level);
    const target = isOwn(rule) ? levels : shared;
    for (const row of rowsOf(problem, rule, of)) {
      for (const { day, slots } of selectionsOf(rule)) {
        for (const slot of slots) {
          const at = row * cellCount + (dayAt.get(day) ?? 0) * slotCount + slot;
          // the stricter one is shown
          target[at] = target[at] === 0 ? code : Math.min(target[at] ?? 0, code);
        }
      }
    }
  }
  const levelAt = (codes: Uint8Array, row: number, cell: number) =>
    availabilityLevels[codes[row * cellCount + cell] ?? 0] ?? 'neutral';
  return {
    cellCount,
    at(row, cell) {
      const own = levelAt(levels, row, cell);
      const others = levelAt(shared, row, cell);
      return own === 'neutral' && others !== 'neutral'
        ? { level: others, isShared: true }
        : { level: own, isShared: false };
    },
    isBlocked: (row, cell) => levelAt(levels, row, cell) === 'blocked' || levelAt(shared, row, cell) === 'blocked',
  };
}

const rowsById = new WeakMap<readonly { readonly id: string }[], ReadonlyMap<string, number>>();

function rowsOf(problem: ProblemData, { scope }: RuleData, of: AvailabilityList): readonly number[] {
  const items: readonly { readonly id: string; readonly tags?: readonly string[] }[] = problem[of];
  const rows = rowsById.get(items) ?? new Map(items.map(({ id }, row) => [id, row]));
  rowsById.set(items, rows);
  const except = new Set(scope.except);
  const named = (scope.ids ?? []).filter((id) => !except.has(id)).flatMap((id) => rows.get(id) ?? []);
  if (scope.ids !== undefined && scope.tags === undefined) return named;
  const wanted = new Set(scope.tags);
  const others = items.flatMap(({ id, tags = [] }, row) => {
    const isMeant = scope.tags === undefined || tags.some((tag) => wanted.has(tag));
    return isMeant && !except.has(id) ? [row] : [];
  });
  return [...new Set([...named, ...others])];
}

/** New levels of one resource, by cell (`day * slotCount + slot`). */
export interface PaintedRow {
  readonly id: string;
  readonly levels: ReadonlyMap<number, AvailabilityLevel>;
}

/**
 * The changes after which the resources have these levels in these cells and what they had in the others. Each ends up with
 * at most one rule for each level, about itself alone; rules that named several are split, rules left with nothing go.
 * Rules for many, and for some weeks, are not touched.
 */
export function paintedAvailability(
  problem: ProblemData,
  of: AvailabilityList,
  rows: readonly PaintedRow[],
): readonly Change[] {
  const before = availabilityOf(problem, of);
  const rowAt = new Map(problem[of].map(({ id }, row) => [id, row]));
  const painted = new Map<string, readonly AvailabilityLevel[]>();
  for (const { id, levels } of rows) {
    const row = rowAt.get(id);
    if (row === undefined) continue;
    const had = Array.from({ length: before.cellCount }, (_, cell) => {
      const { level, isShared } = before.at(row, cell);
      return isShared ? 'neutral' : level;
    });
    const wanted = had.map((level, cell) => levels.get(cell) ?? level);
    if (wanted.some((level, cell) => level !== had[cell])) painted.set(id, wanted);
  }
  return painted.size === 0 ? [] : rewrittenRules(problem, of, painted);
}

function rewrittenRules(
  problem: ProblemData,
  of: AvailabilityList,
  painted: ReadonlyMap<string, readonly AvailabilityLevel[]>,
): readonly Change[] {
  const changed: RuleData[] = [];
  const removed: string[] = [];
  const done = new Set<string>();
  for (const rule of problem.rules) {
    const level = rule.scope.of === of && isOwn(rule) ? levelOf(rule) : null;
    const ids = rule.scope.ids ?? [];
    if (level === null || !ids.some((id) => painted.has(id))) continue;
    const [id = ''] = ids;
    const slots = ids.length === 1 ? selected(problem, painted.get(id) ?? [], level) : [];
    const others = ids.filter((other) => !painted.has(other));
    if (ids.length > 1 && others.length > 0) changed.push({ ...rule, scope: { ...rule.scope, ids: others } });
    else if (slots.length === 0 || done.has(`${id} ${level}`)) removed.push(rule.id);
    else {
      done.add(`${id} ${level}`);
      if (!sameSelections(selectionsOf(rule), slots)) changed.push({ ...rule, params: { ...rule.params, slots } });
    }
  }
  const taken = new Set(problem.rules.map((rule) => rule.id));
  for (const [id, levels] of painted) {
    for (const level of ['blocked', 'avoid', 'dislike', 'prefer'] as const) {
      const slots = done.has(`${id} ${level}`) ? [] : selected(problem, levels, level);
      if (slots.length > 0) changed.push(newRule(newIdFor(`${level}-${id}`, taken, 'rule'), of, id, level, slots));
    }
  }
  return [...putItems(problem, 'rules', changed), ...removeItems(problem, 'rules', removed)];
}

function newRule(
  id: string,
  of: AvailabilityList,
  resourceId: string,
  level: Painted,
  slots: readonly SlotSelection[],
): RuleData {
  return {
    id,
    kind: level === 'prefer' ? 'preferredTime' : 'unavailable',
    scope: { of, ids: [resourceId] },
    params: { slots },
    hard: level === 'blocked',
    weight: weightOf[level],
  };
}

function selected(problem: ProblemData, levels: readonly AvailabilityLevel[], wanted: Painted): SlotSelection[] {
  const { days, slots } = problem.calendar;
  return days.flatMap(({ id }, day): SlotSelection[] => {
    const chosen = slots.flatMap((_, slot) => (levels[day * slots.length + slot] === wanted ? [slot] : []));
    return chosen.length > 0 ? [{ day: id, slots: chosen }] : [];
  });
}

function sameSelections(a: readonly SlotSelection[], b: readonly SlotSelection[]): boolean {
  return (
    JSON.stringify(a.map(({ day, slots }) => [day, slots])) === JSON.stringify(b.map(({ day, slots }) => [day, slots]))
  );
}
