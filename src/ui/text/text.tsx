import { createContext, type JSX, useContext } from 'solid-js';
import { type Dictionary, en } from './en.ts';

export type TextKey = keyof Dictionary;

/** The parts that a text needs, none for a plain one. */
type TextArguments<Key extends TextKey> = Dictionary[Key] extends (parts: infer Parts) => string ? [parts: Parts] : [];

export type Translate = <Key extends TextKey>(key: Key, ...parts: TextArguments<Key>) => string;

/** Keys that need no parts. */
export type PlainTextKey = { [Key in TextKey]: Dictionary[Key] extends string ? Key : never }[TextKey];

export function createTranslate(dictionary: Dictionary): Translate {
  return (key, ...parts) => {
    const entry: unknown = dictionary[key];
    if (typeof entry === 'string') return entry;
    // The tuple type above ties the parts to this very entry.
    return (entry as (parts: unknown) => string)(parts[0]);
  };
}

const TextContext = createContext<Translate>(createTranslate(en));

export function TextProvider(props: { readonly dictionary: Dictionary; readonly children: JSX.Element }): JSX.Element {
  return <TextContext.Provider value={createTranslate(props.dictionary)}>{props.children}</TextContext.Provider>;
}

export function useText(): Translate {
  return useContext(TextContext);
}
