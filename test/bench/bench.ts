import { parseArgs } from 'node:util';
import { compareWithBaseline } from './compare.ts';
import { measureFeasible } from './feasible.ts';
import { measureUniversities } from './itc2019.ts';
import { measureQuality } from './quality.ts';
import { type SectionName, type Sections, writeResults } from './results.ts';
import { measureScale } from './scale.ts';
import { measureShell } from './shell.ts';
import type { Effort } from './solve.ts';
import { measureSpeed } from './speed.ts';

const usage = `Usage: npm run bench -- [--only speed|quality|feasible|itc2019|scale|shell] [--seconds S] [--workers W] [--seed N]
                        [--save NAME] [--compare]

Measures, prints tables and writes test/bench/results/latest.json (sections not measured are kept).
  --only      one section; may be given more than once
  --seconds   of each run of quality, feasible and itc2019, and at most of each of scale (default 60)
  --workers   of these runs (default 2)
  --save      writes the same results to test/bench/results/NAME.json too, for example baseline
  --compare   measures nothing and prints the latest results beside the baseline`;

const measures: Readonly<Record<SectionName, (effort: Effort) => Promise<Sections>>> = {
  speed: async () => ({ speed: section(measureSpeed()) }),
  shell: async () => ({ shell: section(measureShell()) }),
  quality: async (effort) => ({ quality: section(await measureQuality(effort)) }),
  feasible: async (effort) => ({ feasible: section(await measureFeasible(effort)) }),
  itc2019: async (effort) => ({ itc2019: section(await measureUniversities(effort)) }),
  scale: async (effort) => ({ scale: section(measureScale(effort)) }),
};

function section<T>(rows: readonly T[]) {
  return { at: new Date().toISOString(), rows };
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        seconds: { type: 'string', default: '60' },
        workers: { type: 'string', default: '2' },
        seed: { type: 'string', default: '1' },
        save: { type: 'string' },
        compare: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const values = readOptions();
  if (values === null) {
    console.error(usage);
    return 1;
  }
  if (values.compare) return compareWithBaseline() ? 0 : 1;
  const effort = { seconds: Number(values.seconds), workers: Number(values.workers), seed: Number(values.seed) };
  const names = values.only ?? Object.keys(measures);
  const isSound = effort.seconds >= 1 && effort.workers >= 1 && effort.seed >= 0 && names.every(isSection);
  const saved = values.save ?? 'latest';
  if (!isSound || !/^[\w-]+$/.test(saved)) {
    console.error(usage);
    return 1;
  }
  for (const name of names.filter(isSection)) {
    const sections = await measures[name](effort);
    // after each section, so that an interrupted bench keeps what it has
    for (const results of new Set(['latest', saved])) writeResults(results, sections);
  }
  return 0;
}

function isSection(name: string): name is SectionName {
  return Object.hasOwn(measures, name);
}

process.exitCode = await main();
