import { createRoot } from 'solid-js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { Services } from '../../src/ui/services.tsx';
import { createImporter } from '../../src/ui/state/files/importer.ts';
import { createNotices } from '../../src/ui/state/frame/notices.ts';
import { createNewProject } from '../../src/ui/state/project/new-project.ts';
import { createProjectList } from '../../src/ui/state/project/project-list.ts';
import { copyProject } from '../../src/ui/state/project/stored-project.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { createFakeServices } from '../support/fake-services.ts';
import { smallSchool } from '../support/small-school.ts';

async function stored(services: Services) {
  const listed = await services.storage.projects.list();
  return listed.ok ? listed.value : [];
}

async function addProject(services: Services) {
  const created = await services.storage.projects.create({ problem: smallSchool, timetables: [] }, 'test', []);
  if (!created.ok) throw new Error('not created');
  return created.value;
}

function file(name: string, text: string): File {
  return new File([text], name);
}

test('Create pressed twice makes one project', async () => {
  const services = await createFakeServices();
  const form = createNewProject(services, 'Lunch', 'en');
  form.set({ name: 'Twice' });
  const made = await Promise.all([form.create(), form.create()]);
  expect(made.filter((id) => id !== null)).toHaveLength(1);
  expect(await stored(services)).toHaveLength(1);
});

test('a new project asks for suitable rooms, seats, few gaps and even days, and its rules are sound', async () => {
  const services = await createFakeServices();
  const form = createNewProject(services, 'Lunch', 'en');
  form.set({ name: 'Faculty' });
  const id = await form.create();
  const loaded = await services.storage.projects.get(id ?? '');
  const problem = loaded.ok ? loaded.value.problem : undefined;
  expect(problem?.rules.map(({ kind, scope, hard }) => [kind, scope.of, hard])).toEqual([
    ['roomSuitability', 'events', true],
    ['roomCapacity', 'events', false],
    ['maxGapsPerDay', 'groups', false],
    ['maxGapsPerDay', 'instructors', false],
    ['balancedDays', 'groups', false],
  ]);
  expect(problem && buildProblem(problem)).toMatchObject({ ok: true, diagnostics: [] });
});

test('a copy of a project has its data and timetables, and a life of its own', async () => {
  const services = await createFakeServices();
  const { storage } = services;
  const { id } = await addProject(services);
  const timetable = { assignments: [] };
  const createdAt = '2026-01-01T00:00:00.000Z';
  const row = { id: 't', version: 1, projectId: id, name: 'Plan', createdAt, updatedAt: createdAt, timetable } as const;
  await storage.timetables.put({ ...row, score: null, runId: null });
  expect(await copyProject(services, id, 'Next term')).toMatchObject({ ok: true });
  const copy = (await stored(services)).find(({ name }) => name === 'Next term');
  const read = await storage.projects.get(copy?.id ?? '');
  expect(read.ok && read.value.problem).toEqual({ ...smallSchool, name: 'Next term' });
  const timetables = await storage.timetables.list(copy?.id ?? '');
  expect(timetables.ok && timetables.value.map(({ name }) => name)).toEqual(['Plan']);
  await storage.projects.remove(id);
  expect((await stored(services)).map(({ name }) => name)).toEqual(['Next term']);
});

describe('import', () => {
  test('a broken file is told with its place and leaves the projects as they are', async () => {
    const services = await createFakeServices();
    await addProject(services);
    const importer = createImporter(services);
    expect(await importer.importFiles([file('broken.ctt', 'Name: x\nCourses: many\n')])).toBeNull();
    const state = importer.state();
    expect(state.status).toBe('failed');
    expect(state.status === 'failed' && state.diagnostics.some((item) => item.place?.startsWith('broken.ctt'))).toBe(
      true,
    );
    expect(await stored(services)).toHaveLength(1);
    importer.dismiss();
    expect(importer.state().status).toBe('idle');
  });

  test('a project file becomes a project of its reader', async () => {
    const services = await createFakeServices();
    const written = await services.formats.write('horarium', { problem: smallSchool, timetables: [] }, null);
    if (!written.ok) throw new Error('not written');
    const importer = createImporter(services);
    const id = await importer.importFiles([file('a.horarium.json', new TextDecoder().decode(written.value))]);
    expect(await stored(services)).toMatchObject([{ id, name: 'Small school', source: 'horarium', eventCount: 4 }]);
  });

  test('a sample that cannot be fetched is told, and the next import works', async () => {
    const services = await createFakeServices({ samples: { fetch: () => Promise.reject(new Error('offline')) } });
    const importer = createImporter(services);
    expect(await importer.openSample('school')).toBeNull();
    expect(importer.state()).toMatchObject({ status: 'failed', diagnostics: [{ value: 'Error: offline' }] });
    expect(await importer.importFiles([file('x.txt', 'nothing')])).toBeNull();
    expect(importer.state()).toMatchObject({ status: 'failed', name: 'x.txt' });
  });

  test('while one is read, another is not begun', async () => {
    const services = await createFakeServices();
    const importer = createImporter(services);
    const first = importer.importFiles([file('broken.ctt', 'x')]);
    expect(await importer.importFiles([file('other.ctt', 'y')])).toBeNull();
    await first;
    expect(importer.state()).toMatchObject({ name: 'broken.ctt' });
  });
});

describe('the list', () => {
  const text = createTranslate(() => en);

  test('a deleted project comes back by undo', async () => {
    const services = await createFakeServices();
    const project = await addProject(services);
    const notices = createNotices();
    const list = createRoot(() => createProjectList(services, notices, text));
    await list.remove({ ...project, eventCount: 4 });
    expect(await stored(services)).toHaveLength(0);
    const [notice] = notices.list();
    expect(notice?.text).toContain('Small school');
    notice?.action?.run();
    await vi.waitFor(async () => expect(await stored(services)).toHaveLength(1));
    expect(notices.list()).toHaveLength(0);
  });

  test('a project is renamed, but not to nothing', async () => {
    const services = await createFakeServices();
    const project = await addProject(services);
    const list = createRoot(() => createProjectList(services, createNotices(), text));
    await list.rename(project.id, '  Spring ');
    await list.rename(project.id, '   ');
    expect((await stored(services))[0]?.name).toBe('Spring');
  });
});

describe('notices', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('news goes away by itself, errors stay until dismissed', () => {
    const notices = createNotices();
    notices.show({ kind: 'info', text: 'saved', action: null }, 5);
    const id = notices.show({ kind: 'error', text: 'failed', action: null });
    vi.advanceTimersByTime(60_000);
    expect(notices.list().map((notice) => notice.text)).toEqual(['failed']);
    notices.dismiss(id);
    expect(notices.list()).toEqual([]);
  });
});
