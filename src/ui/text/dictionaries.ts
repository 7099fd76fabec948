import type { Speech } from '../state/words/wording.ts';
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

/** How domain and handouts speak in each of them, in the same files; English is what they speak by themselves. */
export const speeches: Readonly<Record<Exclude<LanguageCode, 'en'>, () => Promise<Speech>>> = {
  ne: () => import('./ne/ne.ts').then(({ speech }) => speech),
  ar: () => import('./ar/ar.ts').then(({ speech }) => speech),
  de: () => import('./de/de.ts').then(({ speech }) => speech),
  fr: () => import('./fr/fr.ts').then(({ speech }) => speech),
  es: () => import('./es/es.ts').then(({ speech }) => speech),
};
