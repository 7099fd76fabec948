import { type Accessor, createMemo, createSignal, onMount } from 'solid-js';
import { engineVersion } from '../../../engine/run-contract/run-version.ts';
import type { ProjectSummary, RunSummary } from '../../../storage/records.ts';
import type { LoggedError, Usage } from '../../../storage/storage.ts';
import type { Services } from '../../services.tsx';
import type { StorageState } from '../trust/storage-state.ts';
import { bugReport } from './bug-report.ts';
import { type Capability, capabilitiesOf } from './capabilities.ts';
import { type RunFigures, runFigures } from './run-figures.ts';
import { runSelfTest, type SelfTestResult } from './self-test.ts';

export interface Diagnostics {
  readonly capabilities: Accessor<readonly Capability[]>;
  /** Null until read. */
  readonly figures: Accessor<RunFigures | null>;
  readonly errors: Accessor<readonly LoggedError[]>;
  readonly usage: Accessor<Usage | null>;
  readonly selfTest: Accessor<SelfTestResult | 'on' | null>;
  test(): Promise<void>;
  clearErrors(): Promise<void>;
  report(): Promise<string>;
}

/** Projects that a report counts. */
const reportedProjects = 5;

export function createDiagnostics(
  services: Services,
  storage: StorageState,
  projects: Accessor<readonly ProjectSummary[] | null>,
): Diagnostics {
  const { runs, resultHits, errors, usage, readErrors } = createReadings(services, storage);
  const [selfTest, setSelfTest] = createSignal<SelfTestResult | 'on' | null>(null);
  const capabilities = createMemo(() =>
    capabilitiesOf({ scope: globalThis, navigator, durable: storage.durable, persisted: storage.persisted() }),
  );
  return {
    capabilities,
    figures: () => {
      const all = runs();
      return all === null ? null : runFigures(all, resultHits());
    },
    errors,
    usage,
    selfTest,
    async test() {
      if (selfTest() === 'on') return;
      setSelfTest('on');
      setSelfTest(await runSelfTest(services));
      // A worker that failed is among the errors now.
      await readErrors();
    },
    async clearErrors() {
      await services.storage.errors.clear();
      await readErrors();
    },
    async report() {
      const tested = selfTest();
      return bugReport({
        version: services.version,
        engine: engineVersion,
        at: services.clock.now(),
        userAgent: navigator.userAgent,
        languages: navigator.languages,
        cores: navigator.hardwareConcurrency,
        workers: services.solver.workerCount,
        window: { width: innerWidth, height: innerHeight, ratio: devicePixelRatio },
        capabilities: capabilities(),
        used: storage.usage()?.used ?? null,
        quota: storage.usage()?.quota ?? null,
        usage: usage(),
        projects: await latestProjects(services, projects() ?? []),
        projectCount: projects()?.length ?? 0,
        runs: runs() ?? [],
        resultHits: resultHits(),
        errors: errors(),
        selfTest: tested === 'on' ? null : tested,
      });
    },
  };
}

/** What the database says of runs, errors and use, read once the page is there. */
function createReadings({ storage: stored }: Services, storage: StorageState) {
  const [runs, setRuns] = createSignal<readonly RunSummary[] | null>(null);
  const [resultHits, setResultHits] = createSignal(0);
  const [errors, setErrors] = createSignal<readonly LoggedError[]>([]);
  const [usage, setUsage] = createSignal<Usage | null>(null);

  async function readErrors(): Promise<void> {
    const listed = await stored.errors.list();
    if (listed.ok) setErrors(listed.value);
  }

  onMount(async () => {
    void storage.refresh();
    const [listed, hits] = await Promise.all([stored.runHistory.summaries(null), stored.runs.resultHits()]);
    if (hits.ok) setResultHits(hits.value);
    if (listed.ok) setRuns(listed.value);
    await readErrors();
    const counted = await stored.usage();
    if (counted.ok) setUsage(counted.value);
  });
  return { runs, resultHits, errors, usage, readErrors };
}

/** The first of the projects with their data, as far as they can be read. */
async function latestProjects({ storage }: Services, projects: readonly ProjectSummary[]) {
  const read = [];
  for (const { id, source } of projects.slice(0, reportedProjects)) {
    const found = await storage.projects.get(id);
    if (found.ok) read.push({ id, source, problem: found.value.problem });
  }
  return read;
}
