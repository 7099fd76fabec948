import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { exampleEvent, exampleProblem, exampleRule } from '../../src/domain/constraints/example-data.ts';
import { applyChanges } from '../../src/domain/operations/apply-changes.ts';
import { invert, type ProjectDocument } from '../../src/domain/operations/operation.ts';
import { preCheck } from '../../src/domain/pre-check.ts';
import type { Relaxation } from '../../src/domain/relaxation.ts';
import { impossibleSample } from '../../src/formats/samples/impossible.ts';
import { faultLinks } from '../../src/ui/state/problems/readiness-links.ts';
import { type Relief, reliefs } from '../../src/ui/state/problems/relax.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { valueIn } from '../formats/support/files.ts';
import { built } from '../support/build.ts';

const text = createTranslate(() => en);
const data = exampleProblem({
  events: [
    exampleEvent('a', {
      name: 'Algebra',
      lock: { timeId: 'mon@0' },
      times: [{ id: 'mon@0' }],
      roomCount: 1,
      rooms: [{ id: 'r1' }],
    }),
    exampleEvent('b', { name: 'Algebra', roomCount: 1, rooms: [{ id: 'r1' }] }),
    exampleEvent('c', { name: 'Botany', roomCount: 1 }),
  ],
  rules: [
    exampleRule('maxLoadPerDay', { id: 'load', scope: { of: 'groups' }, params: { max: 2 }, hard: true }),
    exampleRule('minDays', { id: 'days', scope: { of: 'courses' }, params: { min: 1 }, hard: true }),
  ],
});
const problem = built(data);
const document: ProjectDocument = {
  problem: data,
  timetables: new Map([
    ['t', { assignments: [{ eventId: 'b', timeId: 'tue@0', roomIds: ['r1'], instructorIds: [] }] }],
  ]),
};
const offered = (relaxation: Relaxation, of = document) => reliefs(of, problem, relaxation, [0, 1, 2], text);

function after(relief: Relief | undefined): ProjectDocument {
  if (relief === undefined) throw new Error('This relief is not offered');
  const changed = valueIn(applyChanges(document, relief.changes));
  expect(buildProblem(changed.problem).ok).toBe(true);
  expect(valueIn(applyChanges(changed, invert(relief.changes)))).toEqual(document);
  return changed;
}

describe('what is offered for a part of a conflict', () => {
  it('extends, softens or switches off a hard rule', () => {
    const all = offered({ kind: 'rule', rule: 0 });
    expect(all.map(({ title, isWhole }) => [title, isWhole])).toEqual([
      ['At most 3 slots a day', false],
      [en.relaxSoften, true],
      [en.relaxSwitchOff, true],
    ]);
    expect(after(all[0]).problem.rules[0]?.params).toEqual({ max: 3 });
    expect(after(all[1]).problem.rules[0]).toMatchObject({ hard: false, weight: 100 });
    expect(after(all[2]).problem.rules[0]).toMatchObject({ hard: true, enabled: false });
    // already at the least that can be asked for
    expect(offered({ kind: 'rule', rule: 1 }).map(({ title }) => title)).toEqual([en.relaxSoften, en.relaxSwitchOff]);
  });

  it('offers nothing more for what was relaxed already', () => {
    const relaxation: Relaxation = { kind: 'rule', rule: 0 };
    expect(offered(relaxation, after(offered(relaxation)[1]))).toEqual([]);
    const lock: Relaxation = { kind: 'lock', events: [0] };
    expect(offered(lock, after(offered(lock)[0]))).toEqual([]);
  });

  it('takes locks and lists of times and rooms away from all events that have them', () => {
    expect(after(offered({ kind: 'lock', events: [0] })[0]).problem.events[0]).not.toHaveProperty('lock');
    expect(after(offered({ kind: 'times', events: [0] })[0]).problem.events[0]).not.toHaveProperty('times');
    const { events } = after(offered({ kind: 'rooms', events: [0, 1] })[0]).problem;
    expect(events.filter((event) => event.rooms !== undefined)).toEqual([]);
  });

  it('lets a room hold more, or takes out one of the events that most want the same', () => {
    const room = problem.resourceOfRoom[0] ?? -1;
    const [share, takeOut] = offered({ kind: 'capacity', resources: [room] });
    expect(after(share).problem.rooms[0]).toMatchObject({ shareable: 2 });
    const without = after(takeOut);
    expect(without.problem.events.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(without.timetables.get('t')?.assignments).toEqual([]);
    const group = problem.resources.findIndex(({ kind }) => kind === 'group');
    expect(offered({ kind: 'capacity', resources: [group] }).map(({ title }) => title)).toEqual([
      'Take out one event of Algebra',
      'Take out one event of Botany',
    ]);
  });
});

describe('the way from a proof to what is at fault', () => {
  it('leads to the rows of whom it counts, to the events, and to the rules that take slots away', () => {
    const sample = impossibleSample();
    const away = exampleRule('unavailable', {
      id: 'day off',
      scope: { of: 'groups', ids: ['First year B'] },
      params: { slots: [{ day: 'fri', slots: [0] }] },
      hard: true,
    });
    const school = built({ ...sample, rules: [...sample.rules, away] });
    const finding = preCheck(school).find(({ message }) => message.includes('First year B'));
    const links = faultLinks('p', school, finding ?? neverFound);
    expect(links.resources).toContainEqual({ label: 'First year B', href: '/p/p/data/groups?item=First%20year%20B' });
    expect(links.rules).toEqual([
      { label: 'First year B is not available on Friday 08:00–09:00', href: '/p/p/rules?rule=day%20off' },
    ]);
    expect(links.events.map(({ label }) => label)).toContain('Mathematics');
    expect(new Set(links.events.map(({ label }) => label)).size).toBe(links.events.length);
  });

  it('names rules about events where they count, not beside the open slots of a week', () => {
    const early = exampleRule('preferredTime', {
      id: 'early',
      params: { slots: [{ day: 'mon', slots: [0, 1, 2, 3] }] },
      hard: true,
    });
    const events = Array.from({ length: 8 }, (_, index) => exampleEvent(`e${index}`));
    const school = built(exampleProblem({ events, rules: [early] }));
    const named = preCheck(school).map((finding) => [
      finding.code,
      faultLinks('p', school, finding).rules.map(({ href }) => href),
    ]);
    expect(named).toEqual([
      ['preCheck.scarceSlots', ['/p/p/rules?rule=early']],
      ['preCheck.groupTight', []],
    ]);
  });
});

const neverFound = {
  code: '',
  severity: 'tight' as const,
  message: '',
  needed: 0,
  available: 0,
  events: [],
  resources: [],
};
