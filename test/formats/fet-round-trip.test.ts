import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fetArbitrary } from './support/fet-arbitrary.ts';
import { askWhetherTaken, hasFetProgram } from './support/fet-program.ts';
import { meaningOf, readFet, writeFet } from './support/fet-round-trip.ts';
import { fetText } from './support/fet-text.ts';

/** It is ended as soon as it says that it begins, or why it does not: only a busy machine takes seconds. */
const milliseconds = 20_000;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (made: { readonly parts: Parameters<typeof fetText>[0]; readonly behaviour: string }) =>
  fetText(made.parts).replaceAll(/(<Teacher>)(<Name>)/g, `$1${made.behaviour}$2`);

test('what a file says is what is read of the file that is written of it', () => {
  fc.assert(
    fc.property(fetArbitrary, (made) => {
      const content = readFet(bytesOf(textOf(made)));
      const written = writeFet(content);
      const back = readFet(written);
      expect(meaningOf(back)).toEqual(meaningOf(content));
      // From then on nothing changes any more.
      expect(new TextDecoder().decode(writeFet(back))).toBe(new TextDecoder().decode(written));
    }),
    { numRuns: 30 },
  );
});

test.runIf(hasFetProgram())('FET takes every file that is written of one it takes', async () => {
  await fc.assert(
    fc.asyncProperty(fetArbitrary, async (made) => {
      const text = textOf(made);
      fc.pre((await askWhetherTaken(text, milliseconds)).accepted);
      const answer = await askWhetherTaken(writeFet(readFet(bytesOf(text))), milliseconds);
      expect(answer.accepted, answer.log.slice(-600)).toBe(true);
    }),
    { numRuns: 5, maxSkipsPerRun: 20 },
  );
});
