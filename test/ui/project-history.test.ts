import { createRoot } from 'solid-js';
import { describe, expect, test, vi } from 'vitest';
import { assign, putItem, removeItems } from '../../src/domain/operations/changes-of.ts';
import { Random } from '../../src/domain/random.ts';
import type { AssignmentData, TimetableData } from '../../src/domain/timetable.ts';
import { createBuiltProblems } from '../../src/ui/state/project/built-problems.ts';
import { createProjectStatus } from '../../src/ui/state/project/project.ts';
import { codesOf, openTab, unwrap, withFreshDatabase, withRawDatabase } from '../storage/support.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { randomEdit } from '../support/random-edits.ts';
import { addProject, firstTimetable, openProject, type ProjectTab } from './support/project-tab.ts';

withFreshDatabase();

function edit(tab: ProjectTab, random: Random): void {
  const { id, data } = firstTimetable(tab);
  const { editor } = tab.project;
  const { label, changes } = randomEdit(() => random.below(2 ** 30) / 2 ** 30, editor.data(), id, data);
  unwrap(editor.apply(label, changes));
}

function stateOf(tab: ProjectTab) {
  return { problem: tab.project.editor.data(), timetable: firstTimetable(tab).data };
}

function renameRoom({ project: { editor } }: ProjectTab, name: string): void {
  const room = editor.data().rooms[0];
  if (room === undefined) expect.fail('no room');
  unwrap(editor.apply({ action: 'change', subject: name }, [putItem(editor.data(), 'rooms', { ...room, name })]));
}

const roomName = ({ project }: ProjectTab) => project.editor.data().rooms[0]?.name;

describe('the history', () => {
  test('200 edits with a reload in between, taken back one by one, give back the identical project', async () => {
    const id = await addProject(await openTab());
    const random = new Random(7);
    let tab = await openProject(await openTab(), id);
    const states = [stateOf(tab)];
    const record = () => {
      if (tab.project.editor.position() === states.length) states.push(stateOf(tab));
    };
    for (let count = 0; count < 100; count++) {
      edit(tab, random);
      record();
    }
    await tab.leave();
    // Once from the snapshot, once from the log alone.
    tab = await openProject(await openTab(), id);
    expect(stateOf(tab)).toEqual(states.at(-1));
    for (let count = 0; count < 100; count++) {
      edit(tab, random);
      record();
    }
    await tab.logged();
    tab = await openProject(await openTab(), id);
    expect(tab.project.editor.position()).toBe(states.length - 1);
    for (const state of states.slice(0, -1).reverse()) {
      tab.project.editor.undo();
      expect(stateOf(tab)).toEqual(state);
    }
    expect(tab.project.editor.undoable()).toBeNull();
    tab.project.editor.goTo(states.length - 1);
    expect(stateOf(tab)).toEqual(states.at(-1));
  });

  test('survives a tab that is killed before anything but the log is written', async () => {
    const id = await addProject(await openTab());
    const killed = await openProject(await openTab(), id);
    renameRoom(killed, 'One');
    renameRoom(killed, 'Two');
    renameRoom(killed, 'Three');
    killed.project.editor.undo();
    const { id: timetableId, data } = firstTimetable(killed);
    unwrap(killed.project.editor.apply({ action: 'place' }, assign(timetableId, data, [moved(data, 'tue@1')])));
    killed.project.editor.undo();
    killed.project.editor.redo();
    await killed.logged();
    const storage = await openTab();
    const stored = unwrap(await storage.projects.get(id));
    expect(stored.storedSeq).toBe(0);
    expect(stored.problem).toEqual(killed.project.editor.data());
    expect(unwrap(await storage.timetables.list(id))[0]?.timetable).toEqual(firstTimetable(killed).data);
    const again = await openProject(storage, id);
    expect(stateOf(again)).toEqual(stateOf(killed));
    expect(again.project.editor.operations().map(({ label }) => label.action)).toEqual(['change', 'change', 'place']);
    again.project.editor.goTo(0);
    expect(roomName(again)).toBe('Room 1');
  });

  test('loses a damaged last edit and no other, and goes on', async () => {
    const id = await addProject(await openTab());
    const killed = await openProject(await openTab(), id);
    renameRoom(killed, 'One');
    renameRoom(killed, 'Two');
    await killed.logged();
    await withRawDatabase(async (dexie) => {
      const last = await dexie.table('operations').toCollection().last();
      await dexie.table('operations').put({ ...last, packed: [new Uint8Array([1, 2, 3])] });
    });
    const storage = await openTab();
    const found = await storage.projects.get(id);
    expect(codesOf(found)).toEqual(['history.lost']);
    const tab = await openProject(storage, id);
    expect(roomName(tab)).toBe('One');
    await vi.waitFor(() => expect(tab.project.editor.happened()).toMatchObject({ kind: 'trouble' }));
    renameRoom(tab, 'Three');
    await tab.logged();
    const after = await openProject(await openTab(), id);
    expect(roomName(after)).toBe('Three');
    after.project.editor.undo();
    expect(roomName(after)).toBe('One');
  });

  test('keeps the edits when the row of an earlier one is damaged, and begins after it', async () => {
    const id = await addProject(await openTab());
    const tab = await openProject(await openTab(), id);
    for (const name of ['One', 'Two', 'Three']) renameRoom(tab, name);
    await tab.leave();
    await withRawDatabase(async (dexie) => {
      const [, second] = await dexie.table('operations').toArray();
      await dexie.table('operations').put({ ...second, kind: 'noise' });
    });
    const again = await openProject(await openTab(), id);
    expect(roomName(again)).toBe('Three');
    expect(again.project.editor.operations()).toHaveLength(1);
    again.project.editor.undo();
    expect(roomName(again)).toBe('Two');
    expect(again.project.editor.undoable()).toBeNull();
  });

  test('does not know an edit with which the data made no sense', async () => {
    const id = await addProject(await openTab());
    const tab = await openProject(await openTab(), id);
    renameRoom(tab, 'One');
    const { editor } = tab.project;
    unwrap(editor.apply({ action: 'remove' }, removeItems(editor.data(), 'courses', ['maths'])));
    await vi.waitFor(() => expect(tab.refused.length).toBeGreaterThan(0));
    expect(editor.data().courses).toHaveLength(2);
    expect(editor.operations()).toHaveLength(1);
    expect(editor.redoable()).toBeNull();
    await tab.leave();
    const again = await openProject(await openTab(), id);
    expect(again.project.editor.operations()).toHaveLength(1);
    expect(roomName(again)).toBe('One');
  });

  test('takes back an edit with which the data made no sense, when the tab was killed before it could', async () => {
    const storage = await openTab();
    const id = await addProject(storage);
    const before = unwrap(await storage.projects.get(id));
    const gone = removeItems(before.problem, 'courses', ['maths']);
    const room = { id: 'r3', name: 'Room 3', capacity: 10 };
    const at = '2026-01-01T00:00:00.000Z';
    for (const [seq, changes] of [[1, [putItem(before.problem, 'rooms', room)]] as const, [2, gone] as const]) {
      unwrap(await storage.histories.append(id, { kind: 'do', seq, at, label: { action: 'change' }, changes }));
    }
    const services = await createFakeServices({ storage: await openTab() });
    const status = createRoot(() => createProjectStatus(services, createBuiltProblems(), () => id));
    await vi.waitFor(() => expect(status().status).toBe('ready'));
    const opened = unwrap(await storage.projects.get(id));
    expect(opened.problem.courses).toEqual(before.problem.courses);
    expect(opened.problem.rooms).toHaveLength(3);
    expect((await openProject(storage, id)).project.editor.operations()).toHaveLength(1);
  });

  test('forgets what was taken back once something else is done', async () => {
    const id = await addProject(await openTab());
    const tab = await openProject(await openTab(), id);
    renameRoom(tab, 'One');
    renameRoom(tab, 'Two');
    tab.project.editor.undo();
    renameRoom(tab, 'Three');
    expect(tab.project.editor.redoable()).toBeNull();
    await tab.leave();
    const again = await openProject(await openTab(), id);
    expect(again.project.editor.operations().map(({ label }) => label.subject)).toEqual(['One', 'Three']);
    again.project.editor.undo();
    expect(roomName(again)).toBe('One');
  });

  test('of 1,000 operations is there as a whole, whatever of it the snapshot has', async () => {
    const id = await addProject(await openTab());
    const random = new Random(3);
    const tab = await openProject(await openTab(), id);
    for (let count = 0; count < 1000; count++) edit(tab, random);
    await tab.logged();
    const made = tab.project.editor.operations().length;
    const killed = await openProject(await openTab(), id);
    await vi.waitFor(() => expect(killed.project.editor.operations()).toHaveLength(made));
    expect(stateOf(killed)).toEqual(stateOf(tab));
    await tab.leave();
    const stored = unwrap(await (await openTab()).projects.get(id));
    expect(stored.storedSeq).toBe(stored.seq);
  });

  test('is not kept for ever: what goes is told, what stays can be taken back, and nothing else is lost', async () => {
    const id = await addProject(await openTab());
    const random = new Random(11);
    let tab = await openProject(await openTab(), id);
    const states = [stateOf(tab)];
    for (let count = 0; count < 30; count++) {
      edit(tab, random);
      states.push(stateOf(tab));
    }
    expect(tab.project.editor.since()).toBeNull();
    await tab.leave();
    const limits = { bytes: 0, leastSteps: 20 };
    tab = await openProject(await openTab(), id, limits);
    const { editor } = tab.project;
    await vi.waitFor(() => expect(editor.operations()).toHaveLength(20));
    expect(editor.since()).not.toBeNull();
    expect(unwrap(await (await openTab()).histories.steps(id, 0))[0]?.seq).toBe(11);
    expect(stateOf(tab)).toEqual(states[30]);
    editor.goTo(0);
    expect(stateOf(tab)).toEqual(states[10]);
    editor.redo();
    await tab.logged();
    // a tab that was killed is found again from the log alone
    const killed = await openProject(await openTab(), id);
    expect(stateOf(killed)).toEqual(states[11]);
    expect(killed.project.editor.since()).not.toBeNull();
  });

  test('is not cut while the last steps are only in the log', async () => {
    const storage = await openTab();
    const id = await addProject(storage);
    const tab = await openProject(await openTab(), id);
    renameRoom(tab, 'One');
    renameRoom(tab, 'Two');
    await tab.logged();
    expect(unwrap(await storage.histories.prune(id, 2))).toBe(false);
    expect(unwrap(await storage.histories.steps(id, 0))).toHaveLength(2);
    await tab.leave();
    expect(unwrap(await storage.histories.prune(id, 2))).toBe(true);
    expect(unwrap(await storage.histories.steps(id, 0)).map(({ seq }) => seq)).toEqual([2]);
  });

  test('keeps what an edited timetable is worth, and the timetable that is looked at', async () => {
    const storage = await openTab();
    const id = await addProject(storage);
    const other = { unplaced: 9, hard: 9, soft: 9 };
    const [first] = unwrap(await storage.timetables.list(id));
    if (first === undefined) expect.fail('no timetable');
    unwrap(await storage.timetables.put({ ...first, score: { unplaced: 0, hard: 0, soft: 1 } }));
    unwrap(await storage.timetables.put({ ...first, id: 'other', name: 'Other', score: other }));
    const tab = await openProject(storage, id);
    await vi.waitFor(() => expect(tab.project.timetables()).toHaveLength(2));
    const { editor, timetable, evaluations } = tab.project;
    createRoot(() => evaluations.follow(() => timetable(undefined)));
    const changes = assign(first.id, first.timetable, [moved(first.timetable, 'tue@1')]);
    unwrap(editor.apply({ action: 'place' }, changes));
    expect(timetable(undefined)?.id).toBe(first.id);
    await vi.waitFor(() => expect(timetable(undefined)?.score).not.toBeNull());
    const score = timetable(undefined)?.score;
    await tab.leave();
    expect(unwrap(await (await openTab()).timetables.get(first.id))).toMatchObject({ score });
  });

  test('goes with its project and comes back with it', async () => {
    const storage = await openTab();
    const id = await addProject(storage);
    const tab = await openProject(storage, id);
    renameRoom(tab, 'One');
    await tab.leave();
    const removed = unwrap(await storage.projects.remove(id));
    expect(unwrap(await storage.histories.steps(id, 0))).toEqual([]);
    unwrap(await storage.projects.restore(removed));
    expect(unwrap(await storage.histories.steps(id, 0))).toHaveLength(1);
  });
});

function moved(data: TimetableData, timeId: string): AssignmentData {
  const [row] = data.assignments;
  if (row === undefined) expect.fail('no event');
  return { ...row, timeId };
}
