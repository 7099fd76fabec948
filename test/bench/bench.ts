import { parseArgs } from 'node:util';
import { compareWithBaseline } from './compare.ts';
import { type DesignEffort, measureDesigns } from './designs.ts';
import { measureFeasible } from './feasible.ts';
import { measureHistory } from './history.ts';
import { measureUniversities } from './itc2019.ts';
import { measureQuality } from './quality.ts';
import { type SectionName, type Sections, writeResults } from './results.ts';
import { measureRunStarts } from './run-start.ts';
import { measureRuns } from './runs.ts';
import { measureScale } from './scale.ts';
import { measureSheets } from './sheets.ts';
import { measureShell } from './shell.ts';
import type { Effort } from './solve.ts';
import { measureSpeed } from './speed.ts';
import { measureStart } from './start.ts';
import { measureWorkspace } from './workspace.ts';

const usage = `Usage: npm run bench -- [--only speed|quality|feasible|itc2019|scale|shell|start|sheets|workspace|history|runs|designs] [--seconds S]
                        [--workers W] [--seed N] [--moves M] [--seeds K] [--instance NAME] [--save NAME] [--compare]

Measures, prints tables and writes test/bench/results/latest.json (sections not measured are kept).
  --only      one section; may be given more than once; start, workspace and history (pages, in a browser), runs (starting, and
              what checkpoints and reports cost) and designs are measured only when named
  --seconds   of each run of quality, feasible and itc2019, and at most of each of scale (default 60)
  --workers   of these runs (default 2)
  --moves     millions of evaluated moves of each run of designs (default 100)
  --seeds     runs of each design on each instance (default 3)
  --instance  of designs; may be given more than once (default: five of the competition)
  --save      writes the same results to test/bench/results/NAME.json too, for example baseline
  --compare   measures nothing and prints the latest results beside the baseline`;

const measures: Readonly<Record<SectionName, (effort: Effort, designs: DesignEffort) => Promise<Sections>>> = {
  speed: async () => ({ speed: section(measureSpeed()) }),
  shell: async () => ({ shell: section(measureShell()) }),
  start: async () => ({ start: section(await measureStart()) }),
  sheets: async () => ({ sheets: section(await measureSheets()) }),
  workspace: async () => ({ workspace: section(await measureWorkspace()) }),
  history: async () => ({ history: section(await measureHistory()) }),
  runs: async () => ({ runs: section([...(await measureRunStarts()), ...(await measureRuns())]) }),
  quality: async (effort) => ({ quality: section(await measureQuality(effort)) }),
  feasible: async (effort) => ({ feasible: section(await measureFeasible(effort)) }),
  itc2019: async (effort) => ({ itc2019: section(await measureUniversities(effort)) }),
  scale: async (effort) => ({ scale: section(measureScale(effort)) }),
  designs: async (_, effort) => ({ designs: section(await measureDesigns(effort)) }),
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
        moves: { type: 'string', default: '100' },
        seeds: { type: 'string', default: '3' },
        instance: { type: 'string', multiple: true, default: [] },
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
  const designEffort = {
    millionMoves: Number(values.moves),
    seeds: Number(values.seeds),
    instances: values.instance,
  };
  // the designs are for whoever changes the search, the workspace for whoever changes the page, runs for whoever changes what a
  // run tells and keeps; all take long
  const onlyNamed = ['designs', 'start', 'workspace', 'history', 'runs'];
  const names = values.only ?? Object.keys(measures).filter((name) => !onlyNamed.includes(name));
  const isSound =
    effort.seconds >= 1 &&
    effort.workers >= 1 &&
    effort.seed >= 0 &&
    designEffort.millionMoves >= 1 &&
    Number.isInteger(designEffort.seeds) &&
    designEffort.seeds >= 1 &&
    names.every(isSection);
  const saved = values.save ?? 'latest';
  if (!isSound || !/^[\w-]+$/.test(saved)) {
    console.error(usage);
    return 1;
  }
  for (const name of names.filter(isSection)) {
    const sections = await measures[name](effort, designEffort);
    // after each section, so that an interrupted bench keeps what it has
    for (const results of new Set(['latest', saved])) writeResults(results, sections);
  }
  return 0;
}

function isSection(name: string): name is SectionName {
  return Object.hasOwn(measures, name);
}

process.exitCode = await main();
