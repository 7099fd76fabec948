import { createRoot } from 'solid-js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLanguage } from '../../src/ui/state/words/language.ts';
import { locale, setLocale } from '../../src/ui/state/words/locale.ts';
import { wholeNumber } from '../../src/ui/state/words/numbers.ts';
import { setSpeech } from '../../src/ui/state/words/wording.ts';
import { dictionaries, speeches } from '../../src/ui/text/dictionaries.ts';
import { directionOf, languageOf, languages, localeOf } from '../../src/ui/text/languages.ts';
import { createPlural } from '../../src/ui/text/plural.ts';
import type { TextKey } from '../../src/ui/text/text.tsx';

const page = { lang: '', dir: '' };
let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('document', { documentElement: page });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});
afterEach(() => {
  setSpeech(undefined);
  setLocale(undefined);
  vi.unstubAllGlobals();
});

function created(preferred: readonly string[], texts = dictionaries) {
  return createRoot(() => createLanguage(texts, speeches, () => preferred));
}

describe('the language of the interface', () => {
  test('is the first of the browser that there is, else English', () => {
    expect(languageOf('system', ['pt-BR', 'de-AT', 'en'])).toBe('de');
    expect(languageOf('system', ['pt-BR'])).toBe('en');
    expect(languageOf('ar', ['de'])).toBe('ar');
  });

  test('writes numbers as the region of the browser does, and as is usual where it has none of that language', () => {
    expect(localeOf('system', ['en-IN', 'de'])).toBe('en-IN');
    expect(localeOf('de', ['en', 'de-CH'])).toBe('de-CH');
    expect(localeOf('fr', ['en'])).toBe('fr');
    expect(localeOf('system', ['pt-BR'])).toBeUndefined();
  });

  test('is chosen with its direction, its numbers and its texts, and is kept', async () => {
    const language = created(['en-GB']);
    expect(await language.choose('de')).toBe(true);
    expect(language.code()).toBe('de');
    expect(language.dictionary()?.settingsLanguage).toBe('Sprache');
    expect(locale()).toBe('de');
    expect(wholeNumber(12345)).toBe('12.345');
    expect(page).toEqual({ lang: 'de', dir: 'ltr' });
    expect(created(['en-GB']).code()).toBe('de');
  });

  test('that reads from right to left turns the page', async () => {
    const language = created(['en-GB']);
    await language.choose('ar');
    expect(page).toEqual({ lang: 'ar', dir: 'rtl' });
    expect(directionOf('ar')).toBe('rtl');
  });

  test('stays as it was when the texts cannot be fetched, and is asked for again', async () => {
    let online = false;
    const language = created(['en'], {
      ...dictionaries,
      fr: () => (online ? dictionaries.fr() : Promise.reject(new Error('offline'))),
    });
    expect(await language.choose('fr')).toBe(false);
    expect([language.code(), language.choice(), stored.size]).toEqual(['en', 'system', 0]);
    online = true;
    expect(await language.choose('fr')).toBe(true);
    expect(language.code()).toBe('fr');
  });
});

test('numbers of things have the forms of the language', () => {
  const arabic = createPlural('ar');
  const forms = { zero: 'صفر', one: 'واحد', two: 'اثنان', few: 'قليل', many: 'كثير', other: 'آخر' };
  expect([0, 1, 2, 5, 11, 100].map((count) => arabic(count, forms))).toEqual(Object.values(forms));
  expect(createPlural('fr')(0, { one: 'jour', other: 'jours' })).toBe('jour');
});

describe('the texts of every language', () => {
  const others = languages.map(({ code }) => code).filter((code) => code !== 'en');

  test.each(others)('%s: are there, and are not English ones', async (code) => {
    const english = await dictionaries.en();
    const texts = await dictionaries[code]();
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(english).toSorted());
    const same = Object.entries(texts).filter(
      ([key, value]) => typeof value === 'string' && /\w+ \w+ \w+/.test(value) && value === english[key as TextKey],
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });

  test.each(others)('%s: say what they are told, with every part', async (code) => {
    const english = await dictionaries.en();
    const texts = await dictionaries[code]();
    // A part that a text of English shows is shown in the other language as well; numbers may become words or forms.
    const lost = Object.entries(english).filter(([key, value]) => {
      if (typeof value !== 'function') return false;
      const parts = (text: unknown) =>
        new Set(String(text).match(/\bp\.(?:name|cause|names|file|time|sentence|what|event)\b/g) ?? []);
      const shown = parts(texts[key as TextKey]);
      return [...parts(value)].some((part) => !shown.has(part));
    });
    expect(lost.map(([key]) => key)).toEqual([]);
  });
});

/** Everything a language says, functions as they are written. */
async function said(code: 'fr' | 'es'): Promise<readonly string[]> {
  const [texts, speech] = await Promise.all([dictionaries[code](), speeches[code]()]);
  const strings = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [String(value)];
  return strings([texts, speech]);
}

test('French has a space that does not break before double signs, and inside its quotation marks', async () => {
  const texts = await said('fr');
  const isCode = (text: string) => text.includes('=>') || text.startsWith('function');
  const wrong = texts.filter((text) =>
    // The code of functions has colons and question marks of its own.
    isCode(text) ? / [;»](?!\w)|« |\p{L} : \$/u.test(text) : / [:;?!%»](?!\w)|« |\p{L}[;!?»]/u.test(text),
  );
  expect(wrong).toEqual([]);
});

test('Spanish has one word for a lock, which is not that for a blocked place', async () => {
  const locks = (await said('es')).filter((text) =>
    /desbloque|tarjetas? bloquead|bloqueos? de tarjetas|el bloqueo/i.test(text),
  );
  expect(locks).toEqual([]);
});
