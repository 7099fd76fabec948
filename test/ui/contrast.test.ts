import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { repositoryPath } from '../support/repository.ts';

const theme = readFileSync(`${repositoryPath}src/ui/styles/theme.css`, 'utf8');

/** Tokens of the block that begins with the selector, `--name` → `#rrggbb`. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const from = theme.indexOf(`${selector} {`);
  const block = theme.slice(from, theme.indexOf('}', from));
  return new Map(
    [...block.matchAll(/(--[\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** As WCAG 2.2 defines it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const schemes = [':root', ':root[data-theme="dark"]', ':root:not([data-theme])'];
const grounds = ['--surface', '--bg'];

describe.each(schemes)('the colours of %s', (selector) => {
  const tokens = tokensOf(selector);
  const ratio = (name: string, ground: string) => contrast(tokens.get(name) ?? '', tokens.get(ground) ?? '');

  test.each(['--ink', '--muted', '--accent', '--ok', '--warn', '--bad'])('%s can be read as text', (name) => {
    for (const ground of grounds) expect(ratio(name, ground), ground).toBeGreaterThanOrEqual(4.5);
  });

  test('can be told apart where they are edges of fields and rings of focus', () => {
    for (const name of ['--field', '--accent']) {
      for (const ground of grounds) expect(ratio(name, ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });

  test('can be read on the ground of their own state', () => {
    for (const name of ['--accent', '--ok', '--warn', '--bad']) {
      expect(ratio(name, `${name}-soft`), name).toBeGreaterThanOrEqual(4.5);
    }
    expect(ratio('--accent-ink', '--accent')).toBeGreaterThanOrEqual(4.5);
  });
});
