import { describe, expect, test } from 'vitest';
import type { ProblemData } from '../../../src/domain/problem-data.ts';
import { bugReport, type ReportSource } from '../../../src/ui/state/diagnostics/bug-report.ts';
import { runOf } from '../../storage/support.ts';
import { smallSchool } from '../../support/small-school.ts';

const mark = 'Zorrilla';

/** Every text in it, and every name of a field that is no field of the type, is marked. */
function marked<T>(value: T): T {
  if (typeof value === 'string') return `${mark} ${value}` as T;
  if (Array.isArray(value)) return value.map(marked) as T;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, marked(field)])) as T;
}

function withMarkedParams(problem: ProblemData): ProblemData {
  const rules = problem.rules.map((rule) => ({ ...rule, params: { ...rule.params, [mark]: mark } }));
  return { ...problem, rules: [...rules, { ...marked(rules[0] as (typeof rules)[0]), kind: mark }] };
}

const {
  series: _,
  log: __,
  ...run
} = runOf('p', 'r', {
  state: 'failed',
  error: { code: 'run.failed', message: `${mark} teaches twice` },
  startName: mark,
  inTheWay: [{ eventId: mark, otherId: mark, times: 2 }],
  best: { unplaced: 1, hard: 2, soft: 3 },
});
const start = { timetable: new Int32Array(7), keep: 1, cap: null };
const logged = { at: '2026-01-01T00:00:00.000Z', source: 'window', version: '1.0', count: 2 } as const;

const source: ReportSource = {
  version: '1.0',
  engine: '3.1',
  at: new Date('2026-02-03T12:04:00Z'),
  userAgent: 'Browser/1',
  languages: ['en'],
  cores: 8,
  workers: 7,
  window: { width: 1280, height: 800, ratio: 1 },
  capabilities: [{ id: 'webAssembly', has: true, needed: true }],
  used: 100,
  quota: 1000,
  usage: {
    projects: new Map([['p', { projects: 1, timetables: 2, history: 3, runs: 4, checkpoints: 5 }]]),
    other: 6,
  },
  projects: [
    { id: 'p', source: 'sample:school', problem: smallSchool },
    { id: mark, source: mark, problem: withMarkedParams(marked(smallSchool)) },
  ],
  projectCount: 2,
  resultHits: 2,
  runs: [
    { ...run, settings: { ...run.settings, start } },
    { ...run, id: mark, projectId: mark, error: { code: `${mark}.broke`, message: mark } },
    { ...run, error: { code: `run.${mark}!`, message: mark } },
  ],
  errors: [
    { ...logged, name: 'TypeError', message: `${mark} is not a function`, place: 'index.js:1:2' },
    { ...logged, name: mark, message: mark, place: `${mark} at home` },
  ],
  selfTest: {
    passed: { answer: false, reference: false, repeats: false },
    found: null,
    judged: null,
    moves: 0,
    seconds: 0,
    failure: `${mark} could not`,
  },
};

describe('the report for those who help', () => {
  test('holds no name, no text and no id of anybody', () => {
    expect(bugReport(source).toLowerCase()).not.toContain(mark.toLowerCase());
  });

  test('holds what helps: versions, counts, sizes, settings and codes', () => {
    const report = JSON.parse(bugReport(source));
    expect(report).toMatchObject({ version: '1.0', engine: '3.1', browser: 'Browser/1', projects: 2 });
    expect(report.abilities).toEqual({ webAssembly: true });
    expect(report.storage).toMatchObject({ used: 100, quota: 1000, runs: 4, checkpoints: 5, other: 6 });
    expect(report.latest[0]).toMatchObject({
      from: 'sample:school',
      events: smallSchool.events.length,
      rooms: smallSchool.rooms.length,
    });
    expect(report.latest[1]).toMatchObject({ from: 'other', events: smallSchool.events.length });
    expect(Object.keys(report.latest[1].rules).some((kind) => kind.startsWith('other'))).toBe(true);
    expect(report.latestRuns[0]).toMatchObject({
      project: 1,
      state: 'failed',
      error: 'run.failed',
      best: { unplaced: 1, hard: 2, soft: 3 },
      settings: { seed: 7, islands: 2, start: { keep: 1, events: 7 } },
    });
    expect(report.runs.errors).toContainEqual({ code: 'run.failed', count: 1 });
    expect(report.errors[0]).toMatchObject({ name: 'TypeError', place: 'index.js:1:2', count: 2 });
    expect(report.errors[1]).toMatchObject({ name: 'other', place: '' });
    expect(report.selfTest).toMatchObject({ failed: true });
  });
});
