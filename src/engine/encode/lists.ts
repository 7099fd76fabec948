import * as abi from '../../../assembly/abi/abi.ts';
import type { ImageWriter } from '../image.ts';

/** A stretch of the lists section, in words. */
export interface ListPlace {
  readonly first: number;
  readonly count: number;
}

/** The section of lists of indices while it grows; equal lists are stored once. */
export class IndexLists {
  readonly #words: number[] = [];
  readonly #places = new Map<string, ListPlace>();
  /** Most lists are asked for again and again: these need not be spelled out again. */
  readonly #known = new WeakMap<readonly number[], ListPlace>();

  /** Where the list is, from now on if not yet; it must not change afterwards. */
  place(items: readonly number[]): ListPlace {
    const known = this.#known.get(items);
    if (known !== undefined) return known;
    const key = items.join();
    const place = this.#places.get(key) ?? { first: this.#words.length, count: items.length };
    if (!this.#places.has(key)) for (const item of items) this.#words.push(item);
    this.#places.set(key, place);
    this.#known.set(items, place);
    return place;
  }

  /** Writes the section, when all lists have their place; its offset in the image. */
  write(image: ImageWriter): number {
    const at = image.words(this.#words);
    image.setWord(abi.SECTION_LISTS, at);
    return at;
  }
}
