import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { openSample } from '../support/app-driver.ts';
import buildWhenStale from '../support/e2e-setup.ts';
import { createMemoryReader, growthOf, type Held } from '../support/memory.ts';
import { appForEachTest } from '../support/open-app.ts';
import { forgetRequests } from '../support/page.ts';
import { type Done, patience, rest, type Soak, soakRound } from '../support/soak.ts';

let page: Page;
beforeAll(buildWhenStale, 600_000);
const app = appForEachTest(
  (opened) => {
    page = opened;
  },
  { viewport: { width: 1400, height: 860 } },
);

const minutes = Number(process.env.SOAK_MINUTES ?? 60);
/** Caches fill, code is compiled, every language is fetched once. */
const warmUp = 5;
const fewestRounds = 4;
const mostGrowth = 0.1;

const settings = { population: 4, generations: 10, islands: 1, movesPerIndividual: 20_000 };

test(
  `memory is flat over ${minutes} minutes of work on the large university`,
  async () => {
    page.setDefaultTimeout(patience);
    await forgetRequests(page);
    const id = await openSample(page, en.sampleEnterprise);
    const soak: Soak = { page, url: app.url, id, settings, moves: 5 };
    const read = await createMemoryReader(page);
    const done: Done = new Map();
    const readings: Held[] = [];
    const until = performance.now() + minutes * 60_000;
    for (let round = 0; round < warmUp + fewestRounds || performance.now() < until; round++) {
      await soakRound(soak, round, done);
      const held = await read();
      console.info(`round ${round + 1}: ${lineOf(held)}`);
      if (round >= warmUp) readings.push(held);
    }
    await rest(soak);
    console.info([...done].map(([what, times]) => `${times} ${what}`).join(', '));
    const heap = growthOf(readings.map((held) => held.heap));
    const given = growthOf(readings.map((held) => held.given));
    const process = growthOf(readings.map((held) => held.process));
    const growths = `heap ${percent(heap)}, given ${percent(given)}, process ${percent(process)}`;
    console.info(`growth over ${readings.length} rounds: ${growths}`);
    expect(heap).toBeLessThan(mostGrowth);
    expect(given).toBeLessThan(mostGrowth);
    // A system that does not tell is no failure.
    if (!Number.isNaN(process)) expect(process).toBeLessThan(mostGrowth);
    for (const figure of ['nodes', 'listeners', 'documents', 'workers'] as const) {
      const growth = growthOf(readings.map((held) => held[figure]));
      expect(Number.isNaN(growth) ? 0 : growth, figure).toBeLessThan(mostGrowth);
    }
    expect(app.complaints).toEqual([]);
  },
  (minutes + 30) * 60_000,
);

function lineOf(held: Held): string {
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  const { nodes, listeners, documents, workers } = held;
  const figures = ['heap', 'given', 'compiled', 'process', 'browser'] as const;
  const bytes = figures.map((figure) => `${figure} ${megabytes(held[figure])} MB`).join(', ');
  return `${bytes}, ${nodes} nodes, ${listeners} listeners, ${documents} documents, ${workers} workers`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
