import { SaxesParser } from 'saxes';
import { type Diagnostic, type DiagnosticDetail, error } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';

/** An element as it stands in the file. `text` is what lies directly in it; blanks between its elements are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Line of its opening tag, from 1. */
  readonly line: number;
  /** Where it starts and ends in the text it was read from, for keeping it word for word. */
  readonly start: number;
  readonly end: number;
}

interface Draft extends XmlElement {
  readonly children: Draft[];
  text: string;
  end: number;
}

const deepest = 64;
const mostElements = 4_000_000;
const noAttributes: Readonly<Record<string, string>> = {};

/** Leaves the parser at once; what is wrong is in it. */
class Refused extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/**
 * Parses a whole document. Refused, with the line: what is not well-formed, elements nested deeper than 64, more than
 * four million elements, and a document type with declarations of its own, because entities can unfold without end.
 */
export function parseXml(text: string, fileName: string): Result<XmlElement> {
  const builder = new TreeBuilder(text, fileName);
  try {
    return success(builder.build());
  } catch (cause) {
    if (cause instanceof Refused) return failure([cause.diagnostic]);
    throw cause;
  }
}

class TreeBuilder {
  readonly #text: string;
  readonly #fileName: string;
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #open: Draft[] = [];
  #root: Draft | null = null;
  #count = 0;

  constructor(text: string, fileName: string) {
    this.#text = text;
    this.#fileName = fileName;
  }

  build(): XmlElement {
    const parser = this.#parser;
    parser.on('error', (cause) => {
      this.#refuse('xml.malformed', 'The file is not well-formed XML.', {
        value: cause.message.replace(/^\d+:\d+: /, ''),
        advice: 'Save it again with the program it came from, or correct this line.',
      });
    });
    parser.on('doctype', (declaration) => {
      if (!declaration.includes('[')) return;
      this.#refuse('xml.doctype', 'The file declares entities of its own; such files are not read.', {
        advice: 'Remove the DOCTYPE from the beginning of the file.',
      });
    });
    parser.on('opentag', (tag) => this.#opened(tag.name, tag.attributes));
    parser.on('text', (part) => this.#wrote(part));
    parser.on('cdata', (part) => this.#wrote(part));
    parser.on('closetag', () => this.#closed());
    parser.write(this.#text).close();
    if (this.#root === null) this.#refuse('xml.empty', 'The file has no element.', {});
    return this.#root;
  }

  #opened(name: string, attributes: Record<string, string>): void {
    const { position, line } = this.#parser;
    if (this.#open.length >= deepest) {
      this.#refuse('xml.tooDeep', 'Elements are nested deeper than {most} levels.', {
        value: name,
        values: { most: deepest },
      });
    }
    if (++this.#count > mostElements) {
      this.#refuse('xml.tooLarge', 'The file has more than {most} elements.', {
        values: { most: mostElements },
        advice: 'Timetabling data is far smaller; check that this is the right file.',
      });
    }
    const start = this.#text.lastIndexOf('<', position - 1);
    let hasAttributes = false;
    for (const _ in attributes) hasAttributes = true;
    const draft: Draft = {
      name,
      attributes: hasAttributes ? attributes : noAttributes,
      children: [],
      text: '',
      line,
      start,
      end: position,
    };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = draft;
    else parent.children.push(draft);
    this.#open.push(draft);
  }

  #wrote(part: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += part;
  }

  #closed(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    element.end = this.#parser.position;
    if (element.children.length > 0 && element.text.trim() === '') element.text = '';
  }

  #refuse(code: string, message: string, detail: Omit<DiagnosticDetail, 'place'>): never {
    throw new Refused(error(code, message, { ...detail, place: `${this.#fileName}:${this.#parser.line}` }));
  }
}

/**
 * The opening tag of the document's root, as far as it is there, or null. Looks once at every character: expressions that
 * pass over remarks as often as they like try all ways to do so.
 */
export function rootTag(head: string): string | null {
  const ends: readonly (readonly [start: string, end: string])[] = [
    ['<!--', '-->'],
    ['<?', '?>'],
    ['<!', '>'],
  ];
  let at = 0;
  for (;;) {
    while (at < head.length && (head[at] ?? '') <= ' ') at++;
    if (head[at] !== '<') return null;
    const passed = ends.find(([start]) => head.startsWith(start, at));
    if (passed === undefined)
      return head.slice(at, head.indexOf('>', at) < 0 ? head.length : head.indexOf('>', at) + 1);
    const [start, end] = passed;
    const found = head.indexOf(end, at + start.length);
    if (found < 0) return null;
    at = found + end.length;
  }
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The children of that name in the first child that is the list; none when there is no list. */
export function listIn(root: XmlElement, list: string, name: string): readonly XmlElement[] {
  const element = childOf(root, list);
  return element === undefined ? [] : childrenOf(element, name);
}
