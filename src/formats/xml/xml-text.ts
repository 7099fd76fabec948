/** The value of an attribute in double quotes: line ends and tabs come back as they are. */
export function xmlAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An element with its attributes; those that are undefined are left out. Without content it is closed at once. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] = [],
): string {
  const list = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlAttribute(String(value))}"`],
  );
  const opening = `<${name}${list.join('')}`;
  return content.length === 0 ? `${opening}/>` : `${opening}>\n${content.join('\n')}\n</${name}>`;
}
