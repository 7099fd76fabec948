/** One element to be printed: text, or the elements inside. */
export interface FetNode {
  readonly name: string;
  readonly inside: string | readonly FetNode[];
  /** Of text that is kept word for word: the field that it is. */
  readonly replaces?: string;
}

export function node(name: string, inside: string | number | boolean | readonly FetNode[] = ''): FetNode {
  return { name, inside: typeof inside === 'object' ? inside : String(inside) };
}

/** One element for each value, as FET writes lists of names and ids. */
export function nodes(name: string, values: readonly (string | number)[]): FetNode[] {
  return values.map((value) => node(name, value));
}

/** Already printed text, kept word for word. */
export function verbatim(text: string): FetNode {
  return { name: '', inside: text };
}

/** The way FET itself writes: a line for each element, a tab for each level. */
export function printNode(item: FetNode, depth = 0): string {
  if (item.name === '') return `${item.inside as string}\n`;
  const indent = '\t'.repeat(depth);
  if (typeof item.inside === 'string') return `${indent}<${item.name}>${escaped(item.inside)}</${item.name}>\n`;
  const inside = item.inside.map((child) => printNode(child, depth + 1)).join('');
  return `${indent}<${item.name}>\n${inside}${indent}</${item.name}>\n`;
}

/** Text of an element; what XML cannot hold at all is left out. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;')
  );
}
