import { type DetailOf, type Diagnostic, error, hasErrors, warning } from '../diagnostic.ts';

/** Collects what is wrong with a problem, so that one pass reports everything. Codes get the prefix `problem.`. */
export class Remarks {
  readonly list: Diagnostic[] = [];

  error<Message extends string>(code: string, message: Message, ...detail: DetailOf<Message>): void {
    this.list.push(error(`problem.${code}`, message, ...detail));
  }

  warning<Message extends string>(code: string, message: Message, ...detail: DetailOf<Message>): void {
    this.list.push(warning(`problem.${code}`, message, ...detail));
  }

  get failed(): boolean {
    return hasErrors(this.list);
  }

  /** The value when it is a whole number in the range; otherwise a remark and null. */
  whole(value: number, min: number, max: number, what: string, place: string): number | null {
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    this.error('number', '{what} must be a whole number from {min} to {max}.', {
      value: String(value),
      place,
      values: { what, min, max },
    });
    return null;
  }

  /** Index by id; repeated and empty ids are errors. */
  indexById(items: readonly { readonly id: string }[], list: string): Map<string, number> {
    const indexOf = new Map<string, number>();
    items.forEach((item, index) => {
      const place = `${list}[${index}].id`;
      if (item.id === '') this.error('emptyId', 'An id must not be empty.', { value: item.id, place });
      else if (indexOf.has(item.id)) {
        this.error('duplicateId', 'The id "{id}" occurs twice in {list}.', {
          value: item.id,
          place,
          values: { id: item.id, list },
        });
      } else indexOf.set(item.id, index);
    });
    return indexOf;
  }

  /** The index of a referenced id, or -1 with an error. */
  reference(indexOf: ReadonlyMap<string, number>, id: string, what: string, place: string): number {
    const index = indexOf.get(id);
    if (index !== undefined) return index;
    this.error('unknownReference', 'There is no {what} with the id "{id}".', {
      values: { what, id },
      value: id,
      place,
      advice: 'Add the {what} or correct the reference.',
    });
    return -1;
  }

  /** Indices of the referenced ids, in order; a repeated one is dropped with a warning. */
  references(indexOf: ReadonlyMap<string, number>, ids: readonly string[], what: string, place: string): number[] {
    const found = new Set<number>();
    ids.forEach((id, position) => {
      const index = this.reference(indexOf, id, what, `${place}[${position}]`);
      if (index < 0) return;
      if (found.has(index)) {
        this.warning('repeated', 'The {what} "{id}" is listed twice; it counts once.', {
          value: id,
          place,
          values: { what, id },
        });
      }
      found.add(index);
    });
    return [...found];
  }
}

/** Largest penalty, size or capacity: far above any real one, and sums of them stay well inside 32 bits. */
export const largestNumber = 1_000_000;
