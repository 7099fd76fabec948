import type { Random } from '../../src/domain/random.ts';

/** Values of every sort that can be sent to another thread; numbers that have broken loops and indices before. */
const others: readonly unknown[] = [
  ...[undefined, null, true, '', 'x', '__proto__', [], {}, [null], { length: 3 }],
  ...[0, -1, 0.5, Number.NaN, 2 ** 31 - 1, -(2 ** 31), 2 ** 53, Number.POSITIVE_INFINITY],
  ...[
    new Uint8Array(0),
    new Uint8Array([123, 125]),
    Int32Array.of(2 ** 31 - 1, 2 ** 31 - 1),
    7n,
    new Date(0),
    new Map(),
  ],
];

/** The list with one of its values, at any depth, replaced, lost or added. What it was made of stays as it is. */
export function changedList(random: Random, values: readonly unknown[]): readonly unknown[] {
  const list = [...values];
  if (list.length === 0 || random.chance(0.1)) return [...list, anyOther(random)];
  const at = random.below(list.length);
  if (random.chance(0.1)) return list.toSpliced(at, 1);
  list[at] = changedValue(random, list[at]);
  return list;
}

/** The value with one of the values in it replaced, or another value altogether. */
export function changedValue(random: Random, value: unknown): unknown {
  if (random.chance(0.25)) return anyOther(random);
  if (Array.isArray(value)) return changedList(random, value);
  if (ArrayBuffer.isView(value)) return changedNumbers(random, value as Uint8Array | Int32Array); // All that is sent.
  if (typeof value !== 'object' || value === null) return anyOther(random);
  const fields = Object.entries(value);
  if (fields.length === 0) return anyOther(random);
  const [name, field] = random.pick(fields);
  if (random.chance(0.15)) return Object.fromEntries(fields.filter(([other]) => other !== name));
  return { ...value, [name]: changedValue(random, field) };
}

function anyOther(random: Random): unknown {
  return others[random.below(others.length)];
}

function changedNumbers<Numbers extends Uint8Array | Int32Array>(random: Random, numbers: Numbers): Numbers {
  const copy = numbers.slice() as Numbers;
  if (copy.length > 0) copy[random.below(copy.length)] = random.pick([0, 1, -1, 34, 91, 255, 2 ** 31 - 1]);
  return copy;
}
