/** Ids in an address, each written so that it holds neither of the separators. */

export function idsText(ids: readonly string[]): string {
  return ids.map(encodeURIComponent).join(',');
}

export function idsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter(Boolean).map(decoded);
}

/** `event:instructor` pairs. */
export function pairsText(pairs: Iterable<readonly [string, string]>): string {
  return [...pairs].map((pair) => pair.map(encodeURIComponent).join(':')).join(',');
}

export function pairsOf(text: string | undefined): readonly (readonly [string, string])[] {
  return (text ?? '').split(',').flatMap((pair) => {
    const [event, instructor] = pair.split(':');
    return event && instructor ? [[decoded(event), decoded(instructor)] as const] : [];
  });
}

/** An address that somebody has cut is no reason to fail. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
