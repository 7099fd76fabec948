import { describe, expect, test, vi } from 'vitest';
import { error } from '../../src/domain/diagnostic.ts';
import { putItem } from '../../src/domain/operations/changes-of.ts';
import { failure } from '../../src/domain/result.ts';
import type { Histories } from '../../src/storage/history-contract.ts';
import { codesOf, FakeLocks, openTab, unwrap, withFreshDatabase } from '../storage/support.ts';
import { addProject, openProject, type ProjectTab } from './support/project-tab.ts';

withFreshDatabase();

function renameRoom({ project: { editor } }: ProjectTab, name: string) {
  const room = editor.data().rooms[0];
  if (room === undefined) expect.fail('no room');
  return editor.apply({ action: 'change' }, [putItem(editor.data(), 'rooms', { ...room, name })]);
}

const roomName = ({ project }: ProjectTab) => project.editor.data().rooms[0]?.name;
const becomes = (tab: ProjectTab, name: string) => vi.waitFor(() => expect(roomName(tab)).toBe(name));

async function twoTabs() {
  const locks = new FakeLocks();
  const browserTabs = [locks.tab(), locks.tab()] as const;
  const storages = [await openTab(browserTabs[0].manager), await openTab(browserTabs[1].manager)] as const;
  const id = await addProject(storages[0]);
  const first = await openProject(storages[0], id);
  const second = await openProject(storages[1], id);
  return { id, first, second, browserTabs };
}

describe('a project that is open in two tabs', () => {
  test('is edited in the first one; the second sees it live and refuses to change anything', async () => {
    const { first, second } = await twoTabs();
    expect([first.project.editor.right(), second.project.editor.right()]).toEqual(['editing', 'following']);
    unwrap(renameRoom(first, 'Hall'));
    await becomes(second, 'Hall');
    expect(codesOf(renameRoom(second, 'Mine'))).toEqual(['history.elsewhere']);
    second.project.editor.undo();
    expect(roomName(second)).toBe('Hall');
    first.project.editor.undo();
    await becomes(second, 'Room 1');
    expect(second.project.editor.redoable()?.action).toBe('change');
    await first.leave();
    await second.leave();
  });

  test('is handed on when the second takes over, with every edit and the whole history', async () => {
    const { first, second } = await twoTabs();
    unwrap(renameRoom(first, 'Hall'));
    second.project.editor.takeOver();
    unwrap(renameRoom(first, 'Hall 2'));
    await vi.waitFor(() => expect(second.project.editor.right()).toBe('editing'));
    expect(first.project.editor.right()).toBe('following');
    await becomes(second, 'Hall 2');
    unwrap(renameRoom(second, 'Aula'));
    await becomes(first, 'Aula');
    second.project.editor.goTo(0);
    await becomes(first, 'Room 1');
    expect(codesOf(renameRoom(first, 'Mine'))).toEqual(['history.elsewhere']);
    first.project.editor.takeOver();
    await vi.waitFor(() => expect(first.project.editor.right()).toBe('editing'));
    await first.leave();
    await second.leave();
  });

  test('is edited by the second once the first is gone, however it went', async () => {
    const { first, second, browserTabs } = await twoTabs();
    unwrap(renameRoom(first, 'Hall'));
    await first.logged();
    browserTabs[0].close();
    await vi.waitFor(() => expect(second.project.editor.right()).toBe('editing'));
    await becomes(second, 'Hall');
    unwrap(renameRoom(second, 'Aula'));
    await second.leave();
  });

  test('is taken from a tab that does not answer', { timeout: 15_000 }, async () => {
    const { first, second } = await twoTabs();
    // A frozen tab: it hears nothing.
    const silent = vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => undefined);
    second.project.editor.takeOver();
    await vi.waitFor(() => expect(second.project.editor.right()).toBe('editing'), 10_000);
    expect(first.project.editor.right()).toBe('following');
    silent.mockRestore();
    await first.leave();
    await second.leave();
  });
});

describe('a project that is opened again while edits of it wait to be stored', () => {
  const waitingTab = async (locks = new FakeLocks()) => {
    const opened = await openTab(locks.tab().manager);
    let isFull = true;
    const full = failure<null>([error('storage.quota', 'No space.')]);
    const append: Histories['append'] = async (...given) => (isFull ? full : opened.histories.append(...given));
    const storage = { ...opened, histories: { ...opened.histories, append } };
    const id = await addProject(storage);
    const before = await openProject(storage, id);
    unwrap(renameRoom(before, 'Hall'));
    await before.leave();
    const freeTheDisk = () => {
      isFull = false;
    };
    return { id, storage, freeTheDisk };
  };

  test('says that they wait, and is edited with them once they are stored', { timeout: 20_000 }, async () => {
    const { id, storage, freeTheDisk } = await waitingTab();
    const again = await openProject(storage, id);
    expect(again.project.editor.right()).toBe('storing');
    expect(codesOf(renameRoom(again, 'Mine'))).toEqual(['history.storing']);
    again.project.editor.takeOver();
    expect(roomName(again)).toBe('Room 1');
    freeTheDisk();
    await vi.waitFor(() => expect(again.project.editor.right()).toBe('editing'), 15_000);
    await becomes(again, 'Hall');
    unwrap(renameRoom(again, 'Aula'));
    await again.leave();
  });

  test('follows when another tab was before it', { timeout: 20_000 }, async () => {
    const locks = new FakeLocks();
    const { id, storage, freeTheDisk } = await waitingTab(locks);
    const other = await openProject(await openTab(locks.tab().manager), id);
    expect(other.project.editor.right()).toBe('following');
    const again = await openProject(storage, id);
    freeTheDisk();
    await vi.waitFor(() => expect(other.project.editor.right()).toBe('editing'), 15_000);
    await vi.waitFor(() => expect(again.project.editor.right()).toBe('following'));
    await other.leave();
    await again.leave();
  });
});

describe('without locks', () => {
  test('an edit that another tab came before is refused, and both show the same', async () => {
    const storages = [await openTab(), await openTab()] as const;
    const id = await addProject(storages[0]);
    const [first, second] = [await openProject(storages[0], id), await openProject(storages[1], id)];
    unwrap(renameRoom(first, 'Hall'));
    unwrap(renameRoom(second, 'Aula'));
    await vi.waitFor(() => expect(roomName(first)).toBe(roomName(second)));
    await first.logged();
    const troubled = [first, second].filter(({ project }) => project.editor.happened()?.kind === 'trouble');
    expect(troubled).toHaveLength(1);
    expect(unwrap(await storages[0].histories.steps(id, 0))).toHaveLength(1);
    unwrap(renameRoom(second, 'Later'));
    await becomes(first, 'Later');
  });
});
