import { createContext, type JSX, useContext } from 'solid-js';
import { wholeNumber } from '../state/words/numbers.ts';
import type { Dictionary } from './en.ts';

export type TextKey = keyof Dictionary;

/** The parts that a text needs, none for a plain one. */
type TextArguments<Key extends TextKey> = Dictionary[Key] extends (parts: infer Parts) => string ? [parts: Parts] : [];

export type Translate = <Key extends TextKey>(key: Key, ...parts: TextArguments<Key>) => string;

/** Keys that need no parts. */
export type PlainTextKey = { [Key in TextKey]: Dictionary[Key] extends string ? Key : never }[TextKey];

/** Texts that are not there yet are empty; whoever shows one is told when the dictionary changes. */
export function createTranslate(dictionary: () => Partial<Dictionary>): Translate {
  return (key, ...parts) => {
    const entry: unknown = dictionary()[key] ?? '';
    if (typeof entry === 'string') return entry;
    // The tuple type above ties the parts to this very entry.
    return withCount((entry as (parts: unknown) => string)(parts[0]), parts[0]);
  };
}

/** A count in a sentence is written as it is beside it: 19,072 and not 19072. The entry needs the number for its forms. */
function withCount(said: string, parts: unknown): string {
  const count = typeof parts === 'object' && parts !== null && 'count' in parts ? parts.count : 0;
  return typeof count === 'number' && count >= 1000 ? said.replace(String(count), wholeNumber(count)) : said;
}

const TextContext = createContext<Translate>();

/** The dictionary may become another one: texts that are shown follow it. */
export function TextProvider(props: {
  readonly dictionary: Partial<Dictionary>;
  readonly children: JSX.Element;
}): JSX.Element {
  const translate = createTranslate(() => props.dictionary);
  return <TextContext.Provider value={translate}>{props.children}</TextContext.Provider>;
}

export function useText(): Translate {
  const translate = useContext(TextContext);
  if (translate === undefined) throw new Error('useText needs a TextProvider above');
  return translate;
}
