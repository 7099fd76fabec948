import { gzipSync } from 'node:zlib';
import { createRoot } from 'solid-js';
import { describe, expect, test, vi } from 'vitest';
import type { Services } from '../../../src/ui/services.tsx';
import { createNotices } from '../../../src/ui/state/frame/notices.ts';
import { type BackupDesk, createBackupDesk, isBackupFile } from '../../../src/ui/state/trust/backup-desk.ts';
import { keepBackup } from '../../../src/ui/state/trust/keep-backup.ts';
import { isReminderDue } from '../../../src/ui/state/trust/reminder.ts';
import type { Translate } from '../../../src/ui/text/text.tsx';
import { content, unwrap } from '../../storage/support.ts';
import { createFakeServices } from '../../support/fake-services.ts';

const text = ((key: string) => key) as Translate; // Tests look at keys, never at words.

async function deskOf(services: Services) {
  const protect = vi.fn(async () => undefined);
  const notices = createNotices();
  return createRoot((dispose) => {
    const desk = createBackupDesk(services, { protect }, notices, text);
    return { desk, notices, protect, dispose };
  });
}

/** A file that takes what is written when it is closed, as browsers do. */
function fakeFile(permission: PermissionState = 'granted') {
  const state = { bytes: new Uint8Array(), permission };
  const handle = {
    name: 'kept.horarium-backup',
    queryPermission: async () => state.permission,
    requestPermission: async () => {
      state.permission = 'granted';
      return state.permission;
    },
    createWritable: async () => {
      let draft = new Uint8Array();
      return {
        write: async (bytes: Uint8Array<ArrayBuffer>) => {
          draft = bytes;
        },
        close: async () => {
          state.bytes = draft;
        },
      };
    },
  };
  return { state, handle: handle as unknown as FileSystemFileHandle }; // Only what is used of it.
}

const fileOf = (bytes: Uint8Array): File => new File([bytes as Uint8Array<ArrayBuffer>], 'a.horarium-backup');

async function openedOn(desk: BackupDesk, bytes: Uint8Array) {
  await desk.open(fileOf(bytes));
  const opened = desk.opened();
  if (opened === null) expect.fail('nothing is open');
  return opened;
}

describe('the backup of everything', () => {
  test('is written to a chosen file and brings it all to another browser, with one undo', async () => {
    const here = await createFakeServices();
    const { id } = unwrap(await here.storage.projects.create(content, 'ctt', []));
    const { desk } = await deskOf(here);
    const { state, handle } = fakeFile();
    expect(await desk.writeTo(handle)).toBe(true);
    expect(unwrap(await here.storage.backups.unsaved()).edits).toBe(0);

    const there = await createFakeServices();
    const other = await deskOf(there);
    const { backup, remarks } = await openedOn(other.desk, state.bytes);
    expect(remarks).toEqual([]);
    expect(backup?.projects.map((project) => project.verdict)).toEqual(['new']);
    await other.desk.add();
    expect(other.desk.opened()).toBeNull();
    expect(unwrap(await there.storage.projects.list()).map((project) => project.id)).toEqual([id]);
    const [notice] = other.notices.list();
    notice?.action?.run();
    await vi.waitFor(async () => expect(unwrap(await there.storage.projects.list())).toEqual([]));
  });

  test('that cannot be read says why and adds nothing', async () => {
    const services = await createFakeServices();
    const { desk } = await deskOf(services);
    const { backup, remarks } = await openedOn(desk, Uint8Array.of(1, 2, 3));
    expect(backup).toBeNull();
    expect(remarks.map(({ code }) => code)).toEqual(['backup.unknown']);
    await desk.add();
    expect(unwrap(await services.storage.projects.list())).toEqual([]);
  });

  test('that cannot be written is not taken for one', async () => {
    const services = await createFakeServices();
    unwrap(await services.storage.projects.create(content, 'ctt', []));
    const { desk, notices } = await deskOf(services);
    const { handle } = fakeFile();
    handle.createWritable = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    expect(await desk.writeTo(handle)).toBe(false);
    expect(notices.list()).toMatchObject([{ kind: 'error' }]);
    expect(unwrap(await services.storage.backups.note()).savedAt).toBeNull();
    expect(unwrap(await services.storage.backups.unsaved()).edits).toBe(1);
  });

  test.each([
    ['NotAllowedError', 'backupDenied'],
    ['NotFoundError', 'backupGone'],
    ['QuotaExceededError', 'backupFull'],
    ['NoModificationAllowedError', 'backupInUse'],
  ])('%s of the browser is told in the words of the app', async (name, words) => {
    const services = await createFakeServices();
    const { desk } = await deskOf(services);
    const { handle } = fakeFile();
    const { createWritable } = handle;
    handle.createWritable = () => Promise.reject(new DOMException('in English', name));
    expect(await desk.writeTo(handle)).toBe(false);
    expect(desk.failed()).toBe(words);
    handle.createWritable = createWritable;
    expect(await desk.writeTo(handle)).toBe(true);
    expect(desk.failed()).toBeNull();
  });

  test('is known by its name, and without it by how it begins', async () => {
    const services = await createFakeServices();
    unwrap(await services.storage.projects.create(content, 'ctt', []));
    const { desk } = await deskOf(services);
    const { state, handle } = fakeFile();
    await desk.writeTo(handle);
    const named = (name: string, bytes: Uint8Array) => new File([bytes as Uint8Array<ArrayBuffer>], name);
    const packed = (content: string) => gzipSync(new TextEncoder().encode(content));
    expect(await isBackupFile(named('horarium-2026-02-03.horarium-backup', new Uint8Array()))).toBe(true);
    expect(await isBackupFile(named('backup.gz', state.bytes))).toBe(true);
    expect(await isBackupFile(named('backup', state.bytes.slice(0, state.bytes.length - 9)))).toBe(true);
    const project = packed('{"format":"horarium","version":1}');
    expect(await isBackupFile(named('school.horarium.json.gz', project))).toBe(false);
    for (const bytes of [[], [0x1f, 0x8b], [0x1f, 0x8b, 8, 0, 1, 2, 3]]) {
      expect(await isBackupFile(named('a', Uint8Array.from(bytes)))).toBe(false);
    }
  });
});

describe('a reminder', () => {
  const now = new Date('2026-02-10T12:00:00Z');
  test.each([
    [100, '2026-02-10T11:00:00Z', null, true],
    [99, '2026-02-10T11:00:00Z', null, false],
    [1, '2026-02-03T11:00:00Z', null, true],
    [0, '2026-01-01T00:00:00Z', null, false],
    [500, '2026-01-01T00:00:00Z', '2026-02-10T01:00:00Z', false],
    [500, '2026-01-01T00:00:00Z', '2026-02-09T11:00:00Z', true],
    // as a clock notes that is a year ahead
    [500, '2026-01-01T00:00:00Z', '2027-02-10T12:00:00Z', true],
    [1, '2027-02-10T12:00:00Z', null, true],
  ])('after %i edits since %s, reminded %s: %s', (edits, since, remindedAt, due) => {
    expect(isReminderDue({ edits, since }, { remindedAt }, now)).toBe(due);
  });
});

describe('minutes after a change', () => {
  test('the chosen file is written by itself; without leave to do so it is asked for once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const services = await createFakeServices({ clock: { now: () => new Date('2999-01-01'), newId: () => 'x' } });
      const { storage } = services;
      const { desk, notices } = await deskOf(services);
      const { state, handle } = fakeFile();
      // A handle has functions, which only a real one takes along into the database.
      const note = vi.spyOn(storage.backups, 'note');
      const withFile = async (remindedAt: string | null) => {
        note.mockResolvedValue({
          ok: true,
          value: { savedAt: null, remindedAt, steps: {}, file: handle },
          diagnostics: [],
        });
      };
      await withFile(null);
      const stop = keepBackup(services, desk, notices, text);
      unwrap(await storage.projects.create(content, 'ctt', []));
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
      expect(state.bytes).toHaveLength(0);
      await vi.advanceTimersByTimeAsync(180_000);
      await vi.waitFor(() => expect(desk.written()).toBe(1));
      expect(state.bytes.length).toBeGreaterThan(100);

      state.permission = 'prompt';
      unwrap(await storage.projects.create(content, 'ctt', []));
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
      await vi.advanceTimersByTimeAsync(180_000);
      await vi.waitFor(() => expect(notices.list().map((notice) => notice.text)).toEqual(['backupAllow']));
      notices.list()[0]?.action?.run();
      await vi.waitFor(() => expect(desk.written()).toBe(2));
      stop();
    } finally {
      vi.useRealTimers();
    }
  });
});
