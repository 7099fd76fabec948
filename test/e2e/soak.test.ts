import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { openSample } from '../support/app-driver.ts';
import { createMemoryReader, createObjectCounter } from '../support/memory.ts';
import { appForEachTest } from '../support/open-app.ts';
import { type Soak, soakRound } from '../support/soak.ts';

let page: Page;
const app = appForEachTest(
  (opened) => {
    page = opened;
  },
  { viewport: { width: 1400, height: 860 } },
);

const settings = { population: 4, generations: 10, islands: 1, movesPerIndividual: 2000 };

/**
 * What is shown for the first time stays in memory as a pattern, so counts may grow in the first rounds, never in all. Some
 * fifty listeners of the last page come and go with what the browser happens to have collected: after a round that left
 * something behind, counts could not be what they were after any round before.
 */
const mostRounds = 8;

/** `npm run test:long` does it for an hour with the large university. */
test('a round of all that people do leaves no node, listener or worker behind', async () => {
  const id = await openSample(page, en.sampleSchool);
  const soak: Soak = { page, url: app.url, id, settings, moves: 1 };
  const read = await createMemoryReader(page);
  const counts: string[] = [];
  const isFlat = () => counts.length > 2 && counts.indexOf(counts.at(-1) ?? '') < counts.length - 1;
  for (let round = 0; round < mostRounds && !isFlat(); round++) {
    await soakRound(soak, 0, new Map());
    const { nodes, listeners, documents, workers } = await read();
    counts.push(`${nodes} nodes, ${listeners} listeners, ${documents} documents, ${workers} workers`);
  }
  expect(isFlat(), counts.join('; ')).toBe(true);
  expect(app.complaints).toEqual([]);
});

test('a table that is shown and left again leaves no media query in the browser', async () => {
  const id = await openSample(page, en.sampleSchool);
  const count = await createObjectCounter(page, 'MediaQuerySet');
  const counts: number[] = [];
  // Styles that are fetched with the first use bring some along.
  for (let round = 0; round < mostRounds && (counts.length < 2 || counts.at(-1) !== counts.at(-2)); round++) {
    for (const path of ['data/courses', 'rules', 'data/rooms', 'rules']) {
      await page.goto(`${app.url}#/p/${id}/${path}`);
      await page.locator('main thead').first().waitFor();
    }
    counts.push(await count());
  }
  expect(counts.at(-1)).toBeGreaterThan(0);
  expect(counts.at(-1), counts.join(', ')).toBe(counts.at(-2));
});
