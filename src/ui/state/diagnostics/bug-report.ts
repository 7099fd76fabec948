import { definitionOf } from '../../../domain/constraints/registry.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import type { RunSettings } from '../../../engine/run-contract/run-settings.ts';
import type { RunSummary } from '../../../storage/records.ts';
import type { LoggedError, Usage } from '../../../storage/storage.ts';
import type { Capability } from './capabilities.ts';
import { type RunFigures, runFigures } from './run-figures.ts';
import type { SelfTestResult } from './self-test.ts';
import { usageKinds } from './usage-kinds.ts';

/** All that a report may be made of. Names, texts and ids in it stay here. */
export interface ReportSource {
  readonly version: string;
  readonly engine: string;
  readonly at: Date;
  readonly userAgent: string;
  readonly languages: readonly string[];
  readonly cores: number;
  readonly workers: number;
  /** Of the window, in CSS pixels. */
  readonly window: { readonly width: number; readonly height: number; readonly ratio: number };
  readonly capabilities: readonly Capability[];
  readonly used: number | null;
  readonly quota: number | null;
  readonly usage: Usage | null;
  /** The projects that were used last. */
  readonly projects: readonly { readonly id: string; readonly source: string; readonly problem: ProblemData }[];
  readonly projectCount: number;
  /** Newest first. */
  readonly runs: readonly RunSummary[];
  readonly resultHits: number;
  readonly errors: readonly LoggedError[];
  readonly selfTest: SelfTestResult | null;
}

/** Runs that are told one by one. */
const tellRuns = 20;

/**
 * What helps to find a fault, and nothing about anybody: versions, abilities, counts, sizes, settings, codes. Whatever a
 * person may have typed or a file may have held is left out or counted; what looks otherwise than it should becomes
 * `other`.
 */
export function bugReport(source: ReportSource): string {
  const numberOf = new Map(source.projects.map(({ id }, index) => [id, index + 1]));
  const report = {
    report: 'Horarium',
    version: source.version,
    engine: source.engine,
    at: source.at.toISOString(),
    browser: source.userAgent,
    languages: source.languages,
    cores: source.cores,
    workers: source.workers,
    window: source.window,
    abilities: Object.fromEntries(source.capabilities.map(({ id, has }) => [id, has])),
    storage: { used: source.used, quota: source.quota, ...usageOf(source.usage) },
    projects: source.projectCount,
    latest: source.projects.map(({ id, source: from, problem }, index) => ({
      project: index + 1,
      from: readerOf(from),
      ...countsOf(problem),
      bytes: source.usage?.projects.get(id) ?? null,
    })),
    runs: figuresOf(runFigures(source.runs, source.resultHits)),
    latestRuns: source.runs.slice(0, tellRuns).map((run) => runOf(run, numberOf.get(run.projectId) ?? null)),
    errors: source.errors.map(errorOf),
    selfTest: source.selfTest === null ? null : selfTestOf(source.selfTest),
  };
  return JSON.stringify(report, null, 1);
}

function usageOf(usage: Usage | null) {
  if (usage === null) return {};
  const all = [...usage.projects.values()];
  const sums = usageKinds.map((kind) => [kind, all.reduce((sum, bytes) => sum + bytes[kind], 0)] as const);
  return { ...Object.fromEntries(sums), other: usage.other };
}

const knownSources: ReadonlySet<string> = new Set([
  ...['school', 'department', 'enterprise', 'impossible'].map((sample) => `sample:${sample}`),
  ...[
    'horarium',
    'horarium-run',
    'handout',
    'ctt',
    'fet',
    'fet-csv',
    'itc2019',
    'unitime',
    'asc',
    'schedule-engine',
    'sheets',
    'new',
  ],
]);

function readerOf(source: string): string {
  return knownSources.has(source) ? source : 'other';
}

function countsOf({ calendar, rules, ...lists }: ProblemData) {
  const kinds: Record<string, number> = {};
  for (const { kind, hard, enabled } of rules) {
    const key = `${definitionOf(kind) === undefined ? 'other' : kind}${hard ? '!' : ''}${enabled === false ? ' off' : ''}`;
    kinds[key] = (kinds[key] ?? 0) + 1;
  }
  return {
    days: calendar.days.length,
    slots: calendar.slots.length,
    weeks: calendar.weekCount,
    breaks: calendar.breaks.length,
    meetingTimes: lists.meetingTimes.length,
    courses: lists.courses.length,
    rooms: lists.rooms.length,
    instructors: lists.instructors.length,
    groups: lists.groups.length,
    students: lists.students.length,
    events: lists.events.length,
    locked: lists.events.filter(({ lock }) => lock !== undefined).length,
    covers: lists.covers?.length ?? 0,
    notEnforced: lists.notEnforced.length,
    rules: kinds,
  };
}

function figuresOf(figures: RunFigures) {
  return { ...figures, errors: figures.errors.map(({ code, count }) => ({ code: codeOf(code), count })) };
}

function runOf(run: RunSummary, project: number | null) {
  const { state, phase, reason, best, variant, generation, done, moves, movesPerSecond, seconds, engine, error } = run;
  return {
    project,
    ...{ state, phase, reason, best, variant, generation, done, moves, movesPerSecond, seconds, engine },
    at: run.createdAt,
    kept: run.timetableId !== null,
    error: error === null ? null : codeOf(error.code),
    settings: settingsOf(run.settings),
  };
}

function settingsOf({ start, target, ...settings }: RunSettings) {
  const events = start === undefined ? 0 : start.timetable.length;
  return { ...settings, target, start: start === undefined ? null : { keep: start.keep, cap: start.cap, events } };
}

function errorOf({ at, source, name, place, count, version }: LoggedError) {
  const isPlace = /^[\w.-]+:\d+(:\d+)?( [\w.-]+:\d+(:\d+)?)*$/.test(place);
  return { at, source, name: wordOf(name), place: isPlace ? place : '', count, version };
}

function selfTestOf({ passed, found, judged, moves, seconds, failure }: SelfTestResult) {
  return { passed, found, judged, moves, seconds, failed: failure !== null };
}

/** Workers of the app, classes of errors, types of what was thrown in their place. */
function wordOf(word: string): string {
  return knownWords.test(word) ? word : 'other';
}

function codeOf(code: string): string {
  return /^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/.test(code) && knownAreas.test(code) ? code : 'other';
}

const knownAreas = /^(run|storage|settings|problem|history|engine|kernel|worker|encode|checkpoint|project)\./;
const knownWords =
  /^(analysis|editing|explanation|formats|island|string|object|undefined|(Eval|Range|Reference|Syntax|Type|URI|Aggregate|Compile|Link|Runtime|Quota\w*|Dom)?Error|DOMException|Error)$/;
