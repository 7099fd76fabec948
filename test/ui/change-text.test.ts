import { describe, expect, test } from 'vitest';
import { changeLists } from '../../src/domain/compare/change-lists.ts';
import { compareStates } from '../../src/domain/compare/compare-states.ts';
import { changesAsText } from '../../src/ui/state/versions/change-text.ts';
import { createPlaceNames } from '../../src/ui/state/words/place-names.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { smallSchool } from '../support/small-school.ts';

const row = (eventId: string, timeId: string, roomId = 'r1') => ({
  eventId,
  timeId,
  roomIds: [roomId],
  instructorIds: [],
});
const side = (name: string, problem: typeof smallSchool, rows: readonly ReturnType<typeof row>[]) => ({
  name,
  state: { problem, timetable: { assignments: rows } },
  names: createPlaceNames(problem),
});

describe('the list of changes as text', () => {
  test('tells everybody in the order of the week, and names instructors only where they are others', () => {
    const handedOver = smallSchool.events.map((event) =>
      event.id === 'right' ? { ...event, instructors: [{ id: 'ben' }] } : event,
    );
    const before = side('Spring', smallSchool, [row('all', 'tue@0'), row('left', 'mon@3'), row('right', 'mon@0')]);
    const after = side('Now', { ...smallSchool, events: handedOver }, [
      row('all', 'tue@1'),
      row('left', 'mon@3', 'r2'),
      row('right', 'mon@0'),
    ]);
    const { cards } = compareStates(before.state, after.state);
    const people = changeLists(cards, before.state, after.state);
    const wanted = people.filter(({ id }) => ['ana', 'ben', 'left'].includes(id));
    expect(
      changesAsText(
        createTranslate(() => en),
        wanted,
        before,
        after,
      ),
    ).toBe(`Changes from Spring to Now

Ana
- Laboratory (Right): no longer (was Monday 08:00–08:50 (A) · Room 1 · Ana)
- Mathematics (Year): Tuesday 08:00–08:50 · Room 1 → Tuesday 09:00–09:50 · Room 1

Ben
- Laboratory (Right): new, Monday 08:00–08:50 (A) · Room 1 · Ben
- Laboratory (Left): Monday 10:30–12:20 · Room 1 → Monday 10:30–12:20 · Room 2

Left
- Laboratory: Monday 10:30–12:20 · Room 1 → Monday 10:30–12:20 · Room 2
- Mathematics: Tuesday 08:00–08:50 · Room 1 → Tuesday 09:00–09:50 · Room 1
`);
  });
});
