/** Grows a block of little-endian bytes; equal rows are stored once. Offsets are bytes from the start of the image. */
export class ImageWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #length: number;
  readonly #rows = new Map<number, { readonly offset: number; readonly length: number }[]>();

  constructor(headerWords: number) {
    this.#bytes = new Uint8Array(1 << 16);
    this.#view = new DataView(this.#bytes.buffer);
    this.#length = headerWords * 4;
  }

  get length(): number {
    return this.#length;
  }

  setWord(word: number, value: number): void {
    this.#view.setInt32(word * 4, value, true);
  }

  wordAt(offset: number): number {
    return this.#view.getInt32(offset, true);
  }

  setAt(offset: number, value: number): void {
    this.#view.setInt32(offset, value, true);
  }

  /** Room for a section of `bytes` zero bytes, 16-byte aligned; returns its offset. */
  reserve(bytes: number): number {
    const offset = (this.#length + 15) & ~15;
    this.#ensure(offset + bytes);
    this.#length = offset + bytes;
    return offset;
  }

  words(values: ArrayLike<number>): number {
    const offset = this.reserve(values.length * 4);
    for (let index = 0; index < values.length; index++)
      this.#view.setInt32(offset + index * 4, values[index] ?? 0, true);
    return offset;
  }

  bytes(values: Uint8Array): number {
    const offset = this.reserve(values.length);
    this.#bytes.set(values, offset);
    return offset;
  }

  /** A row of 32-bit amounts, shared with an equal one; 0 ("none") when all are zero and `keepZero` is not set. */
  row(values: Int32Array, keepZero = false): number {
    if (!keepZero && values.every((value) => value === 0)) return 0;
    return this.#shared(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }

  /** A row of flags, shared with an equal one. */
  flags(values: Uint8Array): number {
    return this.#shared(values);
  }

  finish(): ArrayBuffer {
    const size = (this.#length + 63) & ~63;
    this.#ensure(size);
    return this.#bytes.buffer.slice(0, size) as ArrayBuffer;
  }

  #shared(content: Uint8Array): number {
    const hash = hashOf(content);
    const known = this.#rows.get(hash);
    for (const { offset, length } of known ?? []) {
      if (length === content.length && this.#equals(offset, content)) return offset;
    }
    const offset = this.bytes(content);
    if (known === undefined) this.#rows.set(hash, [{ offset, length: content.length }]);
    else known.push({ offset, length: content.length });
    return offset;
  }

  #equals(offset: number, content: Uint8Array): boolean {
    for (let index = 0; index < content.length; index++)
      if (this.#bytes[offset + index] !== content[index]) return false;
    return true;
  }

  #ensure(size: number): void {
    if (size <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(size, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** FNV-1a, over words where rows are of words: they are long, and there are many. */
function hashOf(content: Uint8Array): number {
  const isOfWords = ((content.byteOffset | content.length) & 3) === 0;
  const items = isOfWords ? new Int32Array(content.buffer, content.byteOffset, content.length >> 2) : content;
  let hash = 0x811c9dc5;
  for (let index = 0; index < items.length; index++) {
    hash = Math.imul(hash ^ (items[index] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash ^ content.length;
}
