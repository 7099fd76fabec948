import { element, type Markup, type MarkupElement, xmlText } from './markup.ts';

/* What pictures (SVG) of timetables are drawn with. */

export const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
export const ink = {
  text: '#1c2230',
  quiet: '#5d6678',
  line: '#c9c9c0',
  soft: '#e3e3dc',
  paper: '#ffffff',
  band: '#f7f7f4',
};

/** Hue, saturation and lightness as the hexadecimal form, which every program for pictures knows. */
export function colourOf(angle: number, saturation: number, lightness: number): string {
  const spread = saturation * Math.min(lightness, 1 - lightness);
  const part = (offset: number) => {
    const position = (offset + angle / 30) % 12;
    const share = lightness - spread * Math.max(-1, Math.min(position - 3, 9 - position, 1));
    return Math.round(share * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(0)}${part(8)}${part(4)}`;
}

/** About as wide as letters are in pixels: those of the device's font are not known here. */
export const boldWidth = 7.6;
export const plainWidth = 6.2;

/** Cut to about so many pixels. */
export function shortened(text: string, width: number, letterWidth: number): string {
  if (widthOf(text) * letterWidth <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(`${kept}${character}…`) * letterWidth > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** In letters; wide scripts count double. */
export function widthOf(text: string): number {
  let sum = 0;
  for (const character of text) {
    sum += /[\u1100-\u11ff\u2e80-\uffdc\u{1f000}-\u{3ffff}]/u.test(character) ? 1.9 : 1;
  }
  return sum;
}

export interface WordStyle {
  readonly size: number;
  readonly weight?: number;
  readonly fill?: string;
}

export function words(
  text: string,
  x: number,
  y: number,
  { size: fontSize, weight, fill = ink.text }: WordStyle,
): Markup {
  return text === '' ? '' : element('text', { x, y, 'font-size': fontSize, 'font-weight': weight, fill }, text);
}

export function rule(x1: number, y1: number, x2: number, y2: number, stroke: string): MarkupElement {
  return element('line', { x1, y1, x2, y2, stroke });
}

/** Where rows of these heights begin, and where the last one ends. */
export function topsOf(heights: readonly number[], first: number): readonly number[] {
  const tops = [first];
  for (const height of heights) tops.push((tops.at(-1) ?? first) + height);
  return tops;
}

/** The picture as a file; right to left it is mirrored, with its texts beginning on the right. */
export function svgText(root: MarkupElement, direction: 'ltr' | 'rtl'): string {
  const made = direction === 'rtl' ? rightToLeft(root) : root;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(made)}\n`;
}

/** Not the root itself: where the picture is a document, its direction would be that of scrolling. */
function rightToLeft(root: MarkupElement): MarkupElement {
  const width = Number(root.attributes.width);
  const children = root.children.map((child) => (typeof child === 'string' ? child : mirrored(child, width)));
  return { ...root, children: [element('g', { direction: 'rtl' }, ...children)] };
}

function mirrored(part: MarkupElement, width: number): MarkupElement {
  const { tag, attributes, children } = part;
  const places: Record<string, string> = {};
  const flipped = (name: string, size = 0) => {
    if (attributes[name] !== undefined) places[name] = String(width - Number(attributes[name]) - size);
  };
  if (tag === 'rect') flipped('x', Number(attributes.width));
  else for (const name of ['x', 'x1', 'x2']) flipped(name);
  return {
    tag,
    attributes: { ...attributes, ...places },
    children: children.map((child) => (typeof child === 'string' ? child : mirrored(child, width))),
  };
}
