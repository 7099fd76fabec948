import { render } from 'solid-js/web';
import type { Diagnostic } from './domain/diagnostic.ts';
import { onLaunchFiles, registerServiceWorker, takeSharedFiles } from './pwa.ts';
import { newId } from './storage/identifiers.ts';
import { memoryStorage, openRecovery, openStorage } from './storage/open-storage.ts';
import type { Storage } from './storage/storage.ts';
import { App } from './ui/app.tsx';
import type { Services } from './ui/services.tsx';
import { captureErrors } from './ui/state/diagnostics/capture-errors.ts';
import { believedMoment, expiryMoment, storedRetention } from './ui/state/run-history/retention.ts';
import { createAnalysis } from './workers/analysis-client.ts';
import { createEditing } from './workers/editing-client.ts';
import { createExplainer } from './workers/explanation-client.ts';
import { createFormatsClient } from './workers/formats-client.ts';
import { createSolver } from './workers/solver.ts';
import { onWorkerFailure } from './workers/worker-failures.ts';

/** The composition root: the only place that knows which implementation stands behind each service. */
async function start(root: HTMLElement): Promise<void> {
  const opened = await openStorage();
  if (opened.ok) {
    await startWith(root, opened.value);
    return;
  }
  root.replaceChildren();
  await replaceApp(root, opened.diagnostics);
}

async function startWith(root: HTMLElement, storage: Storage): Promise<void> {
  keepErrors(storage);
  await storage.runs.markInterrupted();
  const services = createServices(storage);
  // In a task of its own: what was read a moment ago is still being told of in this one.
  await new Promise((resolve) => setTimeout(resolve));
  // What is there stays until there is something else: nobody is to see a page without anything.
  const before = [...root.children];
  const onDrawn = (): void => {
    for (const element of before) element.remove();
  };
  render(() => <App services={services} onDrawn={onDrawn} />, root);
  setTimeout(() => removeOldRuns(storage), quietAfter);
}

/** What is stored is there, and cannot be opened, or not now. */
async function replaceApp(root: HTMLElement, causes: readonly Diagnostic[]): Promise<void> {
  const { RecoveryScreen, StoppedScreen } = await import('./ui/recovery-screen.tsx');
  if (causes[0]?.code !== 'storage.unreadable') {
    render(() => <StoppedScreen causes={causes} />, root);
    return;
  }
  const onMemory = (): void => {
    leave();
    void startWith(root, memoryStorage());
  };
  const recovery = () => openRecovery(undefined, false);
  const leave = render(() => <RecoveryScreen causes={causes} recovery={recovery} onMemory={onMemory} />, root);
}

/** Milliseconds after which the first screen has had its turn. */
const quietAfter = 8000;

function removeOldRuns({ runHistory }: Storage): void {
  const judgedAt = believedMoment(new Date());
  const before = judgedAt && expiryMoment(storedRetention(), judgedAt);
  if (before !== null) void runHistory.removeExpired(before);
}

/** For the diagnostics: what nobody has caught, and workers that could not go on. */
function keepErrors({ errors }: Storage): void {
  const version = import.meta.env.VITE_APP_VERSION;
  captureErrors(window, errors, version);
  onWorkerFailure(({ worker, message, place }) => {
    void errors.add({ at: new Date().toISOString(), source: 'worker', name: worker, message, place, version });
  });
}

function createServices(storage: Storage): Services {
  return {
    storage,
    formats: createFormatsClient(),
    solver: createSolver(),
    analysis: createAnalysis(),
    explainer: createExplainer(),
    editing: createEditing(),
    samples: {
      async fetch(name) {
        const file = `${name}.horarium.json${name === 'enterprise' ? '.gz' : ''}`;
        const response = await fetch(`./samples/${file}`);
        if (!response.ok) throw new Error(`${file}: ${response.status}`);
        return { name: file, bytes: new Uint8Array(await response.arrayBuffer()) };
      },
    },
    updates: {
      onUpdate(listener) {
        registerServiceWorker(listener);
        storage.onOutdated(() => listener(() => location.reload()));
      },
      onFiles(listener) {
        onLaunchFiles(listener);
        // where the service worker leads to with them
        if (!location.hash.startsWith('#/open')) return;
        takeSharedFiles().then(
          (files) => {
            if (files.length > 0) listener(files);
          },
          (cause: unknown) => console.warn('What was shared could not be read.', cause),
        );
      },
    },
    clock: { now: () => new Date(), newId },
    version: import.meta.env.VITE_APP_VERSION,
  };
}

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element #app');
void start(root);
