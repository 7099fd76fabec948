import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { usage } from '../src/headless-arguments.ts';
import { repositoryPath } from './support/repository.ts';

const textOf = (path: string): string => readFileSync(repositoryPath + path, 'utf8');

function filesBelow(folder: string): string[] {
  const found = readdirSync(repositoryPath + folder, { recursive: true, encoding: 'utf8' });
  return found.map((path) => `${folder}/${path.replaceAll('\\', '/')}`);
}

/** Files and folders of the project, with a slash before and after each. */
const paths = [
  ...readdirSync(repositoryPath),
  ...['.github', 'assembly', 'docs', 'hosting', 'public', 'src', 'test'].flatMap(filesBelow),
].map((path) => `/${path}/`);

const documents = ['README.md', ...filesBelow('docs').filter((path) => path.endsWith('.md'))].map((path) => ({
  path,
  text: textOf(path),
}));

/** What is set as code in a line, without blocks of code. */
function codeIn(text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** What the build makes, what other programs have, and media types. */
const elsewhere = /^(?:dist|build|application)\//;
const pathOfSource = /^(?:[\w.-]+\/)*[\w.-]+\.(?:ts|tsx|mjs|css|conf|yml)$/;
const pathWithFolder = /^[\w.-]+(?:\/[\w.-]+)+\/?$/;

/** A path may be short of its first folders, and that of a test also of its ending. */
function isThere(code: string): boolean {
  const path = `/${code.replace(/\/$/, '')}`;
  return paths.some(
    (known) =>
      known.includes(`${path}/`) || known.endsWith(`${path}.test.ts/`) || known.endsWith(`${path}.long.test.ts/`),
  );
}

describe.each(documents)('$path', ({ path, text }) => {
  test('names only files and folders that there are', () => {
    const named = codeIn(text).filter((code) => pathOfSource.test(code) || pathWithFolder.test(code));
    expect(named.filter((code) => !elsewhere.test(code) && !isThere(code))).toEqual([]);
  });

  test('links only to files and headings that there are', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => {
      if (/^https?:/.test(link)) return false;
      const [file = '', heading] = link.split('#');
      const target = posix.join(posix.dirname(path), file);
      if (!existsSync(repositoryPath + target)) return true;
      return heading !== undefined && !headingsOf(textOf(target)).includes(heading);
    });
    expect(broken).toEqual([]);
  });

  test('asks only for scripts that there are', () => {
    const { scripts } = JSON.parse(textOf('package.json'));
    const asked = [...text.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, script = '']) => script);
    expect(asked.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

/** Anchors of headings as they are made on the usual hosts. */
function headingsOf(text: string): readonly string[] {
  const titles = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title);
  return titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  );
}

test('docs/decisions/README.md lists every decision by its title', () => {
  const decisions = documents.filter(({ path }) => /^docs\/decisions\/\d/.test(path));
  const lines = decisions.map(({ path, text }) => `- [${/^# (.+)/.exec(text)?.[1]}](${posix.basename(path)})`);
  const listed = textOf('docs/decisions/README.md')
    .split('\n')
    .filter((line) => line.startsWith('- '));
  expect(listed.toSorted()).toEqual(lines.toSorted());
});

test('README and docs/many-machines.md name all options of the command line, and no others', () => {
  const optionsIn = (text: string) =>
    new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option));
  const [, table = ''] = /\n\| option \| \|\n([\s\S]*?)\n\n/.exec(textOf('README.md')) ?? [];
  const known = optionsIn(usage);
  expect(table).not.toBe('');
  expect([...optionsIn(table)].filter((option) => !known.has(option))).toEqual([]);
  const told = optionsIn(textOf('README.md') + textOf('docs/many-machines.md'));
  expect([...known].filter((option) => !told.has(option))).toEqual([]);
});
