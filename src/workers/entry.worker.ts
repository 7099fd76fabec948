import type { WorkerName } from './remote.ts';

/**
 * What every worker begins with: its name says which part of the work it does. One program for all of them, so that what
 * several need (the rules, the model, what reads messages) is fetched and kept once.
 */
const parts: Readonly<Record<WorkerName, () => Promise<unknown>>> = {
  analysis: () => import('./analysis.worker.ts'),
  editing: () => import('./editing.worker.ts'),
  explanation: () => import('./explanation.worker.ts'),
  formats: () => import('./formats.worker.ts'),
  island: () => import('./island.worker.ts'),
};

/** What the page asks before the part is there: nobody else is to hear it twice. */
const early: MessageEvent[] = [];
const keep = (event: MessageEvent): void => {
  event.stopImmediatePropagation();
  early.push(event);
};

// Comlink passes over what cannot be read.
addEventListener('messageerror', () => {
  throw new Error('A message to a worker could not be read');
});
addEventListener('message', keep);
parts[self.name as WorkerName]() // The page starts none by another name.
  .then(() => {
    removeEventListener('message', keep);
    // Chromium passes an event on no more once its propagation was stopped.
    for (const { data } of early) dispatchEvent(new MessageEvent('message', { data }));
  })
  .catch((cause) => reportError(new Error(`A worker could not be started: ${cause}`, { cause })));
