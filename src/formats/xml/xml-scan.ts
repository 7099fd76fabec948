/** What the scanner tells of: names without their prefix, attributes as they stand in the tag. */
export interface XmlListener {
  readonly open: (name: string, attributes: string) => void;
  readonly text?: (text: string) => void;
  readonly close: (name: string) => void;
}

/**
 * Goes through XML that a program wrote, several times as fast as a parser: the sheets of a workbook are mostly tags. It
 * knows elements, text, CDATA, comments and processing instructions. A document type is not read, so entities cannot
 * unfold; what is not well-formed ends the scan. False when that happened.
 */
export function scanXml(xml: string, listener: XmlListener): boolean {
  let at = 0;
  for (;;) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) return true;
    if (tag > at && listener.text !== undefined) listener.text(decodeEntities(xml.slice(at, tag)));
    const mark = xml.charCodeAt(tag + 1);
    if (mark === 0x21 || mark === 0x3f) {
      at = afterSpecial(xml, tag, listener);
      if (at < 0) return false;
      continue;
    }
    const end = endOfTag(xml, tag + 1);
    if (end < 0) return false;
    if (mark === 0x2f) listener.close(localName(xml, tag + 2, end));
    else {
      const isEmpty = xml.charCodeAt(end - 1) === 0x2f;
      const name = localName(xml, tag + 1, isEmpty ? end - 1 : end);
      // Within the tag: a search through the rest of the file for each tag would take the square of its length.
      const from = endOfName(xml, tag + 1, end);
      listener.open(name, from === end ? '' : xml.slice(from, end));
      if (isEmpty) listener.close(name);
    }
    at = end + 1;
  }
}

/** The value of an attribute of a tag, or undefined. The name is given with its prefix, if it has one. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (at > 0 && attributes.charCodeAt(at - 1) > 0x20) continue;
    let from = at + name.length;
    while (attributes.charCodeAt(from) <= 0x20) from++;
    if (attributes.charCodeAt(from) !== 0x3d) continue;
    from++;
    while (attributes.charCodeAt(from) <= 0x20) from++;
    const quote = attributes[from];
    if (quote !== '"' && quote !== "'") continue;
    const end = attributes.indexOf(quote, from + 1);
    if (end >= 0) return decodeEntities(attributes.slice(from + 1, end));
  }
  return undefined;
}

function afterSpecial(xml: string, tag: number, listener: XmlListener): number {
  if (xml.startsWith('<![CDATA[', tag)) {
    const end = xml.indexOf(']]>', tag);
    if (end >= 0) listener.text?.(xml.slice(tag + 9, end));
    return end < 0 ? -1 : end + 3;
  }
  const closing = xml.startsWith('<!--', tag) ? '-->' : xml.startsWith('<?', tag) ? '?>' : null;
  if (closing === null) return -1;
  const end = xml.indexOf(closing, tag + 2);
  return end < 0 ? -1 : end + closing.length;
}

/** The `>` of a tag: those inside quotes do not end it. Every character is looked at once. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; ; ) {
    const end = xml.indexOf('>', at);
    if (end < 0) return -1;
    const quote = openQuote(xml, at, end);
    if (quote === '') return end;
    const closing = xml.indexOf(quote, end);
    if (closing < 0) return -1;
    at = closing + 1;
  }
}

/** The quotation mark that is still open at the end, or nothing. */
function openQuote(xml: string, from: number, end: number): string {
  let quote = 0;
  for (let at = from; at < end; at++) {
    const code = xml.charCodeAt(at);
    if (quote === 0 && (code === 0x22 || code === 0x27)) quote = code;
    else if (code === quote) quote = 0;
  }
  return quote === 0 ? '' : String.fromCharCode(quote);
}

/** Where the first blank of a tag is; its end when there is none. */
function endOfName(xml: string, from: number, end: number): number {
  let to = from;
  while (to < end && xml.charCodeAt(to) > 0x20) to++;
  return to;
}

function localName(xml: string, from: number, end: number): string {
  let to = from;
  let start = from;
  for (; to < end; to++) {
    const code = xml.charCodeAt(to);
    if (code <= 0x20) break;
    if (code === 0x3a) start = to + 1;
  }
  return xml.slice(start, to);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
