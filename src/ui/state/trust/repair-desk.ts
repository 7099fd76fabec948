import { type Accessor, createSignal } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { Result } from '../../../domain/result.ts';
import type { Examination, FormerDatabase, RawCopy, Recovery } from '../../../storage/recovery/recovery-contract.ts';
import { download } from '../files/files.ts';

export type RecoverySource = () => Promise<Recovery>;

export interface SavedCopy {
  readonly name: string;
  readonly rows: number;
  readonly unreadable: number;
}

export function rawFileName(now: Date): string {
  return `horarium-raw-${localDate(now)}.horarium-backup`;
}

/** One repair, from the look at what is there to the end. */
export interface RepairDesk {
  readonly busy: Accessor<'reading' | 'saving' | 'repairing' | null>;
  /** Null until everything was read, and where that failed. */
  readonly examination: Accessor<Examination | null>;
  readonly isRepaired: Accessor<boolean>;
  /** The raw file of this visit. */
  readonly saved: Accessor<SavedCopy | null>;
  /** Why the last thing that was tried failed. */
  readonly faults: Accessor<readonly Diagnostic[]>;
  readonly former: Accessor<readonly FormerDatabase[]>;
  examine(): Promise<void>;
  save(): Promise<void>;
  /** Without a raw file it hands one out first, and does nothing where that fails. */
  repair(): Promise<void>;
  /** True when the app will begin anew at its next start. */
  startNew(): Promise<boolean>;
  saveFormer(former: FormerDatabase): Promise<void>;
  removeFormer(former: FormerDatabase): Promise<void>;
}

/** `projectId` narrows it to one project. */
export function createRepairDesk(source: RecoverySource, projectId: string | null, now: () => Date): RepairDesk {
  const [busy, setBusy] = createSignal<'reading' | 'saving' | 'repairing' | null>(null);
  const [examination, setExamination] = createSignal<Examination | null>(null);
  const [isRepaired, setRepaired] = createSignal(false);
  const [saved, setSaved] = createSignal<SavedCopy | null>(null);
  const [faults, setFaults] = createSignal<readonly Diagnostic[]>([]);
  const [former, setFormer] = createSignal<readonly FormerDatabase[]>([]);

  /** What it was told, or null, with the reasons shown. */
  async function during<T>(what: 'reading' | 'saving' | 'repairing', work: (recovery: Recovery) => Promise<Result<T>>) {
    setBusy(what);
    setFaults([]);
    try {
      const result = await work(await source());
      if (result.ok) return result;
      setFaults(result.diagnostics);
    } finally {
      setBusy(null);
    }
    return null;
  }

  /** Packs rows and hands them to the browser's downloads; null where that failed. */
  async function handOut(pack: (recovery: Recovery) => Promise<Result<RawCopy>>): Promise<SavedCopy | null> {
    const packed = await during('saving', pack);
    if (packed === null) return null;
    const { bytes, rows, unreadable } = packed.value;
    const name = rawFileName(now());
    download(name, bytes, 'application/gzip');
    return { name, rows, unreadable };
  }

  const save = async (): Promise<boolean> => {
    const copy = await handOut((recovery) => recovery.saveRaw(projectId));
    if (copy !== null) setSaved(copy);
    return copy !== null;
  };
  const showFormer = async () => setFormer(await (await source()).former());

  return {
    busy,
    examination,
    isRepaired,
    saved,
    faults,
    former,
    async examine() {
      const found = await during('reading', (recovery) => recovery.examine(projectId));
      setExamination(found?.value ?? null);
      if (projectId === null) await showFormer();
    },
    save: async () => void (await save()),
    async repair() {
      if (saved() === null && !(await save())) return;
      const done = await during('repairing', (recovery) => recovery.repair(projectId));
      if (done === null) return;
      setExamination(done.value);
      setRepaired(true);
    },
    startNew: async () => (await during('repairing', (recovery) => recovery.startNew())) !== null,
    saveFormer: async (left) => void (await handOut(() => left.saveRaw())),
    async removeFormer(left) {
      await during('repairing', () => left.remove());
      await showFormer();
    },
  };
}
