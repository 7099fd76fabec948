import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { valueOfLine } from '../../src/storage/backup/backup-text.ts';
import { isObject } from '../../src/storage/shapes.ts';
import { databaseName, openTab, unwrap, withFreshDatabase, withRawDatabase } from './support.ts';

withFreshDatabase();

/** Tables as each schema of the app declared them. What is here was shipped: it never changes. */
const schemas = {
  1: {
    ...{ projects: 'id', problems: 'id', timetables: 'id, projectId', runs: 'id, projectId', checkpoints: 'runId' },
    meta: 'id',
  },
  2: { operations: 'id', versions: 'id, projectId', versionContents: 'id' },
  3: {
    runs: 'id, projectId, state, resultKey',
    ...{ runInputs: 'id', runDetails: 'id', runSnapshots: 'id, runId' },
  },
} as const;
type SchemaNumber = keyof typeof schemas;

/** A browser in which an app of that time has stored a project, as it would be found today. */
async function storeAsThen(number: SchemaNumber): Promise<void> {
  const dexie = new Dexie(databaseName);
  for (const each of [1, 2, 3] as const) if (each <= number) dexie.version(each).stores(schemas[each]);
  await dexie.open();
  const text = readFileSync(new URL(`fixtures/schema-${number}.jsonl`, import.meta.url), 'utf8');
  for (const line of text.trim().split('\n')) {
    const value = valueOfLine(line);
    if (!isObject(value)) expect.fail(`no row: ${line}`);
    await dexie.table(String(value.table)).put(value.row);
  }
  dexie.close();
}

describe.each([1, 2, 3] as const)('a database of schema %i', (number) => {
  test('is opened with everything that is in it', async () => {
    await storeAsThen(number);
    const storage = await openTab();
    const [summary] = unwrap(await storage.projects.list());
    expect(summary).toMatchObject({ id: 'project', name: 'Evening school', eventCount: 2 });
    const project = await storage.projects.get('project');
    expect(project.diagnostics).toEqual([]);
    const { problem, seq, importReport } = unwrap(project);
    expect(problem.events.map(({ id, duration }) => [id, duration])).toEqual([
      ['drawing', 1],
      ['choir', 2],
    ]);
    expect(problem.rules).toMatchObject([{ kind: 'maxGapsPerDay', params: { max: 1 }, weight: 3 }]);
    expect(importReport).toMatchObject([{ code: 'csv.unused' }]);
    expect(problem.rooms.map(({ name }) => name)).toEqual([number === 1 ? 'Studio' : 'Great hall']);
    expect(seq).toBe(number === 1 ? 0 : 1);
    const [timetable] = unwrap(await storage.timetables.list('project'));
    expect(timetable).toMatchObject({ name: 'Result', runId: 'run', score: { unplaced: 0, hard: 0, soft: 3 } });
    expect(timetable?.timetable.assignments.map(({ timeId }) => timeId)).toEqual(['mon@0', 'mon@1']);
    const run = unwrap(await storage.runs.get('run'));
    expect(run).toMatchObject({ state: 'completed', timetableId: 'timetable', moves: 5000 });
    expect(run.series.map(({ generation }) => generation)).toEqual([1]);
    const versions = unwrap(await storage.versions.list('project'));
    expect(versions.map(({ name, published }) => [name, published])).toEqual(number === 1 ? [] : [['Autumn', true]]);
    if (number > 1) {
      expect(unwrap(await storage.versions.content('version')).problem.rooms[0]?.name).toBe('Studio');
      expect(unwrap(await storage.histories.steps('project', 0)).map((step) => step.label?.action)).toEqual(['change']);
    }
    if (number > 2) expect(unwrap(await storage.snapshots.list('run')).map(({ seconds }) => seconds)).toEqual([2]);
    await withRawDatabase(async (dexie) => {
      expect(await dexie.table('meta').get('schema')).toEqual({ id: 'schema', number: 3 });
    });
  });

  test('can be edited, and its backup be opened', async () => {
    await storeAsThen(number);
    const storage = await openTab();
    const { seq } = unwrap(await storage.projects.get('project'));
    const label = { action: 'rename' } as const;
    const changes = [{ of: 'field', name: 'name', before: 'Evening school', after: 'Night school' }] as const;
    unwrap(await storage.histories.append('project', { kind: 'do', seq: seq + 1, at: '2026-05-01', label, changes }));
    expect(unwrap(await storage.projects.get('project')).problem.name).toBe('Night school');
    const opened = await storage.backups.open(unwrap(await storage.backups.pack()).bytes);
    expect(opened.diagnostics).toEqual([]);
    expect(unwrap(opened).projects.map(({ verdict }) => verdict)).toEqual(['equal']);
  });
});
