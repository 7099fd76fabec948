import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compileHint } from '../../hosting/compile-hints.ts';
import { repositoryPath } from '../support/repository.ts';

const dist = join(repositoryPath, 'dist');
const budget = 200_000;
/** Files of the first screen: each is a request. */
const mostFiles = 14;
/** Bytes of the code of packages in the app and its workers, before it is made small. */
const packageBudget = 720_000;
/** Compressed bytes of everything, for whoever installs it: code, styles, kernel, not the samples. */
const appBudget = 900_000;
/** Compressed bytes of all texts of a language that is not English, and of what it says of files of other programs. */
const languageBudget = 50_000;
const remarksBudget = 10_000;

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

function sizeOfFile(file: string): number {
  return statSync(join(dist, file)).size;
}

describe('the app shell', () => {
  test('is at most 200 kB compressed, kernel included', () => {
    const sizes = shellFiles().map((file) => [file, gzipSync(readFileSync(join(dist, file))).length] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    console.info(`app shell: ${(total / 1000).toFixed(1)} kB`, Object.fromEntries(sizes));
    expect(sizes.length).toBeGreaterThan(2);
    expect(total).toBeLessThanOrEqual(budget);
    expect(sizes.length).toBeLessThanOrEqual(mostFiles);
  });

  test('asks for its style first, and for its programs when that has been painted', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const tags = [...page.matchAll(/<(?:template|script|link)[^>]*(?:assets\/|programs)[^>]*>/g)].map(([tag]) => tag);
    const [style, template, ...programs] = tags;
    expect(style).toContain('rel="stylesheet"');
    expect(template).toContain('<template');
    expect(programs.pop()).toContain('begin-');
    expect(programs.length).toBeGreaterThan(2);
    // nothing beyond what the first paint needs may share its line
    expect(page.indexOf('</template>')).toBeGreaterThan(page.indexOf(programs.at(-1) ?? ''));
  });

  test('has its large programs compiled while they come', () => {
    // only at the very beginning of a file the hint is heeded
    const large = shellFiles().filter((file) => file.endsWith('.js') && sizeOfFile(file) > 20_000);
    expect(large.length).toBeGreaterThan(2);
    expect(large.filter((file) => !readFileSync(join(dist, file), 'utf8').startsWith(compileHint))).toEqual([]);
  });

  test('and all that comes later stay within their budgets', () => {
    const packages: Record<string, number> = JSON.parse(
      readFileSync(join(repositoryPath, 'build/package-sizes.json'), 'utf8'),
    );
    const code = Object.values(packages).reduce((sum, size) => sum + size, 0);
    const files = readdirSync(join(dist, 'assets')).filter((name) => /\.(?:js|css|wasm)$/.test(name));
    const sizeOf = (name: string) => gzipSync(readFileSync(join(dist, 'assets', name))).length;
    // Everybody reads one language.
    const others = files.filter((name) => /^(?:ar|de|es|fr|ne)-[\w-]+\.js$/.test(name));
    const all = files.filter((name) => !others.includes(name)).reduce((sum, name) => sum + sizeOf(name), 0);
    console.info(
      `packages: ${(code / 1000).toFixed(0)} kB of code; the whole app: ${(all / 1000).toFixed(0)} kB`,
      packages,
    );
    expect(Object.keys(packages).length).toBeGreaterThan(5);
    expect(code).toBeLessThanOrEqual(packageBudget);
    expect(all).toBeLessThanOrEqual(appBudget);
    const isRemarks = (name: string) => name.slice(3).startsWith('remarks-');
    console.info('languages:', Object.fromEntries(others.map((name) => [name, sizeOf(name)])));
    expect(others.filter(isRemarks)).toHaveLength(5);
    expect(others).toHaveLength(10);
    for (const name of others)
      expect(sizeOf(name)).toBeLessThanOrEqual(isRemarks(name) ? remarksBudget : languageBudget);
  });
});
