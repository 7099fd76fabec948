import { type DetailOf, type Diagnostic, error } from '../domain/diagnostic.ts';

/** Flaws of one file shown one by one; the rest is only counted. */
const shownFlaws = 20;

/** Collects flaws of a file so that a broken one gives a readable list and not ten thousand lines. */
export class Flaws {
  readonly #shown: Diagnostic[] = [];
  readonly #summaryCode: string;
  #count = 0;

  constructor(summaryCode: string) {
    this.#summaryCode = summaryCode;
  }

  add<Message extends string>(code: string, message: Message, ...detail: DetailOf<Message>): void {
    this.#count++;
    if (this.#shown.length < shownFlaws) this.#shown.push(error(code, message, ...detail));
  }

  get count(): number {
    return this.#count;
  }

  /** The flaws in the order they were found, then how many more there are. */
  list(place: string): readonly Diagnostic[] {
    const more = this.#count - this.#shown.length;
    if (more === 0) return [...this.#shown];
    const summary = error(this.#summaryCode, 'There are {more} more flaws of this sort in the file.', {
      value: more,
      values: { more },
      place,
      advice: 'Correct the first ones and open the file again; the others often follow from them.',
    });
    return [...this.#shown, summary];
  }
}
