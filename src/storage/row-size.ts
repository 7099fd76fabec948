import type { Rows } from './rows.ts';

/** Why a transaction found no space, and how much it was to store: checkpoints that are less cannot make room for it. */
export class NoSpace extends Error {
  /** Dexie would put an error of its own in the place of one that has a name of the browser's. */
  override readonly name = 'NoSpace';
  /** What the browser said. */
  readonly inner: unknown;
  /** About. */
  readonly bytes: number;

  constructor(inner: unknown, bytes: number) {
    super('no space');
    this.inner = inner;
    this.bytes = bytes;
  }
}

/** `rows` that also keep what they are given to store in `given`. */
export function noting(rows: Rows, given: object[]): Rows {
  const noted =
    (write: Rows['put']): Rows['put'] =>
    (table, row) => {
      given.push(row);
      return write(table, row);
    };
  return { ...rows, put: noted(rows.put), add: noted(rows.add) };
}

/** Bytes of a value as a browser stores it, about. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'number') return 5;
  if (typeof value !== 'object' || value === null) return 1;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength + 8;
  if (value instanceof Blob) return value.size;
  let sum = 4;
  if (Array.isArray(value)) {
    for (const item of value) sum += sizeOf(item);
    return sum;
  }
  for (const [name, field] of Object.entries(value)) sum += name.length + 2 + sizeOf(field);
  return sum;
}
