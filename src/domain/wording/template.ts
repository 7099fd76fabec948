/** What a template is filled with, by name. */
export type Values = Readonly<Record<string, string | number>>;

const place = /\{(\??)(\w+)([|=][^{}]*)?\}/g;
const arabic = /\p{Script=Arabic}/u;
const letter = /\p{L}/u;
/** The forms of a language stand in this order, as many of them as it has, and the one for all other numbers last. */
const formOrder: readonly Intl.LDMLPluralRule[] = ['one', 'two', 'few'];

/**
 * A text with places for values. `{who}` is the value itself. `{max|day|days}` is a number with its noun, in the forms that
 * the language has by the rules of CLDR (one, two, few, other: Arabic has four); where a form holds `#`, which stands for the number, forms
 * are taken as they are, so that they need not show it. `{?max| (at most #)|none}` is the first of its words unless the value
 * is 0 or empty, else the second. `{what=room:this room|course:this course}` is the words of the value, or the value where it
 * has none. Names without a value are left out. What is put in keeps its own direction, see `isolated`.
 */
export function fill(template: string, values: Values, language: string): string {
  return template.replace(place, (_, optional: string, name: string, rest = '') => {
    const value = values[name] ?? '';
    const forms = rest.slice(1).split('|');
    if (rest.startsWith('=')) {
      const words = forms.find((form: string) => form.startsWith(`${value}:`));
      if (words !== undefined) return words.slice(`${value}:`.length);
    }
    if (!rest.startsWith('|')) return isolated(String(value), template);
    if (optional !== '')
      return (value === 0 || value === '' ? (forms[1] ?? '') : (forms[0] ?? '')).replace('#', String(value));
    return counted(Number(value), forms, language);
  });
}

/**
 * A name as it is put into a sentence. Where the sentence reads from right to left and the name does not, the marks of
 * Unicode for isolates (U+2068, U+2069) keep its brackets and figures on their side: `Lab (2)` within Arabic.
 */
export function isolated(name: string, sentence: string): string {
  const turns = isArabic(sentence) && letter.test(name) && !arabic.test(name) && !name.includes('\u2068');
  return turns ? `\u2068${name}\u2069` : name;
}

/** Of templates, which are few and asked about for every rule. */
const known = new Map<string, boolean>();

function isArabic(sentence: string): boolean {
  let is = known.get(sentence);
  if (is === undefined) {
    is = arabic.test(sentence);
    known.set(sentence, is);
  }
  return is;
}

/** `3 days`: a number with its noun, see `fill`. */
export function counted(count: number, forms: readonly string[], language: string): string {
  const form = formOf(count, forms, language);
  if (forms.some((item) => item.includes('#'))) return form.replace('#', String(count));
  return form === '' ? String(count) : `${count} ${form}`;
}

const rulesOf = new Map<string, Intl.PluralRules>();

function formOf(count: number, forms: readonly string[], language: string): string {
  const last = forms.length - 1;
  const position = formOrder.indexOf(pluralOf(count, language));
  return forms[position < 0 || position > last ? last : position] ?? '';
}

/** English is asked for most, for every rule of a page, and its rule for whole numbers is short. */
function pluralOf(count: number, language: string): Intl.LDMLPluralRule {
  if (language === 'en' && Number.isInteger(count)) return Math.abs(count) === 1 ? 'one' : 'other';
  let rules = rulesOf.get(language);
  if (rules === undefined) {
    rules = new Intl.PluralRules(language);
    rulesOf.set(language, rules);
  }
  return rules.select(count);
}

/** The names of the places of a template. */
export function placesOf(template: string): readonly string[] {
  return [...template.matchAll(place)].map((found) => found[2] ?? '');
}
