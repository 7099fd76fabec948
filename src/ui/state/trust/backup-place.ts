/** Parts of the File System Access API that the library of DOM types does not know yet. Only Chromium has them. */
type Picker = (options: object) => Promise<FileSystemFileHandle>;
type Permission = (wish: { readonly mode: 'readwrite' }) => Promise<PermissionState>;

function picker(): Picker | undefined {
  return (globalThis as { readonly showSaveFilePicker?: Picker }).showSaveFilePicker;
}

export function canKeepFile(): boolean {
  return picker() !== undefined;
}

/** Null when somebody thought better of it. */
export async function chooseBackupFile(): Promise<FileSystemFileHandle | null> {
  const types = [{ description: 'Horarium', accept: { 'application/gzip': ['.horarium-backup'] } }];
  const chosen = await picker()?.({ suggestedName: 'horarium.horarium-backup', types }).catch(() => null);
  return chosen ?? null;
}

/** Whether the page may write to the file; with `ask` the user is asked, which takes a click. */
export async function mayWrite(file: FileSystemFileHandle, ask: boolean): Promise<boolean> {
  const handle = file as { queryPermission?: Permission; requestPermission?: Permission };
  try {
    if ((await handle.queryPermission?.({ mode: 'readwrite' })) === 'granted') return true;
    return ask && (await handle.requestPermission?.({ mode: 'readwrite' })) === 'granted';
  } catch {
    return false;
  }
}
