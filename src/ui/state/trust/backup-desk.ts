import { type Accessor, createSignal } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { OpenedBackup } from '../../../storage/backup/backup-contract.ts';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import { download } from '../files/files.ts';
import type { Notices } from '../frame/notices.ts';
import { undoSeconds } from '../project/project-list.ts';
import { remarkText } from '../words/message-text.ts';
import type { StorageState } from './storage-state.ts';

const extension = '.horarium-backup';

/** First bytes of a backup, unpacked. */
const beginning = '{"format":"horarium-backup"';
/** Of the file: more than enough for them. */
const headBytes = 4096;

/** By its name, or, where that was changed, by how it begins; no more is read of it. */
export async function isBackupFile(file: File): Promise<boolean> {
  if (file.name.includes(extension)) return true;
  try {
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    const isPacked = head[0] === 0x1f && head[1] === 0x8b;
    return new TextDecoder().decode(isPacked ? await firstUnpacked(head) : head).startsWith(beginning);
  } catch {
    return false;
  }
}

async function firstUnpacked(head: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const { readable, writable } = new DecompressionStream('gzip');
  const first = readable.getReader().read();
  const writer = writable.getWriter();
  // It is a part of a file, so these fail; what came before that has been read.
  for (const end of [writer.write(head), writer.close()]) end.catch(() => undefined);
  return (await first).value;
}

/** A backup that is looked at; without `backup` it is being read, or could not be. */
export interface BackupOnDesk {
  readonly name: string;
  readonly isReading: boolean;
  readonly backup: OpenedBackup | null;
  readonly remarks: readonly Diagnostic[];
}

export interface BackupDesk {
  readonly opened: Accessor<BackupOnDesk | null>;
  readonly isSaving: Accessor<boolean>;
  /** Counts the backups that were written in this tab. */
  readonly written: Accessor<number>;
  /** Why the last one of this tab could not be written; null when it was. */
  readonly failed: Accessor<string | null>;
  /** Hands a file of everything to the browser's downloads. */
  save(): Promise<void>;
  /** Writes it to a file that was chosen; false, with a notice, when that failed. */
  writeTo(file: FileSystemFileHandle): Promise<boolean>;
  open(file: File): Promise<void>;
  /** Adds what is new in the opened one, some of it in place of what is here, and offers to take that back. */
  add(inPlace?: ReadonlySet<string>): Promise<void>;
  close(): void;
}

export function createBackupDesk(
  services: Services,
  storage: Pick<StorageState, 'protect'>,
  notices: Notices,
  text: Translate,
): BackupDesk {
  const { backups } = services.storage;
  const [opened, setOpened] = createSignal<BackupOnDesk | null>(null);
  const { isSaving, written, failed, write } = createWriting(services, notices, text);
  return {
    opened,
    isSaving,
    written,
    failed,
    async save() {
      const name = `horarium-${localDate(services.clock.now())}${extension}`;
      const done = await write((bytes, projects) => {
        download(name, bytes, 'application/gzip');
        notices.tell(text('backupSaved', { name, projects }));
      });
      if (done) await storage.protect();
    },
    writeTo: (file) =>
      write(async (bytes) => {
        const stream = await file.createWritable();
        // The bytes come from a stream's own buffer, never a shared one. The file is replaced when it is closed.
        await stream.write(bytes as Uint8Array<ArrayBuffer>);
        await stream.close();
      }),
    async open(file) {
      const { name } = file;
      const reading: BackupOnDesk = { name, isReading: true, backup: null, remarks: [] };
      setOpened(reading);
      const result = await file.arrayBuffer().then(
        (buffer) => backups.open(new Uint8Array(buffer)),
        // Moved or deleted meanwhile: the same as no backup.
        () => backups.open(new Uint8Array()),
      );
      // Somebody may have closed it meanwhile.
      if (opened() !== reading) return;
      const backup = result.ok ? result.value : null;
      setOpened({ name, isReading: false, backup, remarks: result.diagnostics });
    },
    async add(inPlace) {
      const backup = opened()?.backup;
      if (backup == null) return;
      const added = await backup.add(inPlace);
      if (!added.ok) {
        setOpened((before) => (before === null ? null : { ...before, remarks: added.diagnostics }));
        return;
      }
      setOpened(null);
      const undo = async () => {
        const back = await backup.takeBack();
        if (!back.ok) notices.complain(remarkText(back.diagnostics[0]));
      };
      notices.offer(text('restoreAdded', { count: added.value.length }), text('undo'), undo, undoSeconds * 2);
    },
    close: () => void setOpened(null),
  };
}

/** Writing backups, one at a time. */
function createWriting({ storage: { backups }, clock }: Services, notices: Notices, text: Translate) {
  const [isSaving, setSaving] = createSignal(false);
  const [written, setWritten] = createSignal(0);
  const [failed, setFailed] = createSignal<string | null>(null);
  const complain = (cause: string) => {
    setFailed(cause);
    notices.complain(text('backupFailed', { cause }));
    return false;
  };

  /** Packs everything and hands it out; remembered only when that went well. */
  async function write(handOut: (bytes: Uint8Array, projects: number) => Promise<void> | void): Promise<boolean> {
    if (isSaving()) return false;
    setSaving(true);
    try {
      const packed = await backups.pack();
      if (!packed.ok) return complain(remarkText(packed.diagnostics[0]));
      const { bytes, projects, steps } = packed.value;
      await handOut(bytes, projects);
      await backups.changeNote({ savedAt: clock.now().toISOString(), steps });
      setFailed(null);
      setWritten((count) => count + 1);
      return true;
    } catch (cause) {
      return complain(causeText(cause, text));
    } finally {
      setSaving(false);
    }
  }
  return { isSaving, written, failed, write };
}

/** What browsers say where a file cannot be written, by the names of their errors. */
const knownCauses = {
  NotAllowedError: 'backupDenied',
  SecurityError: 'backupDenied',
  NotFoundError: 'backupGone',
  QuotaExceededError: 'backupFull',
  NoModificationAllowedError: 'backupInUse',
  InvalidStateError: 'backupInUse',
} as const;

function causeText(cause: unknown, text: Translate): string {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  return name in knownCauses ? text(knownCauses[name as keyof typeof knownCauses]) : String(cause);
}
