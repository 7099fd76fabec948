import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import { changesBetween } from '../../../src/domain/operations/changes-between.ts';
import { differOnlyInCovers, putCovers, removeCovers } from '../../../src/domain/operations/cover-changes.ts';
import { type Change, invert } from '../../../src/domain/operations/operation.ts';
import { removalOf } from '../../../src/domain/operations/removal.ts';
import type { CoverData, ProblemData } from '../../../src/domain/problem-data.ts';
import { readFiles, writeFile } from '../../../src/formats/registry.ts';
import { valueIn } from '../../formats/support/files.ts';
import { smallSchool } from '../../support/small-school.ts';

const [event, other] = smallSchool.events.map(({ id }) => id);
const [ada, ben] = smallSchool.instructors.map(({ id }) => id);

function cover(date: string, eventId = event, more: Partial<CoverData> = {}): CoverData {
  return { date, eventId: eventId ?? '', absentIds: [ada ?? ''], coveringId: ben ?? '', ...more };
}

function made(problem: ProblemData, changes: readonly Change[]): ProblemData {
  return valueIn(applyChanges({ problem, timetables: new Map() }, changes)).problem;
}

const arranged = made(smallSchool, putCovers(smallSchool, [cover('2026-03-09'), cover('2026-03-02', other)]));

describe('covers', () => {
  test('are kept by date, one for a date and an event, and taken back without a trace', () => {
    expect(arranged.covers?.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-09']);
    expect(putCovers(arranged, [cover('2026-03-09')])).toEqual([]);
    const changes = putCovers(arranged, [cover('2026-03-09', event, { coveringId: 'x', note: 'Pages 4 and 5' })]);
    const changed = made(arranged, changes);
    expect(changed.covers).toHaveLength(2);
    expect(made(changed, invert(changes))).toEqual(arranged);
    const gone = removeCovers(arranged, arranged.covers ?? []);
    expect(made(arranged, gone)).toEqual(smallSchool);
    expect(made(made(arranged, gone), invert(gone))).toEqual(arranged);
  });

  test('are what differs between two states, and nothing that is built depends on them', () => {
    expect(made(smallSchool, changesBetween(smallSchool, arranged))).toEqual(arranged);
    expect(made(arranged, changesBetween(arranged, smallSchool))).toEqual(smallSchool);
    expect(differOnlyInCovers(smallSchool, arranged)).toBe(true);
    expect(differOnlyInCovers({ ...smallSchool, name: 'Other' }, arranged)).toBe(false);
  });

  test('go with the event or the instructor that they speak of', () => {
    const document = { problem: arranged, timetables: new Map() };
    const { changes } = removalOf(document, 'events', [event ?? '']);
    expect(made(arranged, changes).covers).toEqual([cover('2026-03-02', other)]);
    const byBen = removalOf(document, 'instructors', [ben ?? '']).changes;
    expect(made(arranged, byBen).covers).toBeUndefined();
    expect(made(made(arranged, byBen), invert(byBen))).toEqual(arranged);
  });

  test('are saved in the file of a project and read again; a damaged one is refused with its place', async () => {
    const written = valueIn(await writeFile('horarium', { problem: arranged, timetables: [] }, null));
    const file = (text: string) => [{ name: 'a.horarium.json', bytes: new TextEncoder().encode(text) }];
    const text = new TextDecoder().decode(written);
    expect(valueIn(await readFiles(file(text))).problem).toEqual(arranged);
    const damaged = await readFiles(file(text.replace('2026-03-09', '9 March')));
    expect(damaged.ok).toBe(false);
    expect(damaged.diagnostics.some(({ place }) => place?.includes('covers[1].date'))).toBe(true);
  });
});
