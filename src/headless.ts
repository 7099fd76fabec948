import { readFile as readBytes, writeFile as writeBytes } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { causeText } from './domain/cause-text.ts';
import type { Diagnostic } from './domain/diagnostic.ts';
import type { Evaluation } from './domain/evaluate.ts';
import type { Problem } from './domain/problem.ts';
import { isFeasible } from './domain/score.ts';
import { finish } from './domain/steps.ts';
import type { Timetable } from './domain/timetable.ts';
import { fromTimetableData, toTimetableData } from './domain/timetable-data.ts';
import { withVariant } from './domain/variants.ts';
import { evaluationOf } from './engine/audit.ts';
import { findConflicts } from './engine/conflicts/conflicts.ts';
import type { RunHooks, RunOutcome } from './engine/run-contract/run-events.ts';
import type { RunSettings, RunStart } from './engine/run-contract/run-settings.ts';
import type { ProjectContent, ReadOptions, SourceFile } from './formats/format.ts';
import { type BuiltProject, readAndBuild, writeFile } from './formats/registry.ts';
import { asksForHelp, type HeadlessArguments, parseArguments, usage } from './headless-arguments.ts';
import { CheckpointFile, keepOnSignal, type Resumption, recoveryRemark, resumptionOf } from './headless-checkpoint.ts';
import { feasibleSettings, inTheWay, solveInline, untilFeasible } from './headless-feasible.ts';
import { mergeResults } from './headless-merge.ts';
import { costsByKind, itc2019Parts } from './headless-parts.ts';
import { changesOf, limitRemark, loadFiles, printedSettings, readOptionsOf, readStart } from './headless-start.ts';
import { createNodeSolver } from './workers/node-solver.ts';
import type { Solver } from './workers/solver-api.ts';

/** The same engine under Node worker threads: benchmarks, batch runs, clusters. */
const exitCodes = { feasible: 0, badInput: 1, infeasible: 2, engineFailed: 3 } as const;
const kernelFile = new URL('../build/kernel.wasm', import.meta.url);
const silent: RunHooks = { onProgress: () => {}, onEpoch: () => {}, onBest: () => {}, onCheckpoint: () => {} };

async function main(): Promise<number> {
  if (asksForHelp(process.argv)) {
    process.stdout.write(`${usage}\n`);
    return exitCodes.feasible;
  }
  const parsed = parseArguments(process.argv.slice(2));
  if (!parsed.ok) return refuse(parsed.diagnostics);
  const files = await loadFiles(parsed.value.resume === null ? parsed.value.files : [parsed.value.resume]);
  if (!files.ok) return refuse(files.diagnostics);
  const options = await readOptionsOf(parsed.value);
  if (!options.ok) return refuse(options.diagnostics);
  if (parsed.value.command === 'merge') return merge(parsed.value, files.value, options.value);
  const built = await read(files.value, options.value);
  if (built === null) return exitCodes.badInput;
  const { project, problem } = built;
  const resumed = parsed.value.resume === null ? null : resumptionOf(project, parsed.value.resume);
  if (resumed?.ok === false) return refuse(resumed.diagnostics);
  const start = await readStart(parsed.value, files.value, problem, options.value);
  report(start.diagnostics);
  if (!start.ok) return exitCodes.badInput;
  const solver = createNodeSolver(parsed.value.workers ?? availableParallelism(), kernelFile, parsed.value.seed);
  try {
    const given = { ...parsed.value, writeOptions: { ...parsed.value.writeOptions, ...options.value } };
    // The best of a run is what it found before: the result takes its place.
    const { run: _, ...content } = resumed === null ? project : { ...project, timetables: [] };
    return await solve(given, content, problem, resumed?.value ?? start.value, solver);
  } finally {
    solver.dispose();
  }
}

async function solve(
  given: HeadlessArguments,
  content: ProjectContent,
  problem: Problem,
  from: RunStart | Resumption | null,
  solver: Solver,
): Promise<number> {
  const run = await beginningOf(given, problem, from, solver);
  const { variant, settings, checkpoint } = run;
  const weighted = withVariant(problem, variant);
  const file = given.checkpoint === null ? null : new CheckpointFile(given.checkpoint, problem, run);
  let outcome: RunOutcome;
  if (isInline(given)) outcome = await solveInline(weighted, settings, kernelFile, silent);
  else {
    const hooks: RunHooks = {
      ...silent,
      onCheckpoint: (kept) => file?.take(kept),
      onRecovery: (recovery) => report([recoveryRemark(recovery)]),
    };
    const started = solver.start(weighted, settings, hooks, checkpoint ?? undefined);
    if (!started.ok) return refuse(started.diagnostics);
    const signal = keepOnSignal(started.value, file !== null);
    outcome = await started.value.outcome;
    signal.dispose();
    await file?.finish(outcome.best);
    if (file?.flaw) report([file.flaw]);
    const exitCode = signal.exitCode();
    if (exitCode !== null) return exitCode;
  }
  if (outcome.best === null || outcome.failure !== null) {
    process.stderr.write(`${outcome.failure ?? 'Nothing was found.'}\n`);
    return exitCodes.engineFailed;
  }
  const evaluation = evaluationOf(problem, outcome.best);
  const summary = {
    ...summarise(problem, outcome.best, evaluation, outcome, settings, given.writerId),
    variant,
    ...changesOf(problem, settings, outcome.best),
    ...(given.explain ? await conflictsOf(problem, outcome.best) : {}),
  };
  const cap = settings.start?.cap ?? null;
  if (cap !== null && !isFeasible(evaluation.score)) report([limitRemark(cap)]);
  if (given.out !== null && !(await save(given, content, problem, outcome.best))) return exitCodes.badInput;
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  return isFeasible(evaluation.score) ? exitCodes.feasible : exitCodes.infeasible;
}

function isInline(given: HeadlessArguments): boolean {
  const isBare = given.workers === null && given.generations === null;
  return given.feasible && isBare && given.checkpoint === null && given.resume === null;
}

/** What the run is about, and where it stands. */
async function beginningOf(
  given: HeadlessArguments,
  problem: Problem,
  from: RunStart | Resumption | null,
  solver: Solver,
): Promise<Resumption> {
  if (from !== null && 'settings' in from) return from;
  const weighted = withVariant(problem, given.variant);
  const planned = isInline(given)
    ? feasibleSettings(given.seconds ?? 60, given.seed, weighted)
    : await settingsFor(given, weighted, solver);
  const settings = {
    ...(given.feasible ? untilFeasible(planned) : planned),
    ...(from === null ? {} : { start: from }),
  };
  return { variant: given.variant, settings, checkpoint: null };
}

async function merge(given: HeadlessArguments, files: readonly SourceFile[], options: ReadOptions): Promise<number> {
  const named = files.map((file, index) => ({ path: given.files[index] ?? file.name, file }));
  const merged = await mergeResults(named, options);
  report(merged.diagnostics);
  if (!merged.ok) return exitCodes.badInput;
  const { content, problem, ranked } = merged.value;
  const [best] = ranked;
  const timetable = best === undefined ? null : fromTimetableData(problem, best.timetable.timetable);
  if (best === undefined || timetable === null || !timetable.ok) return exitCodes.badInput;
  const { run: _, ...project } = content;
  const whole = { ...given, writeOptions: { ...given.writeOptions, ...options } };
  if (given.out !== null && !(await save(whole, { ...project, timetables: [] }, problem, timetable.value))) {
    return exitCodes.badInput;
  }
  const ranking = ranked.map(({ file, score }) => ({ file, ...score }));
  process.stdout.write(`${JSON.stringify({ ...best.score, best: best.file, ranking })}\n`);
  return isFeasible(best.score) ? exitCodes.feasible : exitCodes.infeasible;
}

/** With `--generations` nothing depends on the clock; else the speed is measured and the time planned. */
async function settingsFor(given: HeadlessArguments, problem: Problem, solver: Solver): Promise<RunSettings> {
  const base: RunSettings =
    given.generations === null
      ? await solver.plan(problem, given.seconds ?? 60)
      : {
          population: 8,
          generations: given.generations,
          crossoverRate: 0,
          mutationRate: 1,
          islands: 2,
          seed: given.seed,
          movesPerIndividual: 2_000_000,
          timeLimit: null,
          pace: 'moves',
          target: { unplaced: 0, hard: 0, soft: 0 },
          stagnation: null,
        };
  const population = given.population ?? Math.max(base.population, (given.islands ?? 1) * 2);
  return {
    ...base,
    seed: given.seed,
    islands: given.islands ?? base.islands,
    population,
    movesPerIndividual:
      given.moves ?? Math.max(1000, Math.round((base.movesPerIndividual * base.population) / population)),
  };
}

function summarise(
  problem: Problem,
  best: Timetable,
  evaluation: Evaluation,
  outcome: RunOutcome,
  settings: RunSettings,
  writerId: string,
) {
  return {
    ...evaluation.score,
    ...(writerId === 'itc2019-solution' ? { parts: itc2019Parts(problem, best, evaluation) } : {}),
    rules: costsByKind(problem, evaluation),
    generations: outcome.generations,
    moves: outcome.moves,
    seconds: Math.round(outcome.seconds * 100) / 100,
    reason: outcome.reason,
    ...(outcome.conflicts === undefined ? {} : { inTheWay: inTheWay(problem, outcome) }),
    settings: printedSettings(settings),
  };
}

/** Small sets of rules that cannot hold together, in words; nothing when no hard rule is broken. */
async function conflictsOf(problem: Problem, best: Timetable) {
  const module = await WebAssembly.compile(await readBytes(kernelFile));
  const { conflicts, hasUnexplained } = finish(findConflicts(problem, best, module));
  return {
    conflicts: conflicts.map(({ events, items, proof, reason }) => ({
      proof,
      reason,
      events: events.map((event) => problem.events[event]?.id),
      rules: items.map(({ sentence, relaxation, gain }) => ({
        sentence,
        ...(relaxation.kind === 'rule' ? { rule: problem.rules[relaxation.rule]?.data.id } : {}),
        gain,
      })),
    })),
    hasUnexplained,
  };
}

async function read(files: readonly SourceFile[], options: ReadOptions): Promise<BuiltProject | null> {
  const result = await readAndBuild(files, options);
  report(result.diagnostics);
  return result.ok ? result.value : null;
}

async function save(
  given: HeadlessArguments,
  content: ProjectContent,
  problem: Problem,
  best: Timetable,
): Promise<boolean> {
  const id = 'solved';
  const now = new Date().toISOString();
  const named = { id, name: 'Solved', createdAt: now, timetable: toTimetableData(problem, best) };
  const written = await writeFile(
    given.writerId,
    { ...content, timetables: [...content.timetables, named] },
    id,
    // as in the app: a calendar that is written later counts, whatever has changed in it
    { ...given.writeOptions, writtenAt: now },
  );
  report(written.diagnostics);
  if (!written.ok) return false;
  try {
    await writeBytes(given.out ?? '', written.value);
    return true;
  } catch (cause) {
    process.stderr.write(`${given.out}: ${causeText(cause)}\n`);
    return false;
  }
}

function refuse(diagnostics: readonly Diagnostic[]): number {
  report(diagnostics);
  return exitCodes.badInput;
}

/** Remarks of one code that are printed; of the rest is said how many they are. */
const mostAlike = 10;

function report(diagnostics: readonly Diagnostic[]): void {
  const alike = new Map<string, number>();
  for (const { severity, code, message, place, value, advice } of diagnostics) {
    const count = (alike.get(code) ?? 0) + 1;
    alike.set(code, count);
    if (count > mostAlike) continue;
    const where = place === undefined ? '' : ` at ${place}`;
    const what = value === undefined ? '' : ` (${value})`;
    process.stderr.write(`${severity} ${code}${where}: ${message}${what}${advice === undefined ? '' : ` ${advice}`}\n`);
  }
  for (const [code, count] of alike) {
    if (count > mostAlike) process.stderr.write(`info ${code}: ${count - mostAlike} more of these.\n`);
  }
}

process.exitCode = await main();
