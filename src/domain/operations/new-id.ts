const longest = 60;

/**
 * An id for something new, made of its name: small letters and digits of any script, the rest hyphens. Numbered when
 * it is taken; `fallback` where the name has no letter. The id is added to `taken`, so that several in a row differ.
 */
export function newIdFor(name: string, taken: Set<string>, fallback: string): string {
  const made = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '');
  const base = made === '' ? fallback : made;
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
