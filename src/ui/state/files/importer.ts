import { type Accessor, createSignal } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { error } from '../../../domain/diagnostic.ts';
import { type Result, success } from '../../../domain/result.ts';
import type { SavedRun, SourceFile } from '../../../formats/format.ts';
import type { ReadProject } from '../../../formats/registry.ts';
import type { SampleName, Services } from '../../services.tsx';
import { loadFiles, namesOf } from './load-files.ts';
import { createLockedFiles, type LockedFiles } from './locked-files.ts';

export type ImportState =
  | { readonly status: 'idle' }
  | { readonly status: 'reading'; readonly name: string }
  | { readonly status: 'failed'; readonly name: string; readonly diagnostics: readonly Diagnostic[] };

/** A run that a file holds: what is to become of it is asked. */
export interface OpenedRunFile {
  readonly name: string;
  readonly content: ReadProject;
  readonly run: SavedRun;
  readonly remarks: readonly Diagnostic[];
}

export interface Importer {
  readonly state: Accessor<ImportState>;
  readonly openedRun: Accessor<OpenedRunFile | null>;
  closeRun(): void;
  /** Reads files that belong together into a new project; the id of the project, or null when that failed or a run is to be asked for. */
  importFiles(files: readonly File[]): Promise<string | null>;
  openSample(name: SampleName): Promise<string | null>;
  dismiss(): void;
}

/** The only way into the projects: whatever fails here leaves the stored projects as they are. */
export function createImporter(services: Services, lockedFiles: LockedFiles = createLockedFiles(services)): Importer {
  const [state, setState] = createSignal<ImportState>({ status: 'idle' });
  const [openedRun, setOpenedRun] = createSignal<OpenedRunFile | null>(null);

  async function take(name: string, source: string | null, load: () => Promise<Result<readonly SourceFile[]>>) {
    if (state().status === 'reading') return null;
    setState({ status: 'reading', name });
    try {
      const files = await load();
      if (!files.ok) return fail(name, files.diagnostics);
      const read = await lockedFiles.read(files.value);
      if (!read.ok) return fail(name, read.diagnostics);
      const { run } = read.value;
      if (run !== undefined) {
        setState({ status: 'idle' });
        setOpenedRun({ name, content: read.value, run, remarks: read.diagnostics });
        return null;
      }
      const stored = await services.storage.projects.create(read.value, source ?? read.value.source, read.diagnostics);
      if (!stored.ok) return fail(name, stored.diagnostics);
      setState({ status: 'idle' });
      return stored.value.id;
    } catch (cause) {
      return fail(name, [error('file.unreadable', 'The file could not be read.', { value: String(cause) })]);
    }
  }

  function fail(name: string, diagnostics: readonly Diagnostic[]): null {
    setState({ status: 'failed', name, diagnostics });
    return null;
  }

  return {
    state,
    openedRun,
    closeRun: () => void setOpenedRun(null),
    importFiles(files) {
      if (files.length === 0) return Promise.resolve(null);
      const name = namesOf(files);
      return take(name, null, () => loadFiles(files));
    },
    openSample: (name) => take(name, `sample:${name}`, async () => success([await services.samples.fetch(name)])),
    dismiss: () => setState({ status: 'idle' }),
  };
}
