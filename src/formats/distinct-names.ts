/**
 * Names of which no two are equal, capitals aside, none longer than `longest` UTF-16 units: numbers tell apart what was equal.
 * `clean` makes one of them legal; an empty name becomes `fallback`.
 */
export function distinctNames(
  names: readonly string[],
  longest: number,
  fallback: string,
  clean: (name: string) => string,
): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const wanted = clean(name) || fallback;
    let chosen = cut(wanted, longest);
    for (let number = 2; taken.has(chosen.toLowerCase()); number++) {
      const suffix = ` (${number})`;
      chosen = `${cut(wanted, longest - suffix.length)}${suffix}`;
    }
    taken.add(chosen.toLowerCase());
    return chosen;
  });
}

/** Names of files that every common system accepts. */
export function fileNames(names: readonly string[]): string[] {
  return distinctNames(names, 80, 'unnamed', cleanFileName);
}

function cleanFileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  const legal = name.replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, '_').replace(/^[. ]+|[. ]+$/g, '');
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(legal) ? `_${legal}` : legal;
}

/** Never between the two halves of a character. */
function cut(text: string, longest: number): string {
  const isSplit = /[\ud800-\udbff]$/.test(text.slice(0, longest));
  return text.slice(0, isSplit ? longest - 1 : longest).trimEnd();
}
