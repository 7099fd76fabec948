#!/usr/bin/env node
// Serves the folder this file lies in, to this computer alone: for USB sticks and computers without a network. Needs only
// Node 20 or later. `node serve.mjs [port]`; projects belong to the address, so keep to one port (docs/deploy.md).
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const port = Number(process.argv[2] ?? 4173);
const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The headers for every file, from the file that other hosts read. */
function commonHeaders() {
  const [, block = ''] = /^\/\*\n((?: {2}.*\n)+)/.exec(readFileSync(join(folder, '_headers'), 'utf8')) ?? [];
  return Object.fromEntries([...block.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name, value]) => [name, value]));
}

function fileOf(address) {
  try {
    const path = normalize(decodeURIComponent(new URL(address, 'http://localhost').pathname));
    const file = join(folder, path.endsWith(sep) ? `${path}index.html` : path);
    return file.startsWith(folder + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

const headers = commonHeaders();
const server = createServer((request, response) => {
  const file = fileOf(request.url ?? '/');
  if (file === null) {
    response.writeHead(404).end();
    return;
  }
  const type = types[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Cache-Control': 'no-cache' });
  createReadStream(file).pipe(response);
});
server.on('error', ({ message }) => {
  console.error(`Cannot serve on port ${port}: ${message}`);
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () =>
  console.log(`Horarium: http://127.0.0.1:${server.address().port}/ (Ctrl+C ends it)`),
);
