/** True when two plain values say the same: fields in any order, and a field that is undefined is not there. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (!Array.isArray(a)) return !Array.isArray(b) && sameFields(a as Fields, b as Fields); // Objects, not null.
  if (!Array.isArray(b) || a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (!sameData(a[index], b[index])) return false;
  return true;
}

type Fields = Readonly<Record<string, unknown>>;

/** Called for every item of a large project, so nothing is allocated but the names. */
function sameFields(a: Fields, b: Fields): boolean {
  let count = 0;
  for (const name of Object.keys(a)) {
    const value = a[name];
    if (value === undefined) continue;
    count++;
    if (!Object.hasOwn(b, name) || !sameData(value, b[name])) return false;
  }
  for (const name of Object.keys(b)) if (b[name] !== undefined) count--;
  return count === 0;
}
