import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { Random } from '../../src/domain/random.ts';
import buildWhenStale from '../support/e2e-setup.ts';
import { killedRun, wholeRun } from '../support/killed-run.ts';
import { appForEachTest } from '../support/open-app.ts';

let page: Page;
beforeAll(buildWhenStale, 600_000);
const app = appForEachTest((opened) => {
  page = opened;
});

const kills = Number(process.env.KILLS ?? 20);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const settings = {
  population: 4,
  generations: 400,
  islands: 2,
  movesPerIndividual: 20_000_000,
  seed: 42,
  target: null,
};

/** Repeat a failure with KILL_SEED. */
test(`a run that is killed ${kills} times ends where it would have ended (KILL_SEED=${seed})`, async () => {
  const found = await killedRun(app, page, { settings, kills, random: new Random(seed), within: 10 });
  const other = await app.openOther();
  expect(found).toBe(await wholeRun(other, settings));
});
