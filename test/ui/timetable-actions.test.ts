import { describe, expect, test, vi } from 'vitest';
import { createNotices } from '../../src/ui/state/frame/notices.ts';
import { createTimetableActions } from '../../src/ui/state/timetable/actions.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { openTab, unwrap, withFreshDatabase } from '../storage/support.ts';
import { addProject, openProject, type ProjectTab } from './support/project-tab.ts';

withFreshDatabase();

async function withOne() {
  const storage = await openTab();
  const id = await addProject(storage);
  // Where sectioned students are is a part of it, too.
  const [stored] = unwrap(await storage.timetables.list(id));
  if (stored === undefined) expect.fail('no timetable');
  const enrolments = [{ studentId: 's', eventIds: ['e1'] }];
  await storage.timetables.put({ ...stored, timetable: { ...stored.timetable, enrolments } });
  return { id, ...actionsOf(await openProject(await openTab(), id)) };
}

function actionsOf(tab: ProjectTab) {
  const notices = createNotices();
  const { project, services } = tab;
  const first = () => {
    const [record] = project.timetables();
    if (record === undefined) expect.fail('no timetable');
    return record;
  };
  return {
    tab,
    notices,
    editor: project.editor,
    first,
    names: () => project.timetables().map(({ name }) => name),
    actions: createTimetableActions(
      services,
      project,
      notices,
      createTranslate(() => en),
    ),
  };
}

/** What a tab shows that was killed and opened again. */
async function afterReload(id: string) {
  const storage = await openTab();
  const project = unwrap(await storage.projects.get(id));
  expect(project.id).toBe(id);
  return unwrap(await storage.timetables.list(id));
}

describe('a timetable', () => {
  test('gets another name, but never none, and its old one back', async () => {
    const { id, tab, actions, first, names, editor } = await withOne();
    actions.rename(first(), '  Spring  ');
    actions.rename(first(), '   ');
    expect(names()).toEqual(['Spring']);
    await tab.logged();
    expect((await afterReload(id)).map(({ name }) => name)).toEqual(['Spring']);
    editor.undo();
    expect(names()).toEqual(['First']);
    await tab.logged();
    expect((await afterReload(id)).map(({ name }) => name)).toEqual(['First']);
  });

  test('is deleted at once, and comes back whole when that is undone, after a reload as well', async () => {
    const { id, tab, actions, first, names, notices, editor } = await withOne();
    const before = first();
    actions.remove(before);
    expect(names()).toEqual([]);
    expect(notices.list()[0]?.text).toContain('First');
    expect(editor.undoable()).toMatchObject({ action: 'removeTimetable', subject: 'First' });
    await tab.logged();
    expect(await afterReload(id)).toEqual([]);
    notices.list()[0]?.action?.run();
    expect(notices.list()).toEqual([]);
    expect(first()).toMatchObject({ id: before.id, name: 'First', timetable: before.timetable });
    await tab.logged();
    const [back] = await afterReload(id);
    expect(back).toMatchObject({ id: before.id, name: 'First', timetable: before.timetable });
    editor.redo();
    expect(names()).toEqual([]);
  });

  test('is brought back by its notice although something else was done meanwhile', async () => {
    const { actions, first, names, notices, editor } = await withOne();
    actions.addEmpty();
    const deleted = first();
    actions.remove(deleted);
    const other = first();
    actions.rename(other, 'Other');
    notices.list()[0]?.action?.run();
    expect(names().toSorted()).toEqual([deleted.name, 'Other'].toSorted());
    expect(editor.undoable()).toMatchObject({ action: 'addTimetable' });
  });

  test('is copied, and the copy goes its own way in another tab, too', async () => {
    const { id, tab, actions, first, names, editor } = await withOne();
    const original = first();
    const copy = actions.duplicate(original);
    expect(names().toSorted()).toEqual(['Copy of First', 'First']);
    const copied = () => tab.project.timetables().find((record) => record.id === copy);
    expect(copied()?.timetable).toEqual(original.timetable);
    await tab.logged();
    const second = actionsOf(await openProject(await openTab(), id));
    await vi.waitFor(() => expect(second.names().toSorted()).toEqual(['Copy of First', 'First']));
    editor.undo();
    expect(names()).toEqual(['First']);
    await vi.waitFor(() => expect(second.names()).toEqual(['First']));
  });
});
