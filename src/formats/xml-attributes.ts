import type { Flaws } from './flaws.ts';
import type { XmlElement } from './xml.ts';

const mostDigits = 6;

/** Attributes as text, numbers and strings of bits; what is wrong becomes a flaw with its line and a code of the format. */
export class XmlAttributes {
  readonly #flaws: Flaws;
  readonly #format: string;

  constructor(flaws: Flaws, format: string) {
    this.#flaws = flaws;
    this.#format = format;
  }

  flaw(element: XmlElement, code: string, message: string, value: string): void {
    this.#flaws.add(code, message, { value, place: `line ${element.line}` });
  }

  text(element: XmlElement, name: string, fallback?: string): string {
    const value = element.attributes[name] ?? fallback;
    if (value !== undefined && value !== '') return value;
    this.flaw(element, `${this.#format}.missing`, `The element "${element.name}" needs the attribute "${name}".`, '');
    return '';
  }

  whole(element: XmlElement, name: string, fallback?: number): number {
    const text = element.attributes[name] ?? fallback?.toString();
    if (text !== undefined && /^\d+$/.test(text) && text.length <= mostDigits) return Number(text);
    this.flaw(element, `${this.#format}.number`, `"${name}" must be a whole number from 0 to 999999.`, text ?? '');
    return 0;
  }

  /** With a sign and a fraction, of at most so many digits before it. */
  decimal(element: XmlElement, name: string, fallback?: number): number {
    const text = element.attributes[name]?.trim() ?? fallback?.toString();
    if (text !== undefined && /^[+-]?\d{1,6}(?:\.\d{1,20})?$/.test(text)) return Number(text);
    this.flaw(element, `${this.#format}.number`, `"${name}" must be a number from -999999 to 999999.`, text ?? '');
    return 0;
  }

  bits(element: XmlElement, name: string, count: number): string {
    const text = element.attributes[name] ?? '';
    if (/^[01]+$/.test(text) && text.length === count && text.includes('1')) return text;
    const message = `"${name}" must be ${count} digits 0 or 1, at least one of them 1.`;
    this.flaw(element, `${this.#format}.bits`, message, text);
    return '1'.repeat(Math.max(1, Math.min(count, 400)));
  }
}
