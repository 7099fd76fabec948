import { contentHash } from '../../domain/content-hash.ts';
import { packItemSteps, unpackItems } from '../../domain/packed.ts';
import { inSlices, type Steps } from '../../domain/steps.ts';
import { createProjects } from '../projects.ts';
import type { Database } from '../rows.ts';
import { isObject } from '../shapes.ts';
import { lastStepId, stepId } from '../steps.ts';
import { adoptedKey, createTimetables } from '../timetables.ts';
import { createVersions } from '../versions.ts';
import { keyOfRow, type TableRow } from './backup-rows.ts';

/**
 * What a project contains, as texts that are equal where the contents are: the problem, each timetable and version, and
 * the last step. Ids play no part, nor do the ways of storing it. Null when it cannot be opened.
 */
export async function contentOf(database: Database, projectId: string): Promise<ReadonlySet<string> | null> {
  const project = await createProjects(database).get(projectId);
  const timetables = await createTimetables(database).list(projectId);
  const versions = await createVersions(database).list(projectId);
  if (!project.ok || !timetables.ok || !versions.ok) return null;
  const texts = new Set<string>();
  const add = async (kind: string, value: unknown) => {
    texts.add(await contentHash([new TextEncoder().encode(kind + (await inSlices(canonical(value))))]));
  };
  await add('problem', project.value.problem);
  for (const { name, createdAt, timetable } of timetables.value) await add('timetable', { name, createdAt, timetable });
  for (const { name, note, createdAt, published, eventCount } of versions.value) {
    await add('version', { name, note, createdAt, published, eventCount });
  }
  const last = await database.lastId('operations', stepId(projectId, 0), lastStepId(projectId));
  const step = last === null ? null : await database.get('operations', last);
  if (isObject(step)) await add('step', { seq: step.seq, at: step.at, kind: step.kind });
  return texts;
}

/** JSON with the fields of every object in the order of their names; a step is an item of a list. */
function* canonical(value: unknown): Steps<string> {
  if (Array.isArray(value)) {
    const items: string[] = [];
    for (const item of value) items.push(sorted(item));
    yield;
    return `[${items.join()}]`;
  }
  if (!isObject(value)) return sorted(value);
  const fields: string[] = [];
  for (const name of Object.keys(value).sort()) {
    if (value[name] !== undefined) fields.push(`${JSON.stringify(name)}:${yield* canonical(value[name])}`);
    yield;
  }
  return `{${fields.join()}}`;
}

function sorted(value: unknown): string {
  return (
    JSON.stringify(value, (_, field: unknown) =>
      isObject(field) ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1))) : field,
    ) ?? 'null'
  );
}

/** Always the same id for the same copy: a backup that is restored twice is there once. */
export async function idOfCopy(projectId: string, content: ReadonlySet<string>): Promise<string> {
  const text = [projectId, ...[...content].sort()].join();
  return (await contentHash([new TextEncoder().encode(text)])).slice(0, 32);
}

/** The rows under new ids, those of timetables, versions and runs included; ids are long and random, so none is a word. */
export async function copyRows(
  rows: readonly TableRow[],
  projectId: string,
  newProjectId: string,
): Promise<readonly TableRow[]> {
  const ids = new Map([[projectId, newProjectId]]);
  for (const tableRow of rows) {
    if (!['timetables', 'versions', 'runs'].includes(tableRow.table)) continue;
    const key = keyOfRow(tableRow);
    ids.set(key, (await contentHash([new TextEncoder().encode(`${newProjectId} ${key}`)])).slice(0, 32));
  }
  const copies: TableRow[] = [];
  for (const { table, row } of rows) copies.push({ table, row: await copyRow({ table, row }, ids) });
  return copies;
}

async function copyRow({ table, row }: TableRow, ids: ReadonlyMap<string, string>): Promise<TableRow['row']> {
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? joined(value, ids);
    if (Array.isArray(value)) return value.map(renamed);
    if (!isObject(value) || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, renamed(field)]));
  };
  // What lies in the rows of problems, contents and inputs speaks of no timetable.
  if (table === 'problems' || table === 'versionContents') return { ...row, id: renamed(row.id) };
  if (table === 'runInputs') return row;
  if (table !== 'operations' || !Array.isArray(row.packed)) return renamed(row) as TableRow['row'];
  const { packed, ...rest } = row;
  // Its parts are checked when the step is read; one that is none makes the step a damaged one, as it was before.
  const items = await inSlices(unpackItems(packed as Uint8Array[])).catch(() => null);
  const changes = items === null ? packed : await inSlices(packItemSteps(items.map(renamed)));
  return { ...(renamed(rest) as TableRow['row']), packed: changes };
}

/** Keys that are made of an id: of steps and moments of runs, of the timetable that was decided for. */
function joined(text: string, ids: ReadonlyMap<string, string>): string {
  const slash = text.indexOf('/');
  const first = slash < 0 ? undefined : ids.get(text.slice(0, slash));
  if (first !== undefined) return first + text.slice(slash);
  const adopted = adoptedKey('');
  const project = text.startsWith(adopted) ? ids.get(text.slice(adopted.length)) : undefined;
  return project === undefined ? text : adoptedKey(project);
}
