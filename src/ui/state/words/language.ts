import { type Accessor, createEffect, createSignal } from 'solid-js';
import type { Dictionary } from '../../text/en.ts';
import {
  directionOf,
  isLanguageCode,
  type LanguageChoice,
  type LanguageCode,
  languageOf,
  localeOf,
} from '../../text/languages.ts';
import { setLocale } from './locale.ts';
import { type Speech, setSpeech } from './wording.ts';

const storageKey = 'horarium.language';

export interface Language {
  readonly choice: Accessor<LanguageChoice>;
  /** What is shown: it follows the choice as soon as its texts are there. */
  readonly code: Accessor<LanguageCode>;
  /** All texts of the language that is shown; null until they have been fetched. */
  readonly dictionary: Accessor<Dictionary | null>;
  /** False when the texts could not be fetched: everything stays as it was. */
  choose(choice: LanguageChoice): Promise<boolean>;
  /** Shows English: the texts of the language that was chosen cannot be fetched. */
  fallBack(): void;
  /** Fetches the texts of the language that is shown, once; rejects when that fails, and may be called again. */
  fetch(): Promise<Dictionary>;
}

type Dictionaries = Readonly<Record<LanguageCode, () => Promise<Dictionary>>>;
type Speeches = Readonly<Partial<Record<LanguageCode, () => Promise<Speech>>>>;

interface Texts {
  readonly dictionary: Dictionary;
  readonly speech: Speech | undefined;
}

/** The choice is kept in this browser; `preferred` are the browser's languages, best first. */
export function createLanguage(
  dictionaries: Dictionaries,
  speeches: Speeches,
  preferred: () => readonly string[],
): Language {
  const first = storedChoice();
  const [choice, setChoice] = createSignal<LanguageChoice>(first);
  const [code, setCode] = createSignal<LanguageCode>(languageOf(first, preferred()));
  const [dictionary, setDictionary] = createSignal<Dictionary | null>(null);
  const coming = new Map<LanguageCode, Promise<Texts>>();

  function fetchOf(wanted: LanguageCode): Promise<Texts> {
    let promise = coming.get(wanted);
    if (promise === undefined) {
      promise = Promise.all([dictionaries[wanted](), speeches[wanted]?.()]).then(([dictionary, speech]) => ({
        dictionary,
        speech,
      }));
      coming.set(wanted, promise);
      // asked for again with the next page
      promise.catch(() => coming.delete(wanted));
    }
    return promise;
  }

  function show(texts: Texts): void {
    setDictionary(texts.dictionary);
    void setSpeech(texts.speech);
  }

  createEffect(() => {
    setLocale(localeOf(choice(), preferred()));
    document.documentElement.lang = code();
    document.documentElement.dir = directionOf(code());
  });

  return {
    choice,
    code,
    dictionary,
    async choose(next) {
      const wanted = languageOf(next, preferred());
      try {
        const texts = await fetchOf(wanted);
        keepChoice(next);
        setChoice(next);
        show(texts);
        setCode(wanted);
        return true;
      } catch {
        return false;
      }
    },
    fallBack: () => void setCode('en'),
    async fetch() {
      const wanted = code();
      const texts = await fetchOf(wanted);
      if (code() === wanted) show(texts);
      return texts.dictionary;
    },
  };
}

function storedChoice(): LanguageChoice {
  try {
    const stored = localStorage.getItem(storageKey);
    return isLanguageCode(stored) ? stored : 'system';
  } catch {
    return 'system';
  }
}

function keepChoice(choice: LanguageChoice): void {
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // A browser that blocks storage keeps the choice for this visit only.
  }
}
