import { createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import type { Conflict, ConflictHooks } from '../../src/engine/conflicts/conflicts.ts';
import { createConflictSearch } from '../../src/ui/state/problems/conflict-search.ts';
import type { Explainer, ExplanationOutcome } from '../../src/workers/explanation-client.ts';
import { builtSmallSchool } from '../support/small-school.ts';

const problem = builtSmallSchool();
const wanted = { problem, timetable: { assignments: [] }, recordId: 't' };
const conflict: Conflict = { events: [0], items: [], proof: 'counting', reason: null, finding: null, faults: 1 };

/** An explainer that does what the test tells it to. */
function scene() {
  let told: ConflictHooks = { onConflict: () => {}, onTest: () => {} };
  let settle: (outcome: ExplanationOutcome) => void = () => {};
  let starts = 0;
  const explainer: Explainer = {
    explain(_, __, hooks) {
      starts++;
      told = hooks;
      const outcome = new Promise<ExplanationOutcome>((resolve) => {
        settle = resolve;
      });
      return { stop: () => settle({ kind: 'stopped' }), outcome };
    },
  };
  const { search, dispose } = createRoot((dispose) => ({ search: createConflictSearch(explainer), dispose }));
  return {
    search,
    dispose,
    hooks: () => told,
    end: (outcome: ExplanationOutcome) => settle(outcome),
    starts: () => starts,
  };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

test('shows conflicts as they are found, and how the search ended', async () => {
  const { search, hooks, end } = scene();
  search.start(wanted);
  hooks().onTest(3);
  hooks().onConflict(conflict);
  expect([search.busy(), search.tests(), search.conflicts(), search.outcome()]).toEqual([true, 3, [conflict], null]);
  end({ kind: 'done', hasUnexplained: true });
  await turn();
  expect(search.busy()).toBe(false);
  expect(search.outcome()).toEqual({ kind: 'done', hasUnexplained: true });
  search.start(wanted);
  expect([search.tests(), search.conflicts(), search.outcome()]).toEqual([0, [], null]);
});

test('one search at a time; stopping keeps what was found', async () => {
  const { search, hooks, starts } = scene();
  search.start(wanted);
  search.start(wanted);
  expect(starts()).toBe(1);
  hooks().onConflict(conflict);
  search.stop();
  await turn();
  expect(search.busy()).toBe(false);
  expect(search.outcome()).toEqual({ kind: 'stopped' });
  expect(search.conflicts()).toEqual([conflict]);
});

test('leaving the page ends the search', async () => {
  const { search, dispose } = scene();
  search.start(wanted);
  dispose();
  await turn();
  expect(search.outcome()).toEqual({ kind: 'stopped' });
});
