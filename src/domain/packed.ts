import { finish, type Steps } from './steps.ts';

/**
 * Plain data as bytes, for the ways between threads and into the database. Copying bytes costs next to nothing, while
 * cloning tens of thousands of objects blocks both ends; and a long list in parts can be read one part after the other.
 */
export function packValue(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** Throws when the bytes are not a packed value. */
export function unpackValue(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Items of a part: reading it takes a millisecond or two, also where every item names dozens of others. */
const itemsOfPart = 100;

export function packItems(items: readonly unknown[]): Uint8Array[] {
  return finish(packItemSteps(items));
}

/** A part at each step. */
export function* packItemSteps(items: readonly unknown[]): Steps<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for (let from = 0; from < items.length; from += itemsOfPart) {
    parts.push(packValue(items.slice(from, from + itemsOfPart)));
    yield;
  }
  return parts;
}

/** A part at each step; throws when a part is not a packed list. */
export function* unpackItems(parts: readonly Uint8Array[]): Steps<unknown[]> {
  const items: unknown[] = [];
  for (const part of parts) {
    items.push(...(unpackValue(part) as readonly unknown[])); // What is no list cannot be spread: that throws.
    yield;
  }
  return items;
}
