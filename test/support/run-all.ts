import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from './repository.ts';

/**
 * `npm test`: builds, checks, runs every test and ends with one line, `N passed, N failed`. A step that fails does not
 * keep the next ones from running, so that one run shows everything that is wrong. Each build or check counts as one.
 */
interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const reportFolder = join(repositoryPath, 'test-results');
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const patience = 12 * 60_000;
const onWindows = process.platform === 'win32';
const running = new Set<ChildProcess>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of running) end(child, signal);
    process.exit(1);
  });
}

rmSync(reportFolder, { recursive: true, force: true });
mkdirSync(reportFolder, { recursive: true });
// Compiling keeps one processor busy, and so do the checks.
await Promise.all([compiled(), checked()]);
await tests('unit');
await tests('e2e');
if (total.skipped > 0) console.log(`${total.skipped} skipped: their input is not on this machine.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function compiled(): Promise<void> {
  await step('kernel', 'npm run --silent wasm');
  await step('build', 'npx vite build --logLevel warn');
}

async function checked(): Promise<void> {
  await step('types', 'npm run --silent check:types');
  await step('kernel types', 'npm run --silent check:kernel');
  await step('style', 'npm run --silent check:style');
}

async function step(name: string, command: string): Promise<void> {
  const passed = (await run(command)) === 0;
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`);
  if (passed) total.passed++;
  else total.failed++;
}

async function tests(project: string): Promise<void> {
  const report = join(reportFolder, `${project}.json`);
  const reporters = `--reporter=default --reporter=json --outputFile.json="${report}"`;
  const code = await run(`npx vitest run --project ${project} ${reporters}`);
  const count = readReport(report);
  total.passed += count.passed;
  total.skipped += count.skipped;
  // A file that does not load, or an error outside any test, fails the runner without a failed test.
  total.failed += code !== 0 ? Math.max(1, count.failed) : count.failed;
}

function readReport(path: string): Count {
  try {
    const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const { numPassedTests, numFailedTests, numPendingTests } = report as Record<string, unknown>;
    return { passed: Number(numPassedTests), failed: Number(numFailedTests), skipped: Number(numPendingTests) };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** Exit code of a command; one that hangs (an endless loop in a test) is ended and fails. */
function run(command: string): Promise<number> {
  return new Promise((resolve) => {
    // A process group of its own, so that a hanging command can be ended with its children.
    const child = spawn(command, { cwd: repositoryPath, stdio: 'inherit', shell: true, detached: !onWindows });
    running.add(child);
    const timer = setTimeout(() => {
      console.error(`Ended after ${patience / 60_000} minutes: ${command}`);
      end(child, 'SIGKILL');
    }, patience);
    child.on('error', () => resolve(1));
    child.on('exit', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): void {
  if (onWindows || child.pid === undefined) child.kill(signal);
  else process.kill(-child.pid, signal);
}
