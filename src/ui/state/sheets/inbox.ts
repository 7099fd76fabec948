import { type Accessor, createSignal } from 'solid-js';
import { type Diagnostic, error } from '../../../domain/diagnostic.ts';
import { type Result, success } from '../../../domain/result.ts';
import type { Sheet } from '../../../domain/sheets/sheet.ts';
import type { SourceFile } from '../../../formats/format.ts';
import type { Services } from '../../services.tsx';
import { loadFiles } from '../files/load-files.ts';

/** Sheets that were chosen, dropped or pasted and are not imported yet; they wait while a project is chosen. */
export interface SheetInbox {
  readonly sheets: Accessor<readonly Sheet[]>;
  readonly remarks: Accessor<readonly Diagnostic[]>;
  readonly isReading: Accessor<boolean>;
  /** Adds the sheets of files to those that are there. */
  addFiles(files: readonly File[]): Promise<void>;
  /** `name` stands for the file. */
  addText(name: string, text: string): Promise<void>;
  clear(): void;
}

/** By its name: what is inside is looked at when it is read. Old and foreign forms are told what to do there. */
export function isSheetFile({ name }: { readonly name: string }): boolean {
  return /\.(?:csv|tsv|tab|txt|xlsx|xlsm|xls|ods|numbers)$/i.test(name);
}

export function createSheetInbox(services: Services): SheetInbox {
  const [sheets, setSheets] = createSignal<readonly Sheet[]>([]);
  const [remarks, setRemarks] = createSignal<readonly Diagnostic[]>([]);
  const [reading, setReading] = createSignal(0);

  async function add(load: () => Promise<Result<readonly SourceFile[]>>): Promise<void> {
    setReading((count) => count + 1);
    try {
      const files = await load();
      const read = files.ok ? await services.formats.readSheets(files.value) : files;
      setRemarks((before) => [...before, ...read.diagnostics]);
      if (read.ok) setSheets((before) => [...before, ...read.value]);
    } catch (cause) {
      const unreadable = error('file.unreadable', 'The file could not be read.', { value: String(cause) });
      setRemarks((before) => [...before, unreadable]);
    } finally {
      setReading((count) => count - 1);
    }
  }

  return {
    sheets,
    remarks,
    isReading: () => reading() > 0,
    addFiles: (files) => add(() => loadFiles(files)),
    addText: (name, text) => add(async () => success([{ name, bytes: new TextEncoder().encode(text) }])),
    clear() {
      setSheets([]);
      setRemarks([]);
    },
  };
}
