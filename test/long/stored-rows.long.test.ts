import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { fuzzRows } from '../storage/row-fuzz.ts';
import { withFreshDatabase } from '../storage/support.ts';

withFreshDatabase();

const cases = Number(process.env.FUZZ_CASES ?? 10_000);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);

/** Repeat a failure with FUZZ_SEED. */
test(
  `${cases} databases with damaged rows are answered for, spare the rest and can be repaired (FUZZ_SEED=${seed})`,
  async () => {
    const tally = await fuzzRows(cases, seed);
    console.table(Object.fromEntries([...tally].sort(([a], [b]) => (a < b ? -1 : 1))));
    expect(tally.size).toBeGreaterThan(20);
  },
  4 * 3_600_000,
);
