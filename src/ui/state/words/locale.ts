import { createSignal } from 'solid-js';

const [locale, setLocale] = createSignal<string | undefined>(undefined);

/** How numbers, dates and names are written and sorted (a BCP 47 tag); undefined is the browser's way. */
export { locale, setLocale };

/** A formatter that is made again when the locale changes. */
export function inLocale<Formatter>(make: (locale: string | undefined) => Formatter): () => Formatter {
  let made: { readonly locale: string | undefined; readonly formatter: Formatter } | null = null;
  return () => {
    const wanted = locale();
    if (made === null || made.locale !== wanted) made = { locale: wanted, formatter: make(wanted) };
    return made.formatter;
  };
}
