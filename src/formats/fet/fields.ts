import type { Values } from '../../domain/wording/template.ts';
import type { Flaws } from '../flaws.ts';
import { childOf, type XmlElement } from '../xml/xml.ts';

/** Reads fields of elements of one file; what is wrong becomes a flaw with its line. */
export class FetFields {
  readonly flaws: Flaws;
  readonly #fileName: string;

  constructor(fileName: string, flaws: Flaws) {
    this.#fileName = fileName;
    this.flaws = flaws;
  }

  place(element: XmlElement): string {
    return `${this.#fileName}:${element.line}`;
  }

  flaw(
    code: string,
    message: string,
    element: XmlElement,
    detail: { readonly value: string; readonly advice: string; readonly values?: Values },
  ): void {
    this.flaws.add(code, message, { ...detail, place: this.place(element) });
  }

  /** `what` is the list in which the name stands twice. */
  duplicate(what: string, name: string, element: XmlElement): void {
    const detail = { value: name, advice: 'Rename one of them in FET.', values: { what, name } };
    this.flaw(
      'fet.duplicate',
      'There are two {what=students:sets of students|tags:activity tags} called "{name}".',
      element,
      detail,
    );
  }

  /** Text of the first field there is of these names, or undefined: versions of FET call some fields differently. */
  optional(element: XmlElement, ...names: readonly string[]): string | undefined {
    for (const name of names) {
      const child = childOf(element, name);
      if (child !== undefined) return child.text;
    }
    return undefined;
  }

  /** Text of a field that must be there and must not be empty; '' with a flaw when it is not. */
  required(element: XmlElement, ...names: readonly string[]): string {
    const text = this.optional(element, ...names);
    if (text !== undefined && text !== '') return text;
    const [name = ''] = names;
    const state = text === undefined ? 'missing' : 'empty';
    this.flaw('fet.field', 'The field {name} of {element} is {state}.', element, {
      value: names.join(' / '),
      values: { name, element: element.name, state },
      advice: 'Open the file in FET and complete it.',
    });
    return '';
  }

  /** A whole number of at least `min`; null with a flaw when it is missing or something else. */
  whole(element: XmlElement, min: number, ...names: readonly string[]): number | null {
    const text = this.required(element, ...names);
    return text === '' ? null : this.number(text, element, min, names[0] ?? '');
  }

  /** The same for a field that may be left out. */
  optionalWhole(element: XmlElement, min: number, ...names: readonly string[]): number | null {
    const text = this.optional(element, ...names)?.trim();
    return text === undefined || text === '' ? null : this.number(text, element, min, names[0] ?? '');
  }

  /** `true` or `false`, as FET writes them; the fallback when the field is left out. */
  truth(element: XmlElement, fallback: boolean, ...names: readonly string[]): boolean {
    const text = this.optional(element, ...names)
      ?.trim()
      .toLowerCase();
    if (text === undefined || text === '') return fallback;
    if (text === 'true' || text === 'yes' || text === '1') return true;
    if (text === 'false' || text === 'no' || text === '0') return false;
    const [name = ''] = names;
    const advice = 'Correct this line.';
    this.flaw('fet.truth', '{name} must be true or false.', element, { value: text, advice, values: { name } });
    return fallback;
  }

  number(text: string, element: XmlElement, min: number, name: string): number | null {
    const value = Number(text);
    if (/^[+-]?\d+$/.test(text.trim()) && value >= min && value <= largest) return value;
    const message = '{name} must be a whole number from {min} to {max}.';
    const values = { name, min, max: largest };
    this.flaw('fet.number', message, element, { value: text, advice: 'Correct this line.', values });
    return null;
  }
}

const largest = 1_000_000;
