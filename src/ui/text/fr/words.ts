import { createPlural } from '../plural.ts';

const plural = createPlural('fr');

/** `1 île`, `3 îles`; zero is singular in French. */
export function many(count: number, singular: string, several: string): string {
  return `${count} ${plural(count, { one: singular, other: several })}`;
}

export function isSingular(count: number): boolean {
  return count < 2;
}
