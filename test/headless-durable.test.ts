import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildProblem } from '../src/domain/build-problem.ts';
import { evaluate } from '../src/domain/evaluate.ts';
import type { ProblemData } from '../src/domain/problem-data.ts';
import { compareScores, type Score } from '../src/domain/score.ts';
import { fromTimetableData, toTimetableData } from '../src/domain/timetable-data.ts';
import { startRun } from '../src/engine/run/run.ts';
import type { ProjectContent, SourceFile } from '../src/formats/format.ts';
import { printHorarium } from '../src/formats/horarium/horarium.ts';
import { readFiles } from '../src/formats/registry.ts';
import { samples } from '../src/formats/samples/samples.ts';
import { parseArguments } from '../src/headless-arguments.ts';
import { resumptionOf } from '../src/headless-checkpoint.ts';
import { mergeResults } from '../src/headless-merge.ts';
import { valueIn } from './formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from './support/fixed-run.ts';
import { kernelModule } from './support/kernel-module.ts';
import { localPool } from './support/local-pool.ts';
import { repositoryPath } from './support/repository.ts';

let folder = '';
let school = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'horarium-'));
  school = project('school.horarium.json', samples.school?.());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function project(
  name: string,
  problem: ProblemData | undefined,
  timetables: ProjectContent['timetables'] = [],
): string {
  if (problem === undefined) throw new Error('There is no such sample');
  const path = join(folder, name);
  writeFileSync(path, printHorarium({ problem, timetables }));
  return path;
}

function fileAt(path: string): SourceFile {
  return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
}

interface Finished {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

const command = ['test/support/solve.mjs'];

function solve(...options: readonly string[]): Promise<Finished> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, ...options], { cwd: repositoryPath }, (failure, output, errors) =>
      resolve({ code: failure === null ? 0 : Number(failure.code ?? Number.NaN), output, errors }),
    );
  });
}

/** Ends the run with the signal as soon as it has kept something; its exit code, null when it was killed. */
async function interrupt(file: string, signal: NodeJS.Signals, ...options: readonly string[]): Promise<number | null> {
  const child: ChildProcess = spawn(process.execPath, [...command, ...options], {
    cwd: repositoryPath,
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  await vi.waitUntil(() => existsSync(file), { timeout: 60_000, interval: 5 });
  child.kill(signal);
  return ended;
}

/** All of the answer that does not depend on the clock. */
function answerOf({ output }: Finished) {
  const { seconds: _, ...answer } = JSON.parse(output);
  return answer;
}

const budget = ['--generations', '10', '--moves', '150000', '--population', '4', '--workers', '2', '--seed', '7'];

describe('a run that keeps itself in a file', () => {
  it('is the same after it was killed or told to end, and gone on with', async () => {
    const out = (name: string) => ['--out', join(folder, name), '--format', 'timetable-csv'];
    const whole = await solve(school, ...budget, '--variant', 'student-compact', ...out('whole.csv'));
    expect(whole.errors).not.toMatch(/error/);
    const file = join(folder, 'run.json');
    const run = [school, ...budget, '--variant', 'student-compact', '--checkpoint', file];
    expect(await interrupt(file, 'SIGKILL', ...run)).toBeNull();
    // one more time, in the middle of what is left
    const second = join(folder, 'second.json');
    expect(await interrupt(second, 'SIGTERM', '--resume', file, '--workers', '1', '--checkpoint', second)).toBe(143);
    const resumed = await solve('--resume', second, ...out('resumed.csv'));
    expect(answerOf(resumed)).toEqual(answerOf(whole));
    expect(readFileSync(join(folder, 'resumed.csv'))).toEqual(readFileSync(join(folder, 'whole.csv')));
    // four programs that read, build and encode a problem
  }, 120_000);
});

describe('merging', () => {
  it('ranks the timetables of several runs and writes the best', async () => {
    const data = fixedRunProblem();
    const problem = valueIn(buildProblem(data));
    const settings = { ...fixedRunSettings, population: 4, islands: 2, movesPerIndividual: 2000 };
    const found: { readonly file: string; readonly score: Score }[] = [];
    for (const seed of [1, 2, 3]) {
      const request = { data, module: kernelModule(), settings: { ...settings, seed }, resumeFrom: null };
      const { best, score } = await startRun(request, localPool(1), silentHooks).outcome;
      if (best === null || score === null) throw new Error('Nothing was found');
      const timetable = { id: 't', name: 'T', createdAt: '2026-01-01', timetable: toTimetableData(problem, best) };
      found.push({ file: project(`seed-${seed}.horarium.json`, data, [timetable]), score });
    }
    const best = join(folder, 'best.horarium.json');
    const merged = await solve('merge', ...found.map(({ file }) => file), '--out', best);
    const { ranking, ...winner } = JSON.parse(merged.output);
    const sorted = found.toSorted((a, b) => compareScores(a.score, b.score));
    expect(ranking.map(({ file: _, ...score }: { file: string }) => score)).toEqual(sorted.map(({ score }) => score));
    expect(winner).toEqual({ ...sorted[0]?.score, best: sorted[0]?.file });
    const { timetables } = valueIn(await readFiles([fileAt(best)]));
    const timetable = valueIn(fromTimetableData(problem, timetables[0]?.timetable ?? { assignments: [] }));
    expect(evaluate(problem, timetable).score).toEqual(sorted[0]?.score);
  });

  it('refuses files of different problems, and files without a timetable', async () => {
    const named = (path: string) => ({ path, file: fileAt(path) });
    const other = project('other.horarium.json', samples.impossible?.());
    const refused = await mergeResults([named(school), named(other)], {});
    expect(refused).toMatchObject({ ok: false, diagnostics: [{ code: 'merge.otherProblem', place: other }] });
    const empty = await mergeResults([named(school)], {});
    expect(empty).toMatchObject({ ok: false, diagnostics: [{ code: 'merge.empty' }, { code: 'merge.none' }] });
  });
});

describe('a run to go on with', () => {
  it('needs a file that holds one, and settles what the run is about', async () => {
    const content = valueIn(await readFiles([fileAt(school)]));
    expect(resumptionOf(content, school)).toMatchObject({ ok: false, diagnostics: [{ code: 'resume.none' }] });
    for (const given of [['--seed', '3'], ['--feasible'], ['a.ctt'], ['--variant', 'balanced']]) {
      const parsed = parseArguments(['--resume', 'run.json', ...given]);
      expect(parsed).toMatchObject({ ok: false, diagnostics: [{ code: 'arguments.resume' }] });
    }
    expect(parseArguments(['--resume', 'run.json', '--workers', '1', '--out', 'x']).ok).toBe(true);
  });
});
