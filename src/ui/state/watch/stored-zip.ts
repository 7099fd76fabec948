export interface ZipEntry {
  /** Path in the archive, without a slash in front. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const version = 20;
/** Names are UTF-8. */
const flags = 0x0800;
/** 1 January 1980, the first day that the format knows: the same charts make the same file. */
const date = 0x21;

/** An archive of files as they are, not compressed: pictures are already, and the rest is small. PKWARE's APPNOTE 6.3. */
export function storedZip(entries: readonly ZipEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const path = encoder.encode(name);
    const common = [...half(version), ...half(flags), ...half(0), ...half(0), ...half(date)];
    const sizes = [...word(crc32(bytes)), ...word(bytes.length), ...word(bytes.length), ...half(path.length)];
    const header = Uint8Array.from([...word(0x04034b50), ...common, ...sizes, ...half(0)]);
    directory.push(
      Uint8Array.from([
        ...[...word(0x02014b50), ...half(version), ...common, ...sizes, ...half(0), ...half(0), ...half(0)],
        ...[...half(0), ...word(0), ...word(offset)],
      ]),
      path,
    );
    parts.push(header, path, bytes);
    offset += header.length + path.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = [...half(entries.length), ...half(entries.length)];
  const end = [...word(0x06054b50), ...half(0), ...half(0), ...count, ...word(size), ...word(offset), ...half(0)];
  return joined([...parts, ...directory, Uint8Array.from(end)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function half(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function word(value: number): number[] {
  return [...half(value & 0xffff), ...half(value >>> 16)];
}

/** Cyclic redundancy check of the format: polynomial 0xedb88320, bit by bit. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (crc ^ 0xffffffff) >>> 0;
}
