import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { repositoryPath } from './repository.ts';

export interface SourceFile {
  /** Below the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface SourceImport {
  readonly from: string;
  /** Path below the repository for a relative import, else the name of the package. */
  readonly to: string;
  readonly relative: boolean;
  /** True when only types are taken: nothing is left of it when the app runs. */
  readonly typeOnly: boolean;
}

export function sourceFiles(folder: string, extensions = /\.(ts|tsx)$/): SourceFile[] {
  return readdirSync(join(repositoryPath, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: path.slice(repositoryPath.length).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const dynamicImport = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const fileAddress = /new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g;

/** Every import of a file: statements, re-exports, dynamic imports and workers. */
export function importsOf(file: SourceFile): SourceImport[] {
  const text = withoutComments(file.text);
  const found: SourceImport[] = [];
  for (const [, type, target] of text.matchAll(statement)) found.push(resolved(file, target, type !== undefined));
  for (const [, target] of text.matchAll(dynamicImport)) found.push(resolved(file, target, false));
  for (const [, target] of text.matchAll(fileAddress)) found.push(resolved(file, target, false));
  return found;
}

function resolved(file: SourceFile, target = '', typeOnly: boolean): SourceImport {
  const plain = target.replace(/\?.*$/, '');
  if (!plain.startsWith('.')) return { from: file.path, to: packageName(plain), relative: false, typeOnly };
  const path = posix.join(dirname(file.path), plain);
  // The kernel's compiler wants no extension.
  const to = file.path.startsWith('assembly/') && !path.endsWith('.ts') ? `${path}.ts` : path;
  return { from: file.path, to, relative: true, typeOnly };
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
