/** What a template is filled with, by name. */
export type Values = Readonly<Record<string, string | number>>;

const place = /\{(\??)(\w+)((?:\|[^{}|]*)*)\}/g;
/** The forms of a language stand in this order, as many of them as it has, and the one for all other numbers last. */
const formOrder: readonly Intl.LDMLPluralRule[] = ['one', 'two', 'few'];

/**
 * A text with places for values. `{who}` is the value itself. `{max|day|days}` is a number with its noun, in the forms that
 * the language has by the rules of CLDR (one, two, few, other: Arabic has four); where a form holds `#`, which stands for the number, forms
 * are taken as they are, so that they need not show it. `{?max| (at most #)|none}` is the first of its words unless the value
 * is 0 or empty, else the second. Names without a value are left out.
 */
export function fill(template: string, values: Values, language: string): string {
  return template.replace(place, (_, optional: string, name: string, rest: string) => {
    const value = values[name] ?? '';
    const forms = rest.split('|').slice(1);
    if (forms.length === 0) return String(value);
    if (optional !== '')
      return (value === 0 || value === '' ? (forms[1] ?? '') : (forms[0] ?? '')).replace('#', String(value));
    return counted(Number(value), forms, language);
  });
}

/** `3 days`: a number with its noun, see `fill`. */
export function counted(count: number, forms: readonly string[], language: string): string {
  const form = formOf(count, forms, language);
  if (forms.some((item) => item.includes('#'))) return form.replace('#', String(count));
  return form === '' ? String(count) : `${count} ${form}`;
}

const rulesOf = new Map<string, Intl.PluralRules>();

function formOf(count: number, forms: readonly string[], language: string): string {
  let rules = rulesOf.get(language);
  if (rules === undefined) {
    rules = new Intl.PluralRules(language);
    rulesOf.set(language, rules);
  }
  const last = forms.length - 1;
  const position = formOrder.indexOf(rules.select(count));
  return forms[position < 0 || position > last ? last : position] ?? '';
}

/** The names of the places of a template. */
export function placesOf(template: string): readonly string[] {
  return [...template.matchAll(place)].map((found) => found[2] ?? '');
}
