import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Everything comes from the app's own origin. `wasm-unsafe-eval` allows compiling WebAssembly, nothing else. Styles are
 * files, or set by the program one by one, which no policy is about.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What hosts should send with every file: a page's `meta` says nothing to its workers, and cannot forbid frames. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** How long files may be kept: those of `assets` have a name of their own for each content. */
export const cacheHeaders = { hashed: 'public, max-age=31536000, immutable', named: 'no-cache' } as const;

/** Files that lead to everything else: an old one would lead to files that are gone. */
export const neverCached = ['/', '/index.html', '/service-worker.js', '/manifest.webmanifest'] as const;

/** The headers in the form that Netlify and Cloudflare Pages read; no path gets a header twice. */
export function headersFile(): string {
  const line = (name: string, value: string) => `  ${name}: ${value}`;
  return [
    '/*',
    ...Object.entries(securityHeaders).map(([name, value]) => line(name, value)),
    '/assets/*',
    line('Cache-Control', cacheHeaders.hashed),
    ...neverCached.flatMap((path) => [path, line('Cache-Control', cacheHeaders.named)]),
    '',
  ].join('\n');
}

/** The policy in the built page, beside it the file of headers and a small server that sends them; development needs inline styles and a web socket. */
export function securityFiles(): Plugin {
  return {
    name: 'security-files',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
      const server = readFileSync(new URL('serve.mjs', import.meta.url));
      this.emitFile({ type: 'asset', fileName: 'serve.mjs', source: server });
    },
  };
}
