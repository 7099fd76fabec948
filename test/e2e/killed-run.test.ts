import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Random } from '../../src/domain/random.ts';
import { killedRun, wholeRun } from '../support/killed-run.ts';
import { appForEachTest } from '../support/open-app.ts';

let page: Page;
const app = appForEachTest((opened) => {
  page = opened;
});

const settings = { population: 4, generations: 80, islands: 2, movesPerIndividual: 3_000_000, seed: 42, target: null };

/** The short form of `test/long/kills.long.test.ts`. */
test('a run whose tab is killed goes on in another one and ends where it would have ended', async () => {
  const found = await killedRun(app, page, { settings, kills: 1, random: new Random(7), within: 10 });
  expect(found).toBe(await wholeRun(await app.openOther(), settings));
});
