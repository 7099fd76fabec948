import type { Wording } from '../../domain/wording/wording.ts';
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

/** How the domain speaks in each of them, in the same files; English is what it speaks by itself. */
export const wordings: Readonly<Record<Exclude<LanguageCode, 'en'>, () => Promise<Wording>>> = {
  ne: () => import('./ne/ne.ts').then(({ wording }) => wording),
  ar: () => import('./ar/ar.ts').then(({ wording }) => wording),
  de: () => import('./de/de.ts').then(({ wording }) => wording),
  fr: () => import('./fr/fr.ts').then(({ wording }) => wording),
  es: () => import('./es/es.ts').then(({ wording }) => wording),
};
