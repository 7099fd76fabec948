import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fetReader } from '../../src/formats/fet/fet.ts';
import type { SourceFile } from '../../src/formats/format.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { datasetPath } from '../support/datasets.ts';
import { codesOf, remark, valueIn } from './support/files.ts';

const itc2007 = datasetPath('itc2007');
const engine = datasetPath('schedule-engine');
const fet = datasetPath('fet');

function load(path: string): SourceFile {
  return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
}

describe.runIf(itc2007 !== null)('published ITC-2007 instances', () => {
  const folder = itc2007 ?? '';
  const plain = itc2007 === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.ctt'));
  const extended = itc2007 === null ? [] : readdirSync(join(folder, 'ectt')).map((name) => `ectt/${name}`);

  test.each([...plain, ...extended])('%s is read with the counts of its header', async (name) => {
    const file = load(join(folder, name));
    const { problem } = valueIn(await readFiles([file]));
    const text = new TextDecoder().decode(file.bytes);
    const header = (key: string) => Number(new RegExp(`^${key}:\\s*(\\d+)`, 'mi').exec(text)?.[1]);
    expect(problem.courses).toHaveLength(header('Courses'));
    expect(problem.rooms).toHaveLength(header('Rooms'));
    expect(problem.groups).toHaveLength(header('Curricula'));
    expect(problem.calendar.days).toHaveLength(header('Days'));
    expect(problem.calendar.slots).toHaveLength(header('Periods_per_day'));
  });

  test('a published solution is read with its problem', async () => {
    const solution = readdirSync(join(folder, 'solutions')).find((name) => name.endsWith('-good.sol')) ?? '';
    const problemFile = `${solution.slice(0, solution.indexOf('-'))}.ctt`;
    const result = await readFiles([load(join(folder, problemFile)), load(join(folder, 'solutions', solution))]);
    const { problem, timetables } = valueIn(result);
    const placed = timetables[0]?.timetable.assignments.filter((assignment) => assignment.timeId !== undefined);
    expect(placed).toHaveLength(problem.events.length);
  });
});

describe.runIf(fet !== null)('files that come with FET', () => {
  const names = fet === null ? [] : readdirSync(fet).filter((name) => name.endsWith('.fet'));

  test.each(names)('%s is read with the numbers of its own lists', async (name) => {
    const file = load(join(fet ?? '', name));
    const { problem } = valueIn(await fetReader.read([file]));
    const text = new TextDecoder().decode(file.bytes);
    const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
    expect(problem.events).toHaveLength(count(/<Activity>/g));
    expect(problem.instructors).toHaveLength(count(/<Teacher>\s*<Name>/g));
    expect(problem.courses).toHaveLength(count(/<Subject>\s*<Name>/g));
    expect(problem.rooms.filter(({ shareable }) => shareable === undefined)).toHaveLength(count(/<Room>\s*<Name>/g));
    expect(problem.calendar.slots).toHaveLength(Number(/<Number_of_Hours>(\d+)/.exec(text)?.[1]));
    // Every constraint is a rule, a break, a lock, a candidate room or kept: rules of some kinds are one for each.
    const kinds = (kind: string, hard: boolean) =>
      problem.rules.filter((rule) => rule.kind === kind && rule.hard === hard);
    const unavailable = /<Constraint(Teacher|StudentsSet|Room)NotAvailableTimes>/g;
    expect(kinds('unavailable', true)).toHaveLength(count(unavailable));
    expect(kinds('minGapBetween', true).length).toBeGreaterThanOrEqual(count(/<ConstraintMinGapsBetweenActivities>/g));
    const adjacent = kinds('minDaysBetween', true).filter(({ params }) => params.min === 0);
    expect(adjacent).toHaveLength(count(/<Consecutive_If_Same_Day>true/g));
  });
});

describe.runIf(engine !== null)('faculty data of the schedule-engine', () => {
  const read = (form: RegExp) => {
    const folder = readdirSync(engine ?? '').find((name) => form.test(name)) ?? '';
    const names = ['Course.json', 'Groups.json', 'Instructors.json', 'Rooms.json'];
    return readFiles(names.map((name) => load(join(engine ?? '', folder, name))));
  };

  test('the newer set', async () => {
    const { problem } = valueIn(await read(/fixed$/));
    expect(problem.groups.filter((group) => group.parentId === undefined)).toHaveLength(46);
    expect([problem.groups.length, problem.instructors.length, problem.rooms.length]).toEqual([138, 189, 76]);
    expect(hours(problem)).toBe(1811);
    // 922 before practicals of more than four hours are cut.
    expect(new Set(problem.events.map(uncut)).size).toBe(922);
    expect(problem.events).toHaveLength(954);
  });

  test('the older set', async () => {
    const { problem } = valueIn(await read(/2025/));
    expect(problem.groups.filter((group) => group.parentId === undefined)).toHaveLength(37);
    expect(hours(problem)).toBe(1668);
  });

  test('the set with repeated rooms is refused, and each of them named', async () => {
    const result = await read(/^toy/);
    expect(result.ok).toBe(false);
    expect(codesOf(result)).toEqual(Array(5).fill('scheduleEngine.duplicate'));
    expect(new Set(result.diagnostics.map((entry) => entry.value)).size).toBe(5);
    expect(remark(result, 'scheduleEngine.duplicate').place).toMatch(/^Rooms\.json\[\d+\]\.room_id$/);
  });
});

function hours(problem: { readonly events: readonly { readonly duration: number }[] }): number {
  return problem.events.reduce((sum, event) => sum + event.duration, 0);
}

/** Blocks of one practical and group count as one. */
function uncut(event: { readonly id: string; readonly courseId: string }): string {
  return event.courseId.endsWith(' PR') ? event.id.replace(/ #\d+$/, '') : event.id;
}
