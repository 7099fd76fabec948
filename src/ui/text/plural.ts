/** `1 island`, `3 islands`. */
export function one(count: number, singular: string, plural: string): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** Words for a number of things, by the categories of CLDR that the language has. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * A function that chooses the form for a number in a language: `form(3, { one: 'jour', other: 'jours' })` is `jours`.
 * Forms that are not given are those of `other`.
 */
export function createPlural(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
