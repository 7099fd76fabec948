import * as abi from '../../../assembly/abi/abi.ts';
import * as changes from '../../../assembly/abi/changes.ts';
import { candidateEvents } from '../../domain/candidate-events.ts';
import { placesOf } from '../../domain/constraints/room-changes.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import { type BoundMeasure, measuresOf } from '../tabulate.ts';
import type { TermsInUse } from './encoding.ts';
import { writeClock } from './intervals.ts';
import type { IndexLists } from './lists.ts';

const counts = {
  day: changes.CHANGES_PER_DAY,
  week: changes.CHANGES_PER_WEEK,
  short: changes.CHANGES_TOO_SHORT,
} as const;

/** A record for each person of each rule about changes of room, with the slots of all times; the bits of the levels in use. */
export function encodeRoomChanges(problem: Problem, image: ImageWriter, lists: IndexLists): TermsInUse {
  const all = [...measuresOf(problem, 'roomChanges', true), ...measuresOf(problem, 'roomChanges', false)];
  const candidates = all.length === 0 ? [] : candidateEvents(problem);
  const sets = all.flatMap((bound) =>
    bound.rule.resources.flatMap((resource) => {
      const events = candidates[resource] ?? [];
      return events.length === 0 ? [] : [{ bound, resource, events }];
    }),
  );
  if (sets.length === 0) return { hard: 0, soft: 0 };
  const setsOf: number[][] = problem.events.map(() => []);
  const at = image.reserve(sets.length * changes.CHANGE_BYTES);
  const placesAt = new Map([true, false].map((rooms) => [rooms, image.words([...placesOf(problem, rooms), -1])]));
  sets.forEach(({ bound, resource, events }, index) => {
    const record = at + index * changes.CHANGE_BYTES;
    for (const [field, value] of fieldsOf(bound)) image.setAt(record + field, value);
    const places = placesAt.get(bound.measure.shape(bound.context.params).rooms) ?? 0;
    const { first, count } = lists.place(events);
    image.setAt(record + changes.CHANGE_RESOURCE, resource);
    image.setAt(record + changes.CHANGE_PLACES, places);
    image.setAt(record + changes.CHANGE_FIRST_EVENT, first);
    image.setAt(record + changes.CHANGE_EVENT_COUNT, count);
    for (const event of events) setsOf[event]?.push(index);
  });
  image.setWord(changes.HEADER_CHANGE_SETS, sets.length);
  image.setWord(changes.SECTION_CHANGE_SETS, at);
  const places = setsOf.map((list) => lists.place(list));
  image.setWord(changes.SECTION_CHANGES_OF, image.words(places.flatMap(({ first, count }) => [first, count])));
  if (image.wordAt(abi.SECTION_CLOCK * 4) === 0) writeClock(problem, image);
  const slots = problem.times.flatMap(({ start, length }) => [start, start + length]);
  image.setWord(changes.SECTION_CHANGE_SLOTS, image.words(slots));
  const isUsed = (hard: boolean) => sets.some(({ bound }) => bound.rule.hard === hard);
  return {
    hard: isUsed(true) ? changes.TERM_ROOM_CHANGES : 0,
    soft: isUsed(false) ? changes.TERM_ROOM_CHANGES : 0,
  };
}

function fieldsOf({
  rule,
  measure,
  context,
  unit,
}: BoundMeasure<'roomChanges'>): readonly (readonly [number, number])[] {
  const shape = measure.shape(context.params);
  return [
    [changes.CHANGE_COUNT, counts[shape.count]],
    [changes.CHANGE_LIMIT, shape.limit],
    [changes.CHANGE_DAYS, shape.daysAsOne],
    [changes.CHANGE_WEIGHT, unit],
    [changes.CHANGE_HARD, rule.hard ? 1 : 0],
  ];
}
