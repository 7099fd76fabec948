import { describe, test } from 'vitest';
import { fuzz } from '../formats/support/fuzz.ts';
import { fuzzedFormats } from '../formats/support/fuzz-formats.ts';

const formats = await fuzzedFormats(true);
const cases = Number(process.env.FUZZ_CASES ?? 10_000);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);

/** With the published files, if they are there. Repeat a failure with FUZZ_SEED. */
describe(`${cases} broken files of every format (FUZZ_SEED=${seed})`, () => {
  test.each(formats)('$name', async (format) => {
    const { accepted, slowest, memory } = await fuzz(format, cases, seed);
    const time = `slowest case ${slowest.number} with ${Math.round(slowest.time)} ms of the processor`;
    console.info(`${format.name}: ${cases} cases, ${accepted} read; ${time}; ${Math.round(memory)} MB`);
  });
});
