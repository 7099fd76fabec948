import { expect, test } from 'vitest';
import { resultKeyOf, runInputOf } from '../../src/engine/run-contract/run-key.ts';
import { fakeSettings } from '../support/fake-solver.ts';
import { smallSchool } from '../support/small-school.ts';

const start = { timetable: Int32Array.of(-1, 3, 1, 0, 0), keep: 5, cap: null };

test('the same content is the same input, whichever object it is', async () => {
  const input = await runInputOf(smallSchool, 'balanced', start);
  const copy = await runInputOf(structuredClone(smallSchool), 'balanced', structuredClone(start));
  expect(copy).toEqual(input);
  expect(input.inputBytes).toBeGreaterThan(1000);
});

test('another problem, emphasis or start is another input', async () => {
  const [first, ...rest] = smallSchool.events;
  if (first === undefined) throw new Error('The school has no events.');
  const edited = { ...smallSchool, events: [{ ...first, duration: first.duration + 1 }, ...rest] };
  const inputs = await Promise.all([
    runInputOf(smallSchool, 'balanced', undefined),
    runInputOf(edited, 'balanced', undefined),
    runInputOf(smallSchool, 'room-efficient', undefined),
    runInputOf(smallSchool, 'balanced', start),
    runInputOf(smallSchool, 'balanced', { ...start, keep: 4 }),
    runInputOf(smallSchool, 'balanced', { ...start, timetable: Int32Array.of(-1, 3, 1, 0, 1) }),
  ]);
  expect(new Set(inputs.map(({ inputHash }) => inputHash)).size).toBe(inputs.length);
  expect(new Set(inputs.map(({ problemHash }) => problemHash)).size).toBe(2);
});

test('a result has one key, whatever the order of the settings; each setting is part of it', async () => {
  const key = await resultKeyOf('input', fakeSettings);
  const turned = Object.fromEntries(Object.entries(fakeSettings).reverse()) as unknown as typeof fakeSettings;
  expect(await resultKeyOf('input', turned)).toBe(key);
  const others = [
    resultKeyOf('other', fakeSettings),
    resultKeyOf('input', { ...fakeSettings, seed: 2 }),
    resultKeyOf('input', { ...fakeSettings, pace: 'clock', timeLimit: 5 }),
  ];
  for (const other of await Promise.all(others)) expect(other).not.toBe(key);
});
