/**
 * Elements as plain data, for documents that are written as text (HTML, SVG) and shown in pages alike. Text is always
 * text: nothing in a name can become an element.
 */
export type Markup = string | MarkupElement;

export interface MarkupElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

/** Attributes that are undefined are left out. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly Markup[]
): MarkupElement {
  const given = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return { tag, attributes: Object.fromEntries(given), children };
}

const emptyTags: ReadonlySet<string> = new Set(['meta', 'link', 'br', 'hr', 'col', 'input']);

/** HTML. */
export function htmlText(markup: Markup): string {
  if (typeof markup === 'string') return escaped(markup);
  const open = `<${markup.tag}${attributesText(markup)}>`;
  return emptyTags.has(markup.tag) ? open : `${open}${markup.children.map(htmlText).join('')}</${markup.tag}>`;
}

/** XML, such as SVG. */
export function xmlText(markup: Markup): string {
  if (typeof markup === 'string') return escaped(markup);
  const open = `<${markup.tag}${attributesText(markup)}`;
  if (markup.children.length === 0) return `${open}/>`;
  return `${open}>${markup.children.map(xmlText).join('')}</${markup.tag}>`;
}

function attributesText({ attributes }: MarkupElement): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return (
    text
      .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML must not contain them.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  );
}
