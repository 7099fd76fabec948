import { describe, expect, test } from 'vitest';
import { changeLists } from '../../../src/domain/compare/change-lists.ts';
import { compareStates } from '../../../src/domain/compare/compare-states.ts';
import type { ProjectState } from '../../../src/domain/compare/place.ts';
import type { AssignmentData } from '../../../src/domain/timetable.ts';
import { enterpriseProblem, enterpriseSize } from '../../support/enterprise-problem.ts';
import { smallSchool } from '../../support/small-school.ts';

function row(eventId: string, timeId: string | null, roomIds: readonly string[] = ['r1']): AssignmentData {
  return { eventId, ...(timeId === null ? {} : { timeId }), roomIds, instructorIds: [] };
}

function state(rows: readonly AssignmentData[], problem = smallSchool): ProjectState {
  return { problem, timetable: { assignments: rows } };
}

const before = state([row('all', 'mon@0'), row('left', 'mon@3'), row('right', null)]);

describe('two states of a project', () => {
  test('differ in the cards that were moved, placed and unplaced, and in their rooms', () => {
    const after = state([row('all', 'tue@0'), row('left', 'mon@3', ['r2']), row('right', 'mon@3')]);
    const { cards, lists, fields } = compareStates(before, after);
    expect(cards.map(({ eventId, kind }) => [eventId, kind])).toEqual([
      ['all', 'moved'],
      ['left', 'changed'],
      ['right', 'placed'],
    ]);
    expect(cards[0]?.before?.time).toEqual({ days: ['mon'], start: 0, length: 1, weeks: null });
    expect(compareStates(after, before).cards.map(({ kind }) => kind)).toEqual(['moved', 'changed', 'unplaced']);
    expect([lists, fields]).toEqual([[], []]);
  });

  test('are the same where only the spelling of a time differs', () => {
    const spelled = state([row('all', 'mon@0+1'), row('left', 'mon@3+2'), row('right', null)]);
    expect(compareStates(before, spelled).cards).toEqual([]);
  });

  test('tell whom it affects: instructors of before and after, groups, each student of a group once', () => {
    const [lab] = smallSchool.events.filter(({ id }) => id === 'left');
    if (lab === undefined) expect.fail('no laboratory');
    const events = smallSchool.events.map((event) =>
      event === lab ? { ...lab, instructors: [{ id: 'ana' }] } : event,
    );
    const after = state([row('all', 'mon@0'), row('left', 'mon@3')], { ...smallSchool, events });
    const { affected, lists } = compareStates(before, after);
    expect(affected).toEqual({ instructors: ['ana', 'ben'], groups: ['left'], students: 15 });
    expect(lists).toEqual([
      { list: 'events', items: [{ id: 'left', name: 'Laboratory', kind: 'changed', fields: ['instructors'] }] },
    ]);
    const whole = compareStates(before, state([row('all', 'tue@0'), row('left', 'mon@0'), row('right', null)]));
    expect(whole.affected).toMatchObject({ groups: ['year', 'left'], students: 30 });
  });

  test('with an event that is gone say where it was', () => {
    const problem = { ...smallSchool, events: smallSchool.events.filter(({ id }) => id !== 'all') };
    const { cards, lists } = compareStates(before, state([row('left', 'mon@3')], problem));
    expect(cards).toMatchObject([{ eventId: 'all', kind: 'unplaced', after: null }]);
    expect(lists[0]?.items).toMatchObject([{ id: 'all', kind: 'removed', name: 'Mathematics' }]);
  });
});

describe('the list of changes', () => {
  test('of an instructor has what is new, gone and elsewhere; a group hears of the groups around and inside it', () => {
    const events = smallSchool.events.map((event) =>
      event.id === 'right' ? { ...event, instructors: [{ id: 'ben' }] } : event,
    );
    const after = state([row('all', 'tue@0'), row('left', 'mon@3'), row('right', 'mon@0')], { ...smallSchool, events });
    const from = state([row('all', 'mon@0'), row('left', 'mon@3'), row('right', 'mon@0')]);
    const lists = changeLists(compareStates(from, after).cards, from, after);
    const kinds = (id: string) =>
      lists.find((list) => list.id === id)?.changes.map(({ card, kind }) => [card.eventId, kind]);
    expect(kinds('ana')).toEqual([
      ['all', 'other'],
      ['right', 'gone'],
    ]);
    expect(kinds('ben')).toEqual([['right', 'new']]);
    expect(kinds('left')).toEqual([['all', 'other']]);
    expect(kinds('right-1')).toEqual([
      ['all', 'other'],
      ['right', 'other'],
    ]);
    expect(kinds('year')).toHaveLength(2);
    expect(lists.map(({ of }) => of)).toEqual([
      'instructor',
      'instructor',
      'group',
      'group',
      'group',
      'group',
      'group',
    ]);
  });
});

describe('at the size of a university', () => {
  test('two states are compared in a moment', () => {
    const { problem, planted } = enterpriseProblem(enterpriseSize(1));
    const elsewhere = planted.assignments.map((item) => {
      const [, slot = '0'] = /@(\d+)/.exec(item.timeId ?? '') ?? [];
      return { ...item, timeId: `${item.timeId?.startsWith('mon') ? 'tue' : 'mon'}@${slot}` };
    });
    const first = { problem, timetable: planted };
    const second = { problem: structuredClone(problem), timetable: { assignments: elsewhere } };
    const begun = process.cpuUsage();
    const { cards } = compareStates(first, second);
    changeLists(cards, first, second);
    const taken = process.cpuUsage(begun).user / 1000;
    console.log(`compared ${problem.events.length} events in ${Math.round(taken)} ms of the processor`);
    expect(cards.length).toBe(problem.events.length);
    expect(taken).toBeLessThan(2000);
  });
});
