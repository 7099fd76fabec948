import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasetPath } from '../support/datasets.ts';
import { fetArbitrary } from './support/fet-arbitrary.ts';
import { askWhetherTaken, hasFetProgram } from './support/fet-program.ts';
import { meaningOf, readFet, writeFet } from './support/fet-round-trip.ts';
import { fetText } from './support/fet-text.ts';

/** It is ended as soon as it says that it begins, or why it does not: only a busy machine takes seconds. */
const milliseconds = 20_000;

const folder = datasetPath('fet');
const files = folder === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.fet'));
const textOf = (made: { readonly parts: Parameters<typeof fetText>[0]; readonly behaviour: string }) =>
  fetText(made.parts).replaceAll(/(<Teacher>)(<Name>)/g, `$1${made.behaviour}$2`);

describe.runIf(folder !== null)('files that come with FET', () => {
  test.each(files)('%s comes back as it was, and FET takes what is written', async (name) => {
    const content = readFet(new Uint8Array(readFileSync(join(folder ?? '', name))));
    const written = writeFet(content);
    expect(meaningOf(readFet(written))).toEqual(meaningOf(content));
    if (!hasFetProgram()) return;
    const answer = await askWhetherTaken(written, milliseconds);
    expect(answer.accepted, answer.log.slice(-600)).toBe(true);
  });
});

test('every file comes back as it was', () => {
  fc.assert(
    fc.property(fetArbitrary, (made) => {
      const content = readFet(new TextEncoder().encode(textOf(made)));
      expect(meaningOf(readFet(writeFet(content)))).toEqual(meaningOf(content));
    }),
    { numRuns: 1000 },
  );
});

test.runIf(hasFetProgram())('FET takes every file that is written of one it takes', async () => {
  await fc.assert(
    fc.asyncProperty(fetArbitrary, async (made) => {
      const text = textOf(made);
      fc.pre((await askWhetherTaken(text, milliseconds)).accepted);
      const answer = await askWhetherTaken(writeFet(readFet(new TextEncoder().encode(text))), milliseconds);
      expect(answer.accepted, answer.log.slice(-600)).toBe(true);
    }),
    { numRuns: 100, maxSkipsPerRun: 20 },
  );
});
