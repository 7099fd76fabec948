import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonPath, parseJson } from '../../src/formats/json.ts';
import { deepestNesting } from '../../src/formats/json-scan.ts';
import { codesOf, remark, valueIn } from './support/files.ts';

describe('what JSON.parse accepts', () => {
  test('is read to the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 10 }), fc.constantFrom(0, 1, 2), (text, indent) => {
        // These names are refused on purpose; random objects have them now and then.
        fc.pre(!/"(__proto__|constructor|prototype)"/.test(text));
        const spaced = JSON.stringify(JSON.parse(text), null, indent);
        expect(valueIn(parseJson(spaced, 'a.json'))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('and what it refuses is refused, whatever was changed', () => {
    const sample = JSON.stringify({ a: [1, -2.5e3, true, null, 'x\\y"\u00e9'], b: { c: [] } });
    fc.assert(
      fc.property(fc.nat(sample.length - 1), fc.string({ maxLength: 2 }), (at, inserted) => {
        const text = sample.slice(0, at) + inserted + sample.slice(at + 1);
        let correct = true;
        try {
          JSON.parse(text);
        } catch {
          correct = false;
        }
        expect(parseJson(text, 'a.json').ok).toBe(correct);
      }),
    );
  });
});

describe('flaws', () => {
  test.each([
    ['{"a": 1,\n "b": }', 'a.json:2:7'],
    ['[1, 2', 'a.json:1:6'],
    ['{"a" 1}', 'a.json:1:6'],
    ['{"a": 01}', 'a.json:1:8'],
    ['[1] x', 'a.json:1:5'],
    ['["a\nb"]', 'a.json:1:2'],
  ])('%j is placed at %s', (text, place) => {
    expect(remark(parseJson(text, 'a.json'), 'json.syntax').place).toBe(place);
  });

  test('nesting up to the limit is read, one level more is not', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(deepestNesting), 'a').ok).toBe(true);
    expect(codesOf(parseJson(nested(deepestNesting + 1), 'a'))).toEqual(['json.tooDeep']);
    expect(codesOf(parseJson('['.repeat(5_000_000), 'a'))).toEqual(['json.tooDeep']);
  });

  test.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])('the name %s is refused', (key) => {
    const result = parseJson(`{"x": {"${key}": {"polluted": true}}}`, 'a.json');
    expect(codesOf(result)).toEqual(['json.refusedKey']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('such a name is allowed as a value', () => {
    expect(parseJson('{"name": "constructor"}', 'a').ok).toBe(true);
  });
});

test('paths read like code', () => {
  expect(jsonPath(['events', 3, 'courseId'])).toBe('events[3].courseId');
  expect(jsonPath([])).toBe('');
});
