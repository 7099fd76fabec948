import type { englishPhrases } from './english.ts';
import { fill, type Values } from './template.ts';

export type Phrases = Readonly<Record<keyof typeof englishPhrases, string>>;

/** What is wrong with a field of a rule. */
export type FaultPhrase = Extract<keyof Phrases, `fault_${string}`>;

/** A stretch of a sentence: its plain words, whom it is about, or a value that can be set. */
export interface SentencePart {
  readonly kind: 'words' | 'subject' | 'value';
  readonly text: string;
}

/** A kind of rule in a language, with the same places as its definition has in English. */
export interface RuleWords {
  readonly title: string;
  readonly doc: string;
  readonly sentence: string;
  /** Name and unit of each parameter. */
  readonly params: Readonly<Record<string, readonly [label: string, unit?: string]>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/** How the domain speaks: all words of the sentences that it makes about a project. `english` where nobody says another. */
export interface Wording {
  /** BCP 47: its rules of plural forms. */
  readonly language: string;
  readonly phrases: Phrases;
  /** By kind; null: as the definitions say it. */
  readonly rules: Readonly<Record<string, RuleWords>> | null;
  /** Proofs before a run, by code and variant; null: as they are. */
  readonly proofs: Readonly<Record<string, string>> | null;
  /** Messages by the code of their diagnostic; null: as they are. Codes that are missing keep their message. */
  readonly messages: Readonly<Record<string, string>> | null;
  /** What to do, by the code of the diagnostic; null: as it is. Codes that are missing keep their advice. */
  readonly advice: Readonly<Record<string, string>> | null;
  /** What the language does with a sentence in the end. */
  readonly polish?: (parts: readonly SentencePart[]) => readonly SentencePart[];
}

export function say(wording: Wording, phrase: keyof Phrases, values: Values = {}): string {
  return fill(wording.phrases[phrase], values, wording.language);
}

/** Names beside each other, as a list and not as a part of a sentence: `a, b, c`. Without a wording it is English. */
export function listed(items: readonly string[], wording?: Wording): string {
  return items.join(wording?.phrases.comma ?? ', ');
}

/** `a`, `a and b`, `a, b, c and 4 others`. */
export function joined(
  items: readonly string[],
  wording: Wording,
  most: number | 'all' = 'all',
  last: 'and' | 'or' = 'and',
): string {
  const shown =
    most !== 'all' && items.length > most + 1
      ? [...items.slice(0, most), say(wording, 'others', { count: items.length - most })]
      : items;
  if (shown.length < 2) return shown[0] ?? '';
  return say(wording, last, { list: listed(shown.slice(0, -1), wording), last: shown.at(-1) ?? '' });
}

/** "At most 0 gaps" is said "no gaps". */
export function withoutZeros(atMost: RegExp, none: string): NonNullable<Wording['polish']> {
  const isZero = (part: SentencePart | undefined) => part?.kind === 'value' && /^0 [^\d]/.test(part.text);
  return (parts) =>
    parts.map((part, index) => {
      if (part.kind === 'words' && isZero(parts[index + 1])) return { ...part, text: part.text.replace(atMost, '') };
      if (isZero(part) && atMost.test(parts[index - 1]?.text ?? ''))
        return { ...part, text: part.text.replace('0', none) };
      return part;
    });
}
