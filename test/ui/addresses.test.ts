import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../src/domain/random.ts';
import { writeFile } from '../../src/formats/registry.ts';
import { handoutOfLink, linkRoute } from '../../src/handout/link.ts';
import { readableHash } from '../../src/ui/state/frame/address.ts';
import { idsOf, idsText, pairsOf, pairsText } from '../../src/ui/state/insights/cover-address.ts';
import { pageTitleOf } from '../../src/ui/state/words/page-title.ts';
import { en } from '../../src/ui/text/en.ts';
import { valueIn } from '../formats/support/files.ts';
import { lectureWeek } from '../formats/support/lecture-week.ts';
import { mutateBytes, mutateToken } from '../support/mutations.ts';

/** Fixed, so that what passes once passes again. */
const seed = 1;
const settings = { seed, numRuns: 300 };

/** Parts of addresses, whole and broken. */
const piece = fc.constantFrom(
  '#/',
  '/p/',
  'x',
  '%',
  '%E0%A4',
  '%20',
  '%ZZ',
  '?',
  '&',
  '=',
  ',',
  ':',
  '#',
  '..',
  '//',
  'ü',
);
const address = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 });

describe(`addresses, whatever somebody made of them (seed ${seed})`, () => {
  test('have a path that can be decoded, and stay as they are where it can', () => {
    const property = fc.property(address, (pieces) => {
      const hash = `#/${pieces.join('')}`;
      const readable = readableHash(hash);
      const path = readable.split('?')[0] ?? '';
      expect(() => decodeURI(path)).not.toThrow();
      if (readable !== hash) expect(decodeURI(path)).toBe(hash.split('?')[0]);
      expect(readableHash(readable)).toBe(readable);
    });
    fc.assert(property, settings);
  });

  test('have a title or none', () => {
    const property = fc.property(address, (pieces) => {
      const title = pageTitleOf(`/${pieces.join('')}`);
      if (title !== null) expect(en[title]).toBeTypeOf('string');
    });
    fc.assert(property, settings);
  });

  test('name ids and pairs of ids, of any characters', () => {
    const ids = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }));
    fc.assert(
      fc.property(ids, (given) => {
        expect(idsOf(idsText(given))).toEqual(given);
      }),
      settings,
    );
    fc.assert(
      fc.property(ids, (given) => {
        const pairs = given.map((id) => [id, `of ${id}`] as const);
        expect(pairsOf(pairsText(pairs))).toEqual(pairs);
      }),
      settings,
    );
    const noise = fc.property(address, (pieces) => {
      const text = pieces.join('');
      for (const id of [...idsOf(text), ...pairsOf(text).flat()]) expect(id).toBeTypeOf('string');
    });
    fc.assert(noise, settings);
  });

  test('that share a timetable and were changed on their way say so', async () => {
    const written = valueIn(await writeFile('link', lectureWeek(), null, { timeZone: 'Europe/Berlin' }));
    const link = new TextDecoder().decode(written).split(linkRoute)[1] ?? '';
    expect((await handoutOfLink(link)).ok).toBe(true);
    const property = fc.asyncProperty(fc.nat(), async (number) => {
      const random = new Random(number);
      const changed = random.chance(0.5)
        ? mutateToken(random, link)
        : new TextDecoder('latin1').decode(mutateBytes(random, new TextEncoder().encode(link)));
      const read = await handoutOfLink(changed);
      if (changed !== link) expect(read.diagnostics.map(({ code }) => code)[0]).toMatch(/^link\.|^handout\./);
    });
    await fc.assert(property, settings);
  });
});
