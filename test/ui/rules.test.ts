import { createRoot, createSignal } from 'solid-js';
import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { exampleEvent, exampleProblem, exampleRule } from '../../src/domain/constraints/example-data.ts';
import { ruleDefinitions } from '../../src/domain/constraints/registry.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { ProblemData, RuleData } from '../../src/domain/problem-data.ts';
import { detailLists, headKind, modeKind } from '../../src/formats/fet/details.ts';
import { ruleBreaches, ruleTouches } from '../../src/ui/state/rules/rule-effects.ts';
import { rulesAsCsv, rulesAsText, signedRules } from '../../src/ui/state/rules/rule-export.ts';
import { createRuleForm, levelOf, type RuleForm, withMode } from '../../src/ui/state/rules/rule-form.ts';
import { categoryOf, newRule, offeredKinds, ruleCategories } from '../../src/ui/state/rules/rule-kinds.ts';
import {
  everyRule,
  foreignRules,
  groupedRules,
  type RuleFilter,
  shownRules,
} from '../../src/ui/state/rules/rule-list.ts';
import { cellsOf, rectangle, selectionsOf } from '../../src/ui/state/rules/slot-grid.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { built, timetableOf } from '../support/build.ts';

const text = createTranslate(() => en);

function school(rules: readonly RuleData[]): ProblemData {
  return exampleProblem({
    groups: [
      { id: 'g', name: 'Group 1', size: 25, tags: ['first'] },
      { id: 'h', name: 'Group 2', size: 25 },
    ],
    events: [
      exampleEvent('a', { instructors: [{ id: 'ada' }] }),
      exampleEvent('b', { groupIds: ['h'] }),
      exampleEvent('c'),
    ],
    rules,
  });
}

const rules = [
  exampleRule('maxGapsPerDay', { id: 'gaps', scope: { of: 'groups' }, hard: true }),
  exampleRule('maxGapsPerDay', { id: 'own', scope: { of: 'groups', ids: ['h'] }, params: { max: 2 } }),
  exampleRule('maxDays', { id: 'tagged', scope: { of: 'groups', tags: ['first'] }, note: 'Asked for by Ada' }),
  exampleRule('unavailable', { id: 'ada', scope: { of: 'instructors', ids: ['ada'] }, enabled: false }),
];

describe('a form', () => {
  function opened(first: RuleData, isStored: boolean): { form: RuleForm; applied: RuleData[]; undo: () => void } {
    const applied: RuleData[] = [];
    const [stored, setStored] = createSignal<RuleData | null>(isStored ? first : null);
    const form = createRoot(() =>
      createRuleForm(
        () => school([]),
        first,
        stored,
        (rule) => {
          applied.push(rule);
          setStored(rule);
        },
      ),
    );
    return { form, applied, undo: () => setStored(first) };
  }

  it('applies every sound change of a stored rule, and nothing while something is wrong', () => {
    const first = exampleRule('instructorLoad', { scope: { of: 'instructors' }, params: { min: 2, max: 4 } });
    const { form, applied, undo } = opened(first, true);
    form.setParam('min', 9);
    expect(form.faultOf('min')).toMatch(/must not be above/);
    form.setParam('max', '');
    expect(form.faultOf('max')).toMatch(/whole number from 0 to 200/);
    expect(applied).toEqual([]);
    form.setParam('max', 12);
    expect(applied.map(({ params }) => params)).toEqual([{ min: 9, max: 12 }]);
    undo();
    expect(form.draft()).toEqual(first);
  });

  it('shows what is wrong with a new rule once it is to be added', () => {
    const { form } = opened(exampleRule('roomCapacity', { scope: withMode({ of: 'events' }, 'ids') }), false);
    expect(form.faultOf('scope')).toBeNull();
    expect(form.finished()).toBeNull();
    expect(form.faultOf('scope')).toMatch(/somebody/);
    form.setScope({ of: 'events', ids: ['a'] });
    form.setNote(' as agreed ');
    form.setEnabled(false);
    expect(form.finished()).toMatchObject({ scope: { ids: ['a'] }, note: 'as agreed', enabled: false });
    form.setNote('');
    form.setEnabled(true);
    expect(Object.keys(form.draft())).not.toContain('note');
    expect(Object.keys(form.draft())).not.toContain('enabled');
  });

  it.each(ruleDefinitions.map((definition) => [definition.id, definition] as const))(
    'makes a rule of the kind %s that can be built',
    (id, definition) => {
      const { form } = opened(newRule(school([]), definition), false);
      // only what is taken from another timetable cannot be filled in
      if (id === 'minimalChange') form.setParam('reference', [{ eventId: 'a', roomIds: [], instructorIds: [] }]);
      const rule = form.finished();
      expect(rule).not.toBeNull();
      expect(buildProblem(school(rule === null ? [] : [rule])).ok).toBe(true);
    },
  );

  it('keeps what two scopes have in common when one is chosen instead of the other', () => {
    expect(withMode({ of: 'groups', except: ['g'] }, 'tags')).toEqual({ of: 'groups', tags: [], except: ['g'] });
    expect(withMode({ of: 'groups', except: ['g'] }, 'except', 'rooms')).toEqual({ of: 'rooms', except: [] });
    expect(withMode({ of: 'groups', ids: ['g'] }, 'all')).toEqual({ of: 'groups' });
  });

  it('tells weights in words', () => {
    expect([1, 4, 5, 99, 10_000].map(levelOf)).toEqual(['slight', 'slight', 'some', 'much', 'most']);
  });
});

describe('kinds', () => {
  it('are all offered in a category, and found by their words', () => {
    expect(offeredKinds(school([]), '')).toHaveLength(ruleDefinitions.length);
    for (const definition of ruleDefinitions) expect(ruleCategories).toContain(categoryOf(definition));
    expect(offeredKinds(school([]), 'lunch FET').map(({ definition }) => definition.id)).toEqual(['lunch']);
  });
});

it('what a file of FET says besides rules is not listed as rules that are not enforced', () => {
  const kept = (format: string, kind: string) => ({ format, kind, text: '', count: 1 });
  const details = [modeKind, headKind, ...detailLists.map(({ kind }) => kind)].map((kind) => kept('fet', kind));
  const rules = [kept('fet', 'ConstraintSomethingNew'), kept('ectt', 'DoubleLectures')];
  expect(foreignRules({ notEnforced: [...details, ...rules] })).toEqual(rules);
});

describe('the list', () => {
  const data = school(rules);
  const problem = built(data);
  const shown = (filter: Partial<RuleFilter>) =>
    shownRules(data, problem, { ...everyRule, ...filter }).map(({ id }) => id);

  it.each<[string, Partial<RuleFilter>, string[]]>([
    ['kind', { kind: 'maxDays' }, ['tagged']],
    ['person, switched-off rules included', { whom: 'instructors ada' }, ['ada']],
    ['group', { whom: 'groups g' }, ['gaps', 'tagged']],
    ['strength', { strength: 'hard' }, ['gaps']],
    ['what is switched off', { strength: 'off' }, ['ada']],
    ['tag', { tag: 'first' }, ['tagged']],
    ['words of sentence and note', { words: 'ADA first' }, ['tagged']],
  ])('is filtered by %s', (_what, filter, wanted) => {
    expect(shown(filter)).toEqual(wanted);
  });

  it('stands by kind or by whom it is about', () => {
    const titles = (by: 'kind' | 'whom') =>
      groupedRules(data, data.rules, by, (of) => `Many ${of}`).map(({ title }) => title);
    expect(titles('kind')).toEqual(['Gaps per day', 'Maximum of days', 'Not available']);
    expect(titles('whom')).toEqual(['Many groups', 'Ada', 'Group 2']);
  });

  it('says what a rule touches, whom another rule holds for instead, and what it finds wrong', () => {
    expect(ruleTouches(problem).get('gaps')).toEqual({
      events: 2,
      resources: 1,
      resourceKind: 'group',
      yielded: ['Group 2'],
    });
    expect(ruleTouches(problem).get('ada')).toBeUndefined();
    const timetable = timetableOf(problem, { a: { time: 'mon@0' }, c: { time: 'mon@3' } });
    const evaluation = evaluate(problem, timetable);
    const breaches = ruleBreaches({ problem, ...evaluation } as Parameters<typeof ruleBreaches>[0]);
    expect([...breaches]).toEqual([['gaps', { violations: 1, amount: 2, cost: 2 }]]);
  });

  it('is written for sign-off with every name, as text and as a table', () => {
    const signed = signedRules(data, data.rules, ruleTouches(problem), text);
    expect(signed.map(({ number, sentence }) => `${number} ${sentence}`)).toEqual([
      '1 Every group has no gaps a day',
      '2 Group 2 has at most 2 gaps a day',
      '3 Every group tagged first has events on at most 4 days a week',
      '4 Ada is not available at times still to be chosen',
    ]);
    const csv = rulesAsCsv([{ ...(signed[2] ?? signed[0] ?? neverRule), note: '=1+1, "quoted"' }], text);
    expect(csv).toContain('"\'=1+1, ""quoted"""');
    expect(rulesAsText('School', signed, text)).toContain('   switched off (soft, weight 1 (a wish))');
  });
});

const neverRule = { number: 0, kind: '', sentence: '', strength: '', touches: '', note: '' };

it('paints slots by rectangle and keeps what is about some weeks only', () => {
  const { calendar } = school([]);
  const odd = { day: 'mon', slots: [0], weeks: [0] };
  const cells = cellsOf(calendar, [odd, { day: 'tue', slots: [1] }]);
  expect([...cells]).toEqual([5]);
  expect(rectangle(4, 6, 1)).toEqual([1, 2, 5, 6]);
  expect(selectionsOf(calendar, new Set([...cells, 1, 2]), [odd])).toEqual([
    { day: 'mon', slots: [1, 2] },
    { day: 'tue', slots: [1] },
    odd,
  ]);
});
