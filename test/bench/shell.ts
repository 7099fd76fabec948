import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repositoryPath } from '../support/repository.ts';
import { printTable, rounded } from './table.ts';

export interface ShellRow {
  /** Kind of file: names carry a hash of the content. */
  readonly name: string;
  readonly files: number;
  /** Thousand bytes. */
  readonly size: number;
  readonly compressed: number;
}

const dist = join(repositoryPath, 'dist');

/** What the first screen loads: the page, what it links to, what that imports at once, and the kernel. */
export function measureShell(): ShellRow[] {
  if (!existsSync(join(dist, 'index.html'))) {
    console.log('\nNo build in dist; `npm run build` makes one.');
    return [];
  }
  const byKind = new Map<string, string[]>();
  for (const file of shellFiles()) {
    const kind = file.split('.').at(-1) ?? '';
    byKind.set(kind, [...(byKind.get(kind) ?? []), file]);
  }
  const rows = [...byKind].map(([name, files]): ShellRow => {
    const contents = files.map((file) => readFileSync(join(dist, file)));
    const kilobytes = (sizes: readonly number[]) => rounded(sizes.reduce((sum, size) => sum + size, 0) / 1000, 1);
    return {
      name,
      files: files.length,
      size: kilobytes(contents.map((content) => content.length)),
      compressed: kilobytes(contents.map((content) => gzipSync(content).length)),
    };
  });
  const total = (of: (row: ShellRow) => number) =>
    rounded(
      rows.reduce((sum, row) => sum + of(row), 0),
      1,
    );
  printTable(
    'Shell: kB until the first screen',
    ['kind', 'files', 'size', 'gzip'],
    [
      ...rows.map((row) => [row.name, row.files, row.size, row.compressed]),
      ['sum', total((row) => row.files), total((row) => row.size), total((row) => row.compressed)],
    ],
  );
  return rows;
}

function shellFiles(): string[] {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    const text = readFileSync(join(dist, file), 'utf8');
    for (const [, name] of text.matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) add(`assets/${name}`);
  };
  for (const [, file = ''] of page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)) add(file);
  const kernels = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.wasm'));
  return ['index.html', ...files, ...kernels.map((name) => `assets/${name}`)];
}
