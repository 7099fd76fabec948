import type { Plugin } from 'vite';

const style = /[ \t]*<link rel="stylesheet"[^>]*>\n?/;
const program = /<(?=script type="module"|link rel="modulepreload")/;

/**
 * The style of the frame in `index.html` is all that its first paint waits for: so it stands before the programs, and
 * they do not take its share of a slow line (`fetchpriority`). Nothing else is fetched then, so that they lose nothing.
 */
export function firstPaint(): Plugin {
  return {
    name: 'first-paint',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: (page) => styleFirst(page) },
  };
}

function styleFirst(page: string): string {
  const link = style.exec(page)?.[0] ?? '';
  const rest = page.replace(link, '');
  const at = rest.search(program);
  if (link === '' || at < 0) throw new Error('The page links to no style or to no program');
  const later = rest.slice(at).replace(/<script type="module"|<link rel="modulepreload"/g, '$& fetchpriority="low"');
  return `${rest.slice(0, at)}${link.trim()}\n    ${later}`;
}
