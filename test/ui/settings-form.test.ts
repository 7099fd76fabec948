import { createRoot, createSignal } from 'solid-js';
import { describe, expect, test, vi } from 'vitest';
import { settingRanges, usualPreset } from '../../src/engine/run-contract/run-settings.ts';
import {
  createSettingsForm,
  mergeSettings,
  parseField,
  type SettingsForm,
  settingsOf,
} from '../../src/ui/state/runs/settings-form.ts';
import { createFakeSolver, fakeSettings } from '../support/fake-solver.ts';
import { builtSmallSchool } from '../support/small-school.ts';

function withForm<T>(work: (form: SettingsForm) => T): T {
  return createRoot((dispose) => {
    const result = work(createSettingsForm(createFakeSolver(), builtSmallSchool()));
    if (result instanceof Promise) void result.finally(dispose);
    else dispose();
    return result;
  });
}

describe('what is typed', () => {
  test.each([
    ['population', '0', undefined],
    ['population', '1', 1],
    ['population', '500', 500],
    ['population', '501', undefined],
    ['population', '10.5', undefined],
    ['population', '', undefined],
    ['mutationRate', '0,25', 0.25],
    ['mutationRate', '1.01', undefined],
    ['mutationRate', 'often', undefined],
    ['timeLimit', '', null],
    ['stagnation', '2001', undefined],
    ['target', '5', 5],
    ['target', '-1', undefined],
  ] as const)('%s "%s" means %s', (field, text, value) => {
    expect(parseField(field, text)).toBe(value);
  });

  test('a smaller population keeps the moves of the whole run, so that the time stays', () => {
    const merged = mergeSettings(fakeSettings, { population: '16' });
    expect(merged.movesPerIndividual * 16).toBe(fakeSettings.movesPerIndividual * fakeSettings.population);
    expect(mergeSettings(fakeSettings, { population: '16', movesPerIndividual: '5000' }).movesPerIndividual).toBe(5000);
  });

  test('a target means everything placed and nothing hard broken', () => {
    expect(mergeSettings(fakeSettings, { target: '5' }).target).toEqual({ unplaced: 0, hard: 0, soft: 5 });
    expect(
      mergeSettings({ ...fakeSettings, target: { unplaced: 0, hard: 0, soft: 5 } }, { target: '' }).target,
    ).toBeNull();
  });
});

describe('the form', () => {
  test('begins with five minutes, and takes no time that a run may not have', () =>
    withForm((form) => {
      expect(form.seconds()).toBe(300);
      expect(form.preset()).toBe(usualPreset);
      for (const [typed, taken] of [
        [0, 1],
        [-5, 1],
        [43_201, 43_200],
        [1e12, 43_200],
      ] as const) {
        form.setSeconds(typed);
        expect(form.seconds()).toBe(taken);
      }
    }));

  test('takes no number that its setting may not have', () =>
    withForm((form) => {
      for (const [name, { min, max }] of Object.entries(settingRanges)) {
        const field = name as keyof typeof settingRanges;
        for (const value of [min, max]) expect(parseField(field, String(value)), `${name} ${value}`).toBe(value);
        for (const value of [min - 1, max + 1]) {
          form.type(field, String(value));
          expect(form.wrong().has(field), `${name} ${value}`).toBe(true);
          expect(form.request()).toBeNull();
        }
        form.reset();
      }
    }));

  test('repeats the settings of a former run, each of which can be changed', () =>
    withForm(async (form) => {
      const former = { ...fakeSettings, seed: 77, population: 40, stagnation: 30 };
      form.repeat(former);
      expect(form.request()).toEqual(former);
      form.type('seed', '78');
      expect(form.request()).toEqual({ ...former, seed: 78 });
    }));

  test('repeats a run by the clock with its time, and leaves it to the clock how much is done', () =>
    withForm(async (form) => {
      form.repeat({ ...fakeSettings, pace: 'clock', timeLimit: 25, seed: 77, movesPerIndividual: 5, generations: 999 });
      expect(form.seconds()).toBe(25);
      const wish = form.request();
      if (wish === null || !('typed' in wish)) throw new Error('no wish');
      const settings = settingsOf({ ...fakeSettings, pace: 'clock', timeLimit: wish.seconds }, wish, undefined);
      expect(settings).toMatchObject({ pace: 'clock', timeLimit: 25, seed: 77 });
      expect(settings.generations).not.toBe(999);
      expect(settings.movesPerIndividual).not.toBe(5);
    }));

  test('gives no settings while a field is wrong, and says which', () =>
    withForm(async (form) => {
      form.type('population', '9999');
      expect([...form.wrong()]).toEqual(['population']);
      expect(form.request()).toBeNull();
      form.reset();
      expect(form.request()).not.toBeNull();
    }));

  test('refuses islands that the population cannot fill, with a remark', () =>
    withForm(async (form) => {
      await form.plan();
      form.type('islands', '64');
      expect(form.wrong().size).toBe(0);
      expect(form.remarks()).toHaveLength(1);
      expect(form.request()).toBeNull();
    }));

  test('another preset is planned again, what was typed stays', () =>
    withForm(async (form) => {
      form.choosePreset('quick');
      expect(form.seconds()).toBe(10);
      form.type('seed', '77');
      await form.plan();
      expect(form.request()).toMatchObject({ generations: 100, seed: 77 });
      form.choosePreset('standard');
      expect(form.planned()).toBeNull();
      await form.plan();
      expect(form.request()).toMatchObject({ generations: 2000, seed: 77 });
    }));

  test('is planned anew for another time as long as somebody looks at it', () =>
    createRoot(async (dispose) => {
      const solver = createFakeSolver();
      const plannedFor: number[] = [];
      const plan: typeof solver.plan = (problem, seconds) => {
        plannedFor.push(seconds);
        return solver.plan(problem, seconds);
      };
      const form = createSettingsForm({ ...solver, plan }, builtSmallSchool());
      const [isShown, setShown] = createSignal(false);
      form.planWhile(isShown);
      setShown(true);
      await vi.waitUntil(() => form.text('seed') !== '');
      form.choosePreset('quick');
      await vi.waitUntil(() => form.text('seed') !== '');
      setShown(false);
      form.choosePreset('thorough');
      expect(form.text('seed')).toBe('');
      expect(plannedFor).toEqual([300, 10]);
      dispose();
    }));

  test('says why nothing could be planned, until it can', () =>
    createRoot(async (dispose) => {
      let isThere = false;
      const solver = createFakeSolver();
      const plan: typeof solver.plan = (problem, seconds) =>
        isThere ? solver.plan(problem, seconds) : Promise.reject(new Error('The engine did not load'));
      const form = createSettingsForm({ ...solver, plan }, builtSmallSchool());
      await expect(form.plan()).rejects.toThrow();
      expect(form.obstacle()).toBe('The engine did not load');
      isThere = true;
      await form.plan();
      expect(form.obstacle()).toBeNull();
      dispose();
    }));

  test('a fixed number of moves has no time limit unless one is typed; the whole time needs one', () =>
    createRoot(async (dispose) => {
      const solver = createFakeSolver();
      const plan = { ...fakeSettings, pace: 'clock', timeLimit: 60 } as const;
      const form = createSettingsForm({ ...solver, plan: async () => plan }, builtSmallSchool());
      await form.plan();
      expect(form.request()).toMatchObject({ pace: 'clock', timeLimit: 60 });
      form.type('movesPerIndividual', '5000');
      expect(form.pace()).toBe('moves');
      expect(form.text('timeLimit')).toBe('');
      expect(form.request()).toMatchObject({ pace: 'moves', timeLimit: null, movesPerIndividual: 5000 });
      form.type('timeLimit', '20');
      expect(form.request()).toMatchObject({ pace: 'moves', timeLimit: 20 });
      form.choosePace('clock');
      expect(form.request()).toMatchObject({
        pace: 'clock',
        timeLimit: 20,
        movesPerIndividual: plan.movesPerIndividual,
      });
      form.type('timeLimit', '');
      expect(form.remarks()).toHaveLength(1);
      expect(form.request()).toBeNull();
      form.reset();
      form.type('generations', '40');
      expect(form.request()).toMatchObject({ pace: 'moves', timeLimit: null, generations: 40 });
      dispose();
    }));

  test('that is not planned yet wishes what is typed, which means the same once there is a plan', () =>
    withForm(async (form) => {
      form.setSeconds(20);
      form.type('seed', '77');
      form.type('generations', '40');
      const wish = form.request();
      expect(wish).toEqual({ seconds: 20, pace: null, typed: { seed: '77', generations: '40' } });
      const plan = await form.plan();
      if (wish === null || !('typed' in wish)) throw new Error('no wish');
      expect(settingsOf(plan, wish, undefined)).toEqual(form.request());
    }));

  test('gives the next run another seed, unless one was typed', () =>
    withForm(async (form) => {
      const { seed } = await form.plan();
      form.renewSeed();
      const next = form.request();
      expect(next).not.toMatchObject({ seed });
      expect(next).toMatchObject({ seed: Number(form.text('seed')) });
      form.type('seed', '5');
      form.renewSeed();
      expect(form.request()).toMatchObject({ seed: 5 });
    }));

  test('seconds of a preset select it, others select none', () =>
    withForm((form) => {
      form.setSeconds(1800);
      expect(form.preset()).toBe('thorough');
      form.setSeconds(45);
      expect(form.preset()).toBeNull();
      form.setSeconds(Number.NaN);
      expect(form.seconds()).toBe(45);
    }));
});
