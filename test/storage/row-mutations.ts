import fc from 'fast-check';
import { isObject } from '../../src/storage/shapes.ts';

/** What is done to one stored row. `at` chooses the row and the place in it. */
export interface RowMutation {
  readonly row: number;
  readonly at: readonly number[];
  readonly kind: keyof typeof kinds;
  readonly value: number;
}

type Holder = Record<string | number, unknown>;
type Change = (holder: Holder, key: string | number, value: number) => void;

const proto =
  '{"__proto__":{"polluted":true},"constructor":1,"toString":null,"id":"__proto__","projectId":"__proto__"}';

/** Values of other kinds than the app stores there, and some that only look like them. */
const values: readonly (() => unknown)[] = [
  ...[() => null, () => '', () => 'x', () => '__proto__', () => '\ud800', () => 'x'.repeat(20_000), () => '2026-13-45'],
  ...[() => Number.NaN, () => Infinity, () => -1, () => 0.5, () => 1e300, () => 2 ** 53, () => 9_999_999_999],
  ...[
    () => true,
    () => 12n,
    () => new Date(Number.NaN),
    () => new Date(0),
    () => new Map([['id', 1]]),
    () => new Set(),
  ],
  ...[() => [], () => [null], () => [[[]]], () => ({}), () => ({ id: {} }), () => JSON.parse(proto), () => cyclic()],
  ...[() => new Uint8Array(0), () => new Uint8Array([123, 34]), () => new Int32Array(3), () => new ArrayBuffer(5)],
  ...[() => new TextEncoder().encode('[{"id":1e999}]'), () => new TextEncoder().encode(proto)],
];

function cyclic(): unknown {
  const circle: unknown[] = [];
  circle.push(circle);
  return circle;
}

const kinds = {
  gone: (holder, key) => {
    delete holder[key];
  },
  another: (holder, key, value) => {
    holder[key] = values[value % values.length]?.();
  },
  newer: (holder) => {
    holder.version = 99;
  },
  doubled: (holder, key) => {
    holder[key] = Array.isArray(holder[key]) ? [...holder[key], ...holder[key]] : [holder[key], holder[key]];
  },
  cut: (holder, key, value) => {
    const old = holder[key];
    if (old instanceof Uint8Array || typeof old === 'string') holder[key] = old.slice(0, value % (old.length + 1));
    else if (Array.isArray(old)) holder[key] = old.slice(1);
    else if (isObject(old)) holder[key] = Object.fromEntries(Object.entries(old).slice(1));
    else delete holder[key];
  },
  noise: (holder, key, value) => {
    const old = holder[key];
    if (old instanceof Uint8Array)
      holder[key] = old.map((byte, at) => (at % 7 === value % 7 ? byte ^ (value % 256) : byte));
    else if (typeof old === 'number') holder[key] = old + value;
    else if (typeof old === 'string') holder[key] = `${old.slice(value % (old.length + 1))}/${old}`;
    else kinds.another(holder, key, value);
  },
} satisfies Record<string, Change>;

export const rowMutation: fc.Arbitrary<RowMutation> = fc.record({
  row: fc.nat(),
  at: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
  kind: fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
  value: fc.nat(100_000),
});

/** Changes the row; the place that was changed. */
export function mutateRow(row: object, { at, kind, value }: RowMutation): string {
  let holder = row as Holder; // Rows are plain objects.
  const path: (string | number)[] = [];
  for (const choice of at) {
    const names = Object.keys(holder);
    const key = names[choice % Math.max(1, names.length)];
    if (key === undefined) break;
    path.push(key);
    const inner = holder[key];
    if (path.length === at.length || typeof inner !== 'object' || inner === null || ArrayBuffer.isView(inner)) break;
    if (Object.keys(inner).length === 0) break;
    holder = inner as Holder; // Just seen to be an object or a list.
  }
  const last = path.at(-1);
  if (last !== undefined) kinds[kind](holder, last, value);
  return path.map((part) => (/^\d+$/.test(String(part)) ? '#' : part)).join('.');
}
