/** The languages of the interface, by their BCP 47 codes, each under its own name. */
export const languages = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'ne', name: 'नेपाली', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
  { code: 'de', name: 'Deutsch', direction: 'ltr' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
  { code: 'es', name: 'Español', direction: 'ltr' },
] as const satisfies readonly {
  code: string;
  name: string;
  direction: 'ltr' | 'rtl';
}[];

export type LanguageCode = (typeof languages)[number]['code'];

/** What somebody chose: a language, or the first one of the browser that there is. */
export type LanguageChoice = LanguageCode | 'system';

export function isLanguageCode(value: unknown): value is LanguageCode {
  return languages.some(({ code }) => code === value);
}

export function directionOf(code: LanguageCode): 'ltr' | 'rtl' {
  return languages.find((language) => language.code === code)?.direction ?? 'ltr';
}

/** The language of a choice; `preferred` are the browser's, best first (`de-AT`). English where none of them is here. */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): LanguageCode {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const primary = tag.split('-')[0]?.toLowerCase();
    if (isLanguageCode(primary)) return primary;
  }
  return 'en';
}

/**
 * How numbers and dates are written in a language: as the browser's own region of it does (`de-AT`), else as is usual.
 * Undefined leaves it to the browser, whose language is not among ours.
 */
export function localeOf(choice: LanguageChoice, preferred: readonly string[]): string | undefined {
  const code = languageOf(choice, preferred);
  const own = preferred.find((tag) => tag.split('-')[0]?.toLowerCase() === code);
  return own ?? (choice === 'system' ? undefined : code);
}
