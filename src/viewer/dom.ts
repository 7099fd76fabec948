import type { Markup } from '../handout/markup.ts';

/** Markup as nodes: text becomes text nodes, never elements. */
export function nodeOf(markup: Markup): Node {
  if (typeof markup === 'string') return document.createTextNode(markup);
  const node = document.createElement(markup.tag);
  for (const [name, value] of Object.entries(markup.attributes)) node.setAttribute(name, value);
  node.append(...markup.children.map(nodeOf));
  return node;
}

type Attributes = Readonly<Record<string, string | boolean>>;

/** An element of the page; `true` is an attribute without a value, `false` none. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children);
  return node;
}

export function button(text: string | Node, onPress: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const node = make('button', { type: 'button', ...attributes }, text);
  node.addEventListener('click', onPress);
  return node;
}
