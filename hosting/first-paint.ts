import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const style = /[ \t]*<link rel="stylesheet"[^>]*>\n?/;
const program = /[ \t]*<(?:script type="module"[^>]*><\/script>|link rel="modulepreload"[^>]*>)\n?/g;
const begin = readFileSync(new URL('begin.js', import.meta.url), 'utf8');
const beginFile = `assets/begin-${createHash('sha256').update(begin).digest('base64url').slice(0, 8)}.js`;

/**
 * The frame in `index.html` and its style are all that the first paint waits for. The programs, twenty times as large, would
 * take their share of a slow line and of the page's thread: they stand in a template, and `begin.js` asks for all of
 * them together as soon as something has been painted.
 */
export function firstPaint(): Plugin {
  return {
    name: 'first-paint',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: (page) => programsLater(page) },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: beginFile, source: begin });
    },
  };
}

function programsLater(page: string): string {
  const programs = page.match(program)?.map((tag) => tag.trim()) ?? [];
  if (!style.test(page) || programs.length === 0) throw new Error('The page links to no style or to no program');
  const template = `<template id="programs">\n      ${programs.join('\n      ')}\n    </template>`;
  const rest = page.replace(program, '');
  // Without `defer`: it has a say in how the frame is painted.
  return rest.replace(style, (link) => `${link}    ${template}\n    <script src="./${beginFile}"></script>\n`);
}
