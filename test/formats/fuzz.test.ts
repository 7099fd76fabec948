import { describe, test } from 'vitest';
import { fuzz } from './support/fuzz.ts';
import { fuzzedFormats } from './support/fuzz-formats.ts';

const formats = await fuzzedFormats(false);
const cases = 300;
/** Fixed, so that what passes once passes again; the long form takes another one. */
const seed = 1;

describe(`${cases} broken files of every format give a project or remarks (seed ${seed})`, () => {
  test.each(formats)(
    '$name',
    async (format) => {
      await fuzz(format, cases, seed);
    },
    120_000,
  );
});
