import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What is called so in every language. */
const names = new Set([
  'Horarium',
  'Esc',
  'Ctrl',
  'Shift',
  'Enter',
  'Tab',
  'MIT',
  'JSON',
  'CSV',
  'PNG',
  'SVG',
  'Ctrl+C',
  'HH:MM',
]);

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file, source: withoutComments(readFileSync(`src/${file}`, 'utf8')) }));

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

const words = (text: string) => (text.match(/[A-Za-z][A-Za-z+:]+/g) ?? []).filter((word) => !names.has(word));

/** Text between the end of a tag and the next tag or brace. */
function textsIn(source: string): readonly string[] {
  const texts = source.matchAll(/(?<!\w)<\/?[a-zA-Z][^<>{}]*(?:\{[^{}]*\}[^<>{}]*)*>([^<>{}();=]*)(?=<|\{)/g);
  return [...texts].map(([, text = '']) => text.trim()).filter((text) => words(text).length > 0);
}

test('no element of the interface has words of its own: all come from the dictionary', () => {
  const found = files.flatMap(({ file, source }) => textsIn(source).map((text) => `${file}: ${text}`));
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
  expect(textsIn('<p class={a}>\n  Some words {b}</p><br />and more<i>')).toEqual(['Some words', 'and more']);
});

test('no attribute that is read or shown has words of its own', () => {
  const shown =
    /\s(?:aria-label|aria-description|aria-roledescription|alt|placeholder|title)=(?:"([^"]*)"|\{\s*['"`]([^'"`]*)['"`]\s*\})/g;
  const found = files.flatMap(({ file, source }) =>
    [...source.matchAll(shown)]
      .map(([, plain, quoted]) => plain ?? quoted ?? '')
      // A component that takes the key of a text is given one word; whoever shows it is given a text.
      .filter((text) => words(text.replace(/\$\{[^}]*\}/g, '')).length > 1)
      .map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('no notice is given in words of its own', () => {
  const sources = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('text/'))
    .map((file) => ({ file, source: withoutComments(readFileSync(`src/ui/${file}`, 'utf8')) }));
  const found = sources.flatMap(({ file, source }) =>
    [...source.matchAll(/\b(?:text|title|label|hint|announce\(|complain\():?\s*'([A-Z][a-z]+ [^']+)'/g)].map(
      ([, text = '']) => `${file}: ${text}`,
    ),
  );
  expect(found).toEqual([]);
});
