import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { repositoryPath } from '../support/repository.ts';

const dist = join(repositoryPath, 'dist');
const budget = 200_000;

/** Files the first screen needs: the page, what it links to, what these import at once, and the kernel. */
function shellFiles(): string[] {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const linked = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    const text = readFileSync(join(dist, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) add(`assets/${name}`);
    for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*`\.\/([^`]+\.js)`/g)) add(`assets/${name}`);
  };
  for (const file of linked) add(file);
  const kernels = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.wasm'));
  return ['index.html', ...files, ...kernels.map((name) => `assets/${name}`)];
}

describe('the app shell', () => {
  test('is at most 200 kB compressed, kernel included', () => {
    const sizes = shellFiles().map((file) => [file, gzipSync(readFileSync(join(dist, file))).length] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    console.info(`app shell: ${(total / 1000).toFixed(1)} kB`, Object.fromEntries(sizes));
    expect(sizes.length).toBeGreaterThan(2);
    expect(total).toBeLessThanOrEqual(budget);
  });
});
