import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildProblem } from '../src/domain/build-problem.ts';
import { valueIn } from './formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings } from './support/fixed-run.ts';

// Test files share their modules: others may have loaded these with the real files.
beforeAll(() => {
  vi.resetModules();
  vi.doMock('node:fs/promises', async (original) => ({
    ...(await original<typeof import('node:fs/promises')>()),
    readFile: () => Promise.reject(new TypeError('')),
    open: () => Promise.reject(new Error('')),
  }));
});

afterAll(() => {
  vi.doUnmock('node:fs/promises');
  vi.resetModules();
});

test('a file that cannot be read for no given reason is not refused without a word', async () => {
  const { loadFiles } = await import('../src/headless-start.ts');
  const [refusal] = (await loadFiles(['a.ctt'])).diagnostics;
  expect(refusal).toMatchObject({ code: 'file.unreadable', message: 'TypeError', place: 'a.ctt' });
});

test('a checkpoint that cannot be written for no given reason is told with a word', async () => {
  const { CheckpointFile } = await import('../src/headless-checkpoint.ts');
  const resumption = { variant: 'balanced', settings: fixedRunSettings, checkpoint: null } as const;
  const file = new CheckpointFile('/nowhere/run.gz', valueIn(buildProblem(fixedRunProblem())), resumption);
  await file.finish(null);
  expect(file.flaw).toMatchObject({ code: 'checkpoint.unwritable', message: 'Error', place: '/nowhere/run.gz' });
});
