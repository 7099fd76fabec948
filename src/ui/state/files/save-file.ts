/** Ways of a file out of the page: what the browser has of them, the plain download everywhere. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Part of the File System Access API, which the library of DOM types does not know yet. */
type SavePicker = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

function savePicker(): SavePicker | null {
  // Only Chromium has it.
  return (globalThis as { readonly showSaveFilePicker?: SavePicker }).showSaveFilePicker ?? null;
}

export function canChoosePlace(): boolean {
  return savePicker() !== null;
}

/** Asks where to save; false when the user thought better of it. Throws what the browser says when it cannot be written. */
export async function saveAs(file: NamedFile): Promise<boolean> {
  const handle = await savePicker()?.({ suggestedName: file.name }).catch(unlessAborted);
  if (handle === undefined || handle === null) return false;
  const stream = await handle.createWritable();
  await stream.write(blobOf(file));
  await stream.close();
  return true;
}

/** Whether the device has somewhere to send such a file to. */
export function canSend(file: NamedFile): boolean {
  return navigator.canShare?.({ files: [shared(file)] }) === true;
}

/** Hands the file to another program of the device; false when the user thought better of it. */
export async function send(file: NamedFile): Promise<boolean> {
  const answer = await navigator.share({ files: [shared(file)], title: file.name }).catch(unlessAborted);
  return answer !== null;
}

function blobOf({ bytes, mediaType }: NamedFile): Blob {
  // The bytes come from a worker's own buffer, never a shared one.
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
}

function shared(file: NamedFile): File {
  return new File([blobOf(file)], file.name, { type: file.mediaType });
}

function unlessAborted(cause: unknown): null {
  if (cause instanceof DOMException && cause.name === 'AbortError') return null;
  throw cause;
}
