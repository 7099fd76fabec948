/**
 * A ZIP archive of files by their path in it; the same files always give the same bytes. The library is loaded with the
 * first archive. Its functions that answer at once are used: the others start workers from blobs, which a strict content
 * security policy forbids.
 */
export async function zip(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  // An archive knows clock times without a zone: this one is the same everywhere.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(2000, 0, 1) });
}
