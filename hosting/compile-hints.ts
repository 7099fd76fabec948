import type { Plugin } from 'vite';

/**
 * Chromium compiles what stands below this comment beside the page's thread, while the file is still coming. Without it
 * functions are compiled when they are first called, and drawing the first screen was half compiling. To other browsers
 * it is a comment. See https://v8.dev/blog/explicit-compile-hints.
 */
export const compileHint = '//# allFunctionsCalledOnLoad\n';

/** Files that the first screen is drawn with, by the names of their chunks. */
const hinted: ReadonlySet<string> = new Set(['index', 'solid', 'storage', 'basics']);

/** Puts the hint at the top of them, where alone it is heeded: after the minifier, which takes comments away. */
export function compileHints(): Plugin {
  return {
    name: 'compile-hints',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && hinted.has(file.name)) file.code = compileHint + file.code;
        }
      },
    },
  };
}
