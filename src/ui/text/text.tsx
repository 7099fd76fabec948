import { createContext, type JSX, useContext } from 'solid-js';
import type { Dictionary } from './en.ts';

export type TextKey = keyof Dictionary;

/** The parts that a text needs, none for a plain one. */
type TextArguments<Key extends TextKey> = Dictionary[Key] extends (parts: infer Parts) => string ? [parts: Parts] : [];

export type Translate = <Key extends TextKey>(key: Key, ...parts: TextArguments<Key>) => string;

/** Keys that need no parts. */
export type PlainTextKey = { [Key in TextKey]: Dictionary[Key] extends string ? Key : never }[TextKey];

/**
 * Texts that are not there yet are empty; `later` is asked for them, and whoever shows one is told when it comes.
 */
export function createTranslate(
  dictionary: Partial<Dictionary>,
  later: () => Partial<Dictionary> | null = () => null,
): Translate {
  return (key, ...parts) => {
    const entry: unknown = dictionary[key] ?? later()?.[key] ?? '';
    if (typeof entry === 'string') return entry;
    // The tuple type above ties the parts to this very entry.
    return (entry as (parts: unknown) => string)(parts[0]);
  };
}

const TextContext = createContext<Translate>();

export function TextProvider(props: {
  /** At hand from the beginning. */
  readonly dictionary: Partial<Dictionary>;
  /** All texts, once they have been fetched. */
  readonly later: Dictionary | null;
  readonly children: JSX.Element;
}): JSX.Element {
  const translate = createTranslate(props.dictionary, () => props.later);
  return <TextContext.Provider value={translate}>{props.children}</TextContext.Provider>;
}

export function useText(): Translate {
  const translate = useContext(TextContext);
  if (translate === undefined) throw new Error('useText needs a TextProvider above');
  return translate;
}
