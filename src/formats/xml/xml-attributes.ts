import type { Values } from '../../domain/wording/template.ts';
import type { Flaws } from '../flaws.ts';
import type { XmlElement } from './xml.ts';

const mostDigits = 6;
/** No number of a file is larger. */
export const largestNumber = 999_999;

/** Attributes as text, numbers and strings of bits; what is wrong becomes a flaw with its line and a code of the format. */
export class XmlAttributes {
  readonly #flaws: Flaws;
  readonly #format: string;
  readonly #fileName: string;

  constructor(flaws: Flaws, format: string, fileName: string) {
    this.#flaws = flaws;
    this.#format = format;
    this.#fileName = fileName;
  }

  place(element: XmlElement): string {
    return `${this.#fileName}:${element.line}`;
  }

  flaw(element: XmlElement, code: string, message: string, value: string, values: Values = {}): void {
    this.#flaws.add(code, message, { value, values, place: this.place(element) });
  }

  text(element: XmlElement, name: string, fallback?: string): string {
    const value = element.attributes[name] ?? fallback;
    if (value !== undefined && value !== '') return value;
    const message = 'The element "{element}" needs the attribute "{name}".';
    this.flaw(element, `${this.#format}.missing`, message, '', { element: element.name, name });
    return '';
  }

  whole(element: XmlElement, name: string, fallback?: number): number {
    const text = element.attributes[name] ?? fallback?.toString();
    if (text !== undefined && /^\d+$/.test(text) && text.length <= mostDigits) return Number(text);
    const message = '"{name}" must be a whole number from {min} to {max}.';
    this.flaw(element, `${this.#format}.number`, message, text ?? '', { name, min: 0, max: largestNumber });
    return 0;
  }

  /** With a sign and a fraction, of at most so many digits before it. */
  decimal(element: XmlElement, name: string, fallback?: number): number {
    const text = element.attributes[name]?.trim() ?? fallback?.toString();
    if (text !== undefined && /^[+-]?\d{1,6}(?:\.\d{1,20})?$/.test(text)) return Number(text);
    const message = '"{name}" must be a number from {min} to {max}.';
    this.flaw(element, `${this.#format}.decimal`, message, text ?? '', {
      name,
      min: -largestNumber,
      max: largestNumber,
    });
    return 0;
  }

  bits(element: XmlElement, name: string, count: number): string {
    const text = element.attributes[name] ?? '';
    if (/^[01]+$/.test(text) && text.length === count && text.includes('1')) return text;
    const message = '"{name}" must be {count} digits 0 or 1, at least one of them 1.';
    this.flaw(element, `${this.#format}.bits`, message, text, { name, count });
    return '1'.repeat(Math.max(1, Math.min(count, 400)));
  }
}
