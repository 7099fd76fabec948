import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { RoomChanges } from '../../../engine/editing/answers.ts';
import type { Translate } from '../../text/text.tsx';
import type { EditingContext, TimetableEditing } from './editing.ts';
import { priced, type Verdict } from './verdicts.ts';

type Verdicts = ReadonlyMap<string, Verdict>;

/** By room: what its cells say of the held card, null for rooms that it cannot have; absent until that is known. */
export type RoomVerdicts = ReadonlyMap<number, Verdicts | null>;

const none: RoomVerdicts = new Map();

/**
 * What the cells of rows that are rooms say, each of its own room. Asked for the rooms in sight, and for others as they come into
 * sight.
 */
export function createRoomVerdicts(
  { editing, placed, text }: EditingContext,
  { held, verdicts }: Pick<TimetableEditing, 'held' | 'verdicts'>,
  inSight: Accessor<readonly number[]>,
): Accessor<RoomVerdicts> {
  const [found, setFound] = createSignal<RoomVerdicts>(none);
  const asked = new Set<number>();
  const times = createMemo(() => [
    ...new Set([...verdicts().values()].flatMap(({ tone, place }) => (tone === 'off' ? [] : place.time))),
  ]);
  createEffect(
    on(verdicts, () => {
      asked.clear();
      setFound(none);
    }),
  );
  createEffect(
    on([verdicts, inSight], ([known, rooms]) => {
      const event = held();
      const shown = untrack(placed);
      if (event === null || shown === null || known.size === 0) return;
      const wanted = rooms.filter((room) => !asked.has(room));
      if (wanted.length === 0) return;
      for (const room of wanted) asked.add(room);
      const { problem, timetable } = shown;
      const timer = setTimeout(async () => {
        const answer = await editing.roomChanges(problem, timetable, event, times(), wanted);
        if (!answer.ok || untrack(verdicts) !== known) return;
        const more = roomVerdicts(problem, known, answer.value, text);
        setFound((before) => new Map([...before, ...wanted.map((room) => [room, more.get(room) ?? null] as const)]));
      });
      onCleanup(() => {
        clearTimeout(timer);
        // those that scroll by are asked for when they come back
        for (const room of wanted) if (!untrack(found).has(room)) asked.delete(room);
      });
    }),
  );
  return found;
}

/** The best room of a place says all there is to say of it, the others what they would cost. */
function roomVerdicts(
  problem: Problem,
  known: Verdicts,
  changes: RoomChanges,
  text: Translate,
): ReadonlyMap<number, Verdicts> {
  const columnOf = new Map(changes.times.map((time, column) => [time, column]));
  return new Map(
    changes.rooms.map((room, row) => {
      const own = new Map<string, Verdict>();
      for (const [key, verdict] of known) {
        const column = columnOf.get(verdict.place.time);
        if (verdict.place.assignment.rooms.includes(room)) own.set(key, verdict);
        else if (column === undefined) own.set(key, { ...verdict, sign: '', code: '' });
        else own.set(key, verdictInRoom(problem, verdict, room, changes, row * changes.times.length + column, text));
      }
      return [room, own];
    }),
  );
}

function verdictInRoom(
  problem: Problem,
  { place }: Verdict,
  room: number,
  changes: RoomChanges,
  at: number,
  text: Translate,
): Verdict {
  const change = { unplaced: 0, hard: changes.hard[at] ?? 0, soft: changes.soft[at] ?? 0 };
  const assignment = { ...place.assignment, rooms: place.assignment.rooms.with(0, room) };
  const base = { time: place.time, assignment, change };
  if (changes.isBlocked[at] === 1) {
    const words = text('cellBlockedInRoom', { room: problem.rooms[room]?.name ?? '' });
    return {
      tone: 'blocked',
      swaps: false,
      sign: '',
      code: '',
      words,
      place: { ...base, kind: 'blocked', obstacles: [] },
    };
  }
  const { tone, sign, words } = priced(change, text);
  return { tone, swaps: false, sign, code: sign, words, place: { ...base, kind: 'free' } };
}
