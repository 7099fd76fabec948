import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { preview } from 'vite';
import { serveOrigin } from './guard.ts';
import { startNginx } from './nginx.ts';
import { repositoryPath } from './repository.ts';

export interface TestServer {
  /** Address of the app, with a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `dist` as `npm start` does, on a free port; with HORARIUM_HOST=nginx, in a folder of nginx. */
export async function startPreview(): Promise<TestServer> {
  if (process.env.HORARIUM_HOST === 'nginx') return startNginx();
  const server = await preview({
    root: repositoryPath,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 4600, strictPort: false },
  });
  const { port } = server.httpServer.address() as AddressInfo; // A listening TCP server has an AddressInfo.
  const url = `http://127.0.0.1:${port}/`;
  serveOrigin(url);
  return { url, close: () => server.close() };
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** What may go wrong with a file on its way: it does not come, no answer ever comes, or code that comes with it does harm. */
export type Trouble = 'missing' | 'silence' | { readonly codeBefore: string };

export interface StaticSite {
  /** Folder to serve; may be replaced while the server runs, as a deployment does. */
  folder: string;
  /** Path the folder appears under, with slashes at both ends. */
  readonly base: string;
  /** Addresses asked for that do not exist. */
  readonly missing: string[];
  /** Sent with every file; absent for hosts that send nothing special. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Asked for each path, as long as it is there. */
  trouble?: ((path: string) => Trouble | null) | undefined;
  /** Ends requests that get no answer. */
  readonly waiting?: (() => void)[];
}

/** The plainest static host: files below `base`, a redirect or fallback for nothing. */
export async function startStaticServer(site: StaticSite): Promise<TestServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const trouble = site.trouble?.(path) ?? null;
    if (trouble === 'silence') {
      site.waiting?.push(() => response.destroy());
      return;
    }
    const file = trouble === 'missing' ? null : fileOf(site, path);
    if (file === null) {
      site.missing.push(path);
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      ...site.headers,
      'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    });
    if (trouble !== null && trouble !== 'missing') response.write(trouble.codeBefore);
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // A listening TCP server has an AddressInfo.
  const url = `http://127.0.0.1:${port}${site.base}`;
  serveOrigin(url);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fileOf(site: StaticSite, path: string): string | null {
  if (!path.startsWith(site.base)) return null;
  const relative = normalize(path.slice(site.base.length));
  if (relative === '..' || relative.startsWith(`..${sep}`)) return null;
  const file = join(site.folder, path.endsWith('/') ? `${relative}/index.html` : relative);
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : null;
}
