import { createRoot } from 'solid-js';
import { describe, expect, test, vi } from 'vitest';
import { assign, putItem, removeItems } from '../../src/domain/operations/changes-of.ts';
import { createNotices } from '../../src/ui/state/frame/notices.ts';
import { createHistoryList } from '../../src/ui/state/history/list.ts';
import { createComparison, ruleDifferences } from '../../src/ui/state/versions/comparison.ts';
import { createVersions, parentOf } from '../../src/ui/state/versions/versions.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { openTab, unwrap, withFreshDatabase } from '../storage/support.ts';
import { addProject, firstTimetable, openProject, type ProjectTab } from './support/project-tab.ts';

withFreshDatabase();
const text = createTranslate(() => en);

async function withVersions() {
  const storage = await openTab();
  const tab = await openProject(storage, await addProject(storage));
  const notices = createNotices();
  const versions = createRoot(() => createVersions(tab.services, tab.project, notices, text));
  const save = async (name: string) => {
    await versions.save(name, '', tab.project.timetable(undefined));
    return vi.waitFor(() => {
      const found = versions.list()?.find((version) => version.name === name);
      if (found === undefined) expect.fail('not there yet');
      return found;
    });
  };
  return { tab, notices, versions, save };
}

function addRoom({ project: { editor } }: ProjectTab, id: string): void {
  const room = { id, name: `Room ${id}`, capacity: 10 };
  unwrap(editor.apply({ action: 'add', subject: 'rooms', count: 1 }, [putItem(editor.data(), 'rooms', room)]));
}

function moveFirst(tab: ProjectTab, timeId: string): void {
  const { id, data } = firstTimetable(tab);
  const [row] = data.assignments;
  if (row === undefined) expect.fail('no event');
  const label = { action: 'place', subject: 'Mathematics' } as const;
  unwrap(tab.project.editor.apply(label, assign(id, data, [{ ...row, timeId }])));
}

describe('a version', () => {
  test('brings back data and timetable in one step, which can be undone', async () => {
    const { tab, versions, save } = await withVersions();
    const { editor } = tab.project;
    const before = { problem: editor.data(), timetable: firstTimetable(tab).data };
    const first = await save('First');
    addRoom(tab, 'new');
    moveFirst(tab, 'tue@0');
    const after = { problem: editor.data(), timetable: firstTimetable(tab).data };
    await versions.restore(first);
    expect({ problem: editor.data(), timetable: firstTimetable(tab).data }).toEqual(before);
    expect(editor.undoable()).toEqual({ action: 'restoreVersion', subject: 'First' });
    editor.undo();
    expect({ problem: editor.data(), timetable: firstTimetable(tab).data }).toEqual(after);
  });

  test('whose timetable was deleted brings it back beside the others', async () => {
    const { tab, versions, save } = await withVersions();
    const { id, data } = firstTimetable(tab);
    const first = await save('First');
    unwrap(await tab.services.storage.timetables.remove(id));
    await vi.waitFor(() => expect(tab.project.timetables()).toEqual([]));
    await versions.restore(first);
    await vi.waitFor(() => expect(tab.project.timetables()).toHaveLength(1));
    expect(firstTimetable(tab).data).toEqual(data);
  });

  test('knows the one it was made from, whatever was undone and restored in between', async () => {
    const { tab, versions, save } = await withVersions();
    const first = await save('First');
    addRoom(tab, 'a');
    const second = await save('Second');
    expect(second.parentId).toBe(first.id);
    tab.project.editor.undo();
    addRoom(tab, 'b');
    const branch = await save('Branch');
    expect(branch.parentId).toBe(first.id);
    await versions.restore(second);
    await vi.waitFor(() => expect(versions.list()?.find(({ id }) => id === second.id)?.restoredBy).toHaveLength(1));
    expect(parentOf(versions.list() ?? [], tab.project.editor)?.name).toBe('Second');
  });

  test('is published instead of the former one, deleted, and comes back when that is undone', async () => {
    const { versions, save, notices } = await withVersions();
    const [first, second] = [await save('First'), await save('Second')];
    const published = () => versions.list()?.flatMap((version) => (version.published ? version.name : []));
    await versions.publish(first, true);
    await vi.waitFor(() => expect(published()).toEqual(['First']));
    await versions.publish(second, true);
    await vi.waitFor(() => expect(published()).toEqual(['Second']));
    await versions.remove(first);
    await vi.waitFor(() => expect(versions.list()).toHaveLength(1));
    notices.list().at(-1)?.action?.run();
    await vi.waitFor(() => expect(versions.list()).toHaveLength(2));
    expect(await versions.content(first)).not.toBeNull();
  });

  test('that is published offers to lock what people know, and to lift that when it is not any more', async () => {
    const { tab, versions, save, notices } = await withVersions();
    const first = await save('First');
    const places = new Map(firstTimetable(tab).data.assignments.map(({ eventId, timeId }) => [eventId, timeId]));
    const locked = () => tab.project.editor.data().events.filter(({ lock }) => lock?.published?.includes('time'));
    await versions.publish(first, true);
    expect(locked()).toEqual([]);
    notices.list().at(-1)?.action?.run();
    await vi.waitFor(() => expect(locked()).toHaveLength([...places.values()].filter((time) => time !== null).length));
    for (const { id, lock } of locked()) expect(lock?.timeId).toBe(places.get(id));
    await versions.publish(first, false);
    notices.list().at(-1)?.action?.run();
    await vi.waitFor(() => expect(locked()).toEqual([]));
    tab.project.editor.undo();
    tab.project.editor.undo();
    expect(tab.project.editor.undoable()).toBeNull();
  });
});

describe('a comparison', () => {
  test('of a version with now follows the edits; scores are told when they are asked for', async () => {
    const { tab, versions, save } = await withVersions();
    const first = await save('First');
    const state = createRoot(() =>
      createComparison(
        tab.services,
        tab.project,
        versions,
        () => ({ from: first, to: null }),
        () => tab.project.timetable(undefined),
        'Now',
      ),
    );
    await vi.waitFor(() => expect(state.compared()?.comparison.cards).toEqual([]));
    moveFirst(tab, 'mon@3');
    addRoom(tab, 'new');
    await vi.waitFor(() => expect(state.compared()?.comparison.lists).toHaveLength(1));
    expect(state.compared()?.comparison.cards).toMatchObject([{ eventId: 'all', kind: 'moved' }]);
    expect(state.compared()?.people.find(({ name }) => name === 'Ana')?.changes).toHaveLength(1);
    expect(state.judged()).toBeNull();
    state.judge();
    const judged = await vi.waitFor(() => {
      const both = state.judged();
      if (both === null || both === 'failed') expect.fail('not judged');
      return both;
    });
    // Ana may not teach on Monday in the first slot, but in the fourth.
    const row = ruleDifferences(judged.before, judged.after).find(({ kind }) => kind === 'unavailable');
    expect(row?.after ?? 0).toBeLessThan(row?.before ?? 0);
  });
});

describe('the list of what was done', () => {
  test('says it in sentences with names and times, and finds them', async () => {
    const { tab } = await withVersions();
    addRoom(tab, 'new');
    moveFirst(tab, 'tue@0');
    const { editor } = tab.project;
    unwrap(
      editor.apply({ action: 'remove', subject: 'rooms', count: 1 }, removeItems(editor.data(), 'rooms', ['new'])),
    );
    const list = createRoot(() => createHistoryList(tab.project, text));
    expect(list.entries().map(({ sentence }) => sentence)).toEqual([
      'Removed 1 room: Room new',
      'Placed Mathematics on Tuesday 08:00–08:50',
      'Added 1 room: Room new',
      en.historyBeginning,
    ]);
    list.setSearch('MATHEM');
    expect(list.entries().map(({ position }) => position)).toEqual([2]);
  });
});
