import type { Dictionary } from './en.ts';
import type { LanguageCode } from './languages.ts';

/** All texts of a language; each language is a file of its own that is fetched when it is chosen. */
export const dictionaries: Readonly<Record<LanguageCode, () => Promise<Dictionary>>> = {
  en: () => import('./en.ts').then(({ en }) => en),
  ne: () => import('./ne/ne.ts').then(({ ne }) => ne),
  ar: () => import('./ar/ar.ts').then(({ ar }) => ar),
  de: () => import('./de/de.ts').then(({ de }) => de),
  fr: () => import('./fr/fr.ts').then(({ fr }) => fr),
  es: () => import('./es/es.ts').then(({ es }) => es),
};
