import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProblem } from '../src/domain/build-problem.ts';
import { evaluate } from '../src/domain/evaluate.ts';
import { Random } from '../src/domain/random.ts';
import { fromTimetableData } from '../src/domain/timetable-data.ts';
import { readFiles, writeFile as writeFormat } from '../src/formats/registry.ts';
import { plainCtt } from './formats/support/ctt-text.ts';
import { valueIn } from './formats/support/files.ts';
import { lectureWeek } from './formats/support/lecture-week.ts';
import { scoreItc2019 } from './support/itc2019-score.ts';
import { randomItc2019 } from './support/itc2019-xml.ts';
import { repositoryPath } from './support/repository.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'horarium-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Small and sure: the same timetable wherever it runs. */
const budget = ['--generations', '10', '--moves', '2000', '--workers', '1'];

interface Finished {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

function solve(...options: readonly string[]): Promise<Finished> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['test/support/solve.mjs', ...options],
      { cwd: repositoryPath },
      (failure, output, errors) =>
        resolve({ code: failure === null ? 0 : Number(failure.code ?? Number.NaN), output, errors }),
    );
  });
}

function problemFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Two lectures of one teacher, one period. */
const crowded = `Name: Crowded
Courses: 2
Rooms: 2
Days: 1
Periods_per_day: 1
Curricula: 0
Constraints: 0

COURSES:
Algebra Ada 1 1 30
Chem Ada 1 1 20

ROOMS:
Hall 40
Den 15

CURRICULA:

UNAVAILABILITY_CONSTRAINTS:

END.
`;

describe('solving at the command line', () => {
  it('prints one line of JSON and writes a solution that is worth what the line says', async () => {
    const file = problemFile('small.ctt', plainCtt);
    const out = join(folder, 'small.sol');
    const { code, output, errors } = await solve(file, ...budget, '--seed', '5', '--out', out);
    expect(errors).not.toMatch(/error/);
    expect(code).toBe(0);
    expect(output.trim().split('\n')).toHaveLength(1);
    const line = JSON.parse(output);
    expect(line).toMatchObject({ unplaced: 0, hard: 0, settings: { seed: 5, generations: 10, pace: 'moves' } });
    expect(line.rules).toMatchObject({ placed: { hard: true, amount: 0 }, roomStability: { hard: false } });
    const costs = Object.values(line.rules as Record<string, { hard: boolean; cost: number }>);
    expect(costs.reduce((sum, { hard, cost }) => sum + (hard ? 0 : cost), 0)).toBe(line.soft);
    for (const name of ['generations', 'moves', 'seconds']) expect(line[name], name).toBeGreaterThan(0);
    expect(['generations', 'target']).toContain(line.reason);

    const files = [file, out].map((path) => ({ name: path, bytes: new Uint8Array(readFileSync(path)) }));
    const read = valueIn(await readFiles(files));
    const problem = valueIn(buildProblem(read.problem));
    const [found] = read.timetables;
    const { score } = evaluate(problem, valueIn(fromTimetableData(problem, found?.timetable ?? { assignments: [] })));
    expect(score).toEqual({ unplaced: line.unplaced, hard: line.hard, soft: line.soft });
  });

  it('writes projects and schedules', async () => {
    const file = problemFile('formats.ctt', plainCtt);
    const [project, schedule] = [join(folder, 'out.horarium.json'), join(folder, 'schedule.json')];
    expect((await solve(file, ...budget, '--out', project, '--format', 'json')).code).toBe(0);
    const read = valueIn(
      await readFiles([{ name: 'out.horarium.json', bytes: new Uint8Array(readFileSync(project)) }]),
    );
    expect(read.timetables[0]?.timetable.assignments.filter(({ timeId }) => timeId !== undefined)).toHaveLength(5);

    expect((await solve(file, ...budget, '--out', schedule, '--format', 'schedule-json')).code).toBe(0);
    const sessions = JSON.parse(readFileSync(schedule, 'utf8'));
    expect(new Set(sessions.map((session: { course_id: string }) => session.course_id)).size).toBe(3);
  });

  it('opens a locked project with the passphrase of a file, and locks what it writes with the same', async () => {
    const lecture = { passphrase: 'as good as any' };
    const made = await writeFormat('horarium-locked', lectureWeek(), null, lecture);
    const [locked, words, out] = ['locked.horarium.json', 'words.txt', 'again.horarium.json'].map((name) =>
      join(folder, name),
    );
    writeFileSync(locked ?? '', valueIn(made));
    writeFileSync(words ?? '', `${lecture.passphrase}\r\n`);
    const without = await solve(locked ?? '', ...budget);
    expect(without).toMatchObject({ code: 1 });
    expect(without.errors).toContain('locked.needed');
    const options = ['--passphrase-file', words ?? '', '--out', out ?? '', '--format', 'horarium-locked'];
    expect((await solve(locked ?? '', ...budget, ...options)).errors).not.toMatch(/error/);
    const bytes = new Uint8Array(readFileSync(out ?? ''));
    expect(valueIn(await readFiles([{ name: 'again', bytes }], lecture)).timetables).toHaveLength(2);
  });

  it('starts from a timetable, keeps to the limit of changes and names what has changed', async () => {
    const file = problemFile('start.ctt', plainCtt);
    const [first, second] = [join(folder, 'first.sol'), join(folder, 'second.horarium.json')];
    expect((await solve(file, ...budget, '--out', first)).code).toBe(0);
    const limits = ['--keep', '2', '--cap', '1', '--format', 'json', '--out', second];
    const { code, output } = await solve(file, ...budget, '--from', first, ...limits);
    expect(code).toBe(0);
    const line = JSON.parse(output);
    expect(line.changed).toBeLessThanOrEqual(1);
    expect(line.changes).toHaveLength(line.changed);
    expect(line.settings.start).toEqual({ keep: 2, cap: 1 });

    const again = await solve(file, ...budget, '--from', second, '--feasible');
    expect(JSON.parse(again.output).changed).toEqual(expect.any(Number));
    const nothing = await solve(file, ...budget, '--from', file);
    expect([nothing.code, nothing.errors]).toEqual([1, expect.stringMatching(/start\.none/)]);
  });

  it('prints the parts of the objective of ITC-2019 and writes a solution worth as much', async () => {
    const text = randomItc2019(new Random(3), ['NotOverlap', 'MaxBlock(26,4)']);
    const out = join(folder, 'random.solution.xml');
    const file = problemFile('random.xml', text);
    const { output } = await solve(file, ...budget, '--out', out, '--format', 'itc2019');
    const { parts, soft } = JSON.parse(output);
    const { time, room, distribution, student, total } = scoreItc2019(text, readFileSync(out, 'utf8'));
    const weight = (name: string) => Number(new RegExp(`<optimization[^>]* ${name}="(\\d+)"`).exec(text)?.[1]);
    expect(parts).toEqual({
      time: weight('time') * time,
      room: weight('room') * room,
      distribution: weight('distribution') * distribution,
      student: weight('student') * student,
    });
    expect(soft).toBe(total);
  });

  it('ends with 2 when a hard rule stays broken', async () => {
    const { code, output } = await solve(problemFile('crowded.ctt', crowded), ...budget);
    expect(code).toBe(2);
    expect(JSON.parse(output)).toMatchObject({ unplaced: 0, hard: 1, reason: 'generations' });
  });

  it('searches with the weights of a variant and judges by those of the file', async () => {
    const { code, output } = await solve(problemFile('small.ctt', plainCtt), ...budget, '--variant', 'room-efficient');
    expect(code).toBe(0);
    const line = JSON.parse(output);
    expect(line.variant).toBe('room-efficient');
    const costs = Object.values(line.rules as Record<string, { hard: boolean; cost: number }>);
    expect(costs.reduce((sum, { hard, cost }) => sum + (hard ? 0 : cost), 0)).toBe(line.soft);
  });

  it('says which rules cannot hold together when it is asked to', async () => {
    const asked = await solve(problemFile('crowded.ctt', crowded), ...budget, '--explain');
    expect(asked.code).toBe(2);
    const { conflicts, hasUnexplained } = JSON.parse(asked.output);
    expect(hasUnexplained).toBe(false);
    expect(conflicts).toMatchObject([
      { proof: 'counting', rules: [{ sentence: 'Ada teaches one event at a time', gain: 1 }] },
    ]);
    expect(conflicts[0].events).toHaveLength(2);
    const kept = JSON.parse((await solve(problemFile('small.ctt', plainCtt), ...budget, '--explain')).output);
    expect(kept).toMatchObject({ conflicts: [], hasUnexplained: false });
  });

  it('says what may be said when it is asked for help', async () => {
    for (const word of ['--help', '-h']) {
      const { code, output, errors } = await solve(word);
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(output).toContain('--feasible');
    }
  });

  it('prints ten remarks of one kind and how many more there are', async () => {
    const time = '<time days="1000000" start="96" length="12" weeks="1" penalty="0"/>';
    const classes = Array.from({ length: 13 }, (_, index) => index + 1).map(
      (id) => `<class id="${id}" limit="1" room="false">${time}${time}</class>`,
    );
    const file = join(folder, 'repeated.xml');
    writeFileSync(
      file,
      [
        '<problem name="repeated" nrDays="7" slotsPerDay="288" nrWeeks="1">',
        '<optimization time="1" room="1" distribution="1" student="1"/><rooms/>',
        `<courses><course id="1"><config id="1"><subpart id="1">${classes.join('')}</subpart></config></course></courses>`,
        '<distributions/><students/></problem>',
      ].join(''),
    );
    const { code, errors } = await solve(file, ...budget);
    expect(code).toBe(0);
    expect(errors.match(/warning itc2019\.repeated/g)).toHaveLength(10);
    expect(errors).toContain('itc2019.repeated: 3 more of these.');
  });

  it('ends with 1 and names what is wrong with options, files and their content', async () => {
    const missing = await solve(join(folder, 'nowhere.ctt'));
    expect(missing).toMatchObject({ code: 1, output: '' });
    expect(missing.errors).toContain('nowhere.ctt');
    const options = await solve('--what', '3');
    expect(options).toMatchObject({ code: 1, output: '' });
    expect(options.errors).toContain('--what');
    expect(options.errors).toContain('Usage');
    const damaged = await solve(
      problemFile('damaged.ctt', plainCtt.replace('Botany Ben 1 1 12', 'Botany Ben one 1 12')),
    );
    expect(damaged).toMatchObject({ code: 1, output: '' });
    expect(damaged.errors).toMatch(/damaged\.ctt:\d+/);
    const unwritable = await solve(
      problemFile('small.ctt', plainCtt),
      ...budget,
      '--out',
      join(folder, 'no/such/folder.sol'),
    );
    expect(unwritable.code).toBe(1);
    expect(unwritable.errors).toContain('folder.sol');
  });
});
