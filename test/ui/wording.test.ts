import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleCalendar, exampleEvent, exampleProblem } from '../../src/domain/constraints/example-data.ts';
import { ruleDefinitions } from '../../src/domain/constraints/registry.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { explainViolation } from '../../src/domain/explain.ts';
import { preCheck } from '../../src/domain/pre-check.ts';
import { ruleSentence } from '../../src/domain/rule-sentence.ts';
import { english } from '../../src/domain/wording/english.ts';
import { proofText } from '../../src/domain/wording/proof-words.ts';
import { wordsOfParam, wordsOfRule } from '../../src/domain/wording/rule-words.ts';
import { fill, placesOf } from '../../src/domain/wording/template.ts';
import type { Phrases, Wording } from '../../src/domain/wording/wording.ts';
import { impossibleSample } from '../../src/formats/samples/impossible.ts';
import { newRule } from '../../src/ui/state/rules/rule-kinds.ts';
import { speeches } from '../../src/ui/text/dictionaries.ts';
import { built, timetableOf } from '../support/build.ts';

const codes = ['ne', 'ar', 'de', 'fr', 'es'] as const;
const places = (text: string) => [...new Set(placesOf(text))].sort();

/** Templates made unreadable outside their places, so that a word that did not come from them stands out. */
function masked(template: string): string {
  return template
    .split(/(\{[^{}]*\})/)
    .map((part) =>
      part.startsWith('{')
        ? part.replace(/\|[^{}]*/g, (forms) => forms.replace(/[A-Za-z]+/g, 'xx'))
        : part.replace(/[A-Za-z]+/g, 'xx'),
    )
    .join('');
}

const maskedWording: Wording = {
  language: 'en',
  // Same keys, other values.
  phrases: Object.fromEntries(Object.entries(english.phrases).map(([key, text]) => [key, masked(text)])) as Phrases,
  rules: Object.fromEntries(
    ruleDefinitions.map((definition) => {
      const words = wordsOfRule(definition);
      const each = (texts: Readonly<Record<string, string>>) =>
        Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, masked(text)]));
      return [definition.id, { ...words, sentence: masked(words.sentence), reasons: each(words.reasons) }];
    }),
  ),
  proofs: null,
  messages: null,
  advice: null,
};

describe.each(codes)('%s', (code) => {
  test('words every kind of rule, its parameters and its reasons, with the same places', async () => {
    const { wording } = await speeches[code]();
    expect(Object.keys(wording.rules ?? {}).sort()).toEqual(ruleDefinitions.map(({ id }) => id).sort());
    for (const definition of ruleDefinitions) {
      const words = wordsOfRule(definition, wording);
      const source = wordsOfRule(definition);
      expect([definition.id, places(words.sentence)]).toEqual([definition.id, places(source.sentence)]);
      expect([definition.id, Object.keys(words.params).sort()]).toEqual([
        definition.id,
        Object.keys(definition.params).sort(),
      ]);
      expect([definition.id, Object.keys(words.reasons).sort()]).toEqual([
        definition.id,
        Object.keys(source.reasons).sort(),
      ]);
      for (const [name, reason] of Object.entries(source.reasons)) {
        expect([definition.id, name, places(words.reasons[name] ?? '')]).toEqual([definition.id, name, places(reason)]);
      }
      for (const name of Object.keys(definition.params)) {
        const hasUnit = wordsOfParam(definition, name).unit !== '';
        expect([definition.id, name, wordsOfParam(definition, name, wording).unit !== '']).toEqual([
          definition.id,
          name,
          hasUnit,
        ]);
      }
      expect(words.title).not.toBe(source.title);
      expect(words.doc).not.toBe(source.doc);
    }
  });

  test('words every phrase with its places, and every proof that counting makes', async () => {
    const { wording } = await speeches[code]();
    for (const [key, text] of Object.entries(english.phrases)) {
      const words = wording.phrases[key as keyof Phrases];
      // "One" and "several" may need no word of their own; all else is shown.
      const shown = places(text).filter((place) => place !== 'several' || places(words).includes(place));
      expect([key, places(words)]).toEqual([key, shown]);
    }
    const missing = proofCodes().filter((proof) => wording.proofs?.[proof] === undefined);
    expect(missing).toEqual([]);
  });
});

/** Every code that a file of the proofs names, without its first part. */
function proofCodes(): readonly string[] {
  const folder = 'src/domain/pre-check';
  const named = readdirSync(folder).flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/'preCheck\.(\w+)'/g)].map(([, what]) => what ?? ''),
  );
  return [
    ...named,
    'noTime',
    'noRoom',
    'tooFewRooms',
    'noFreeTime',
    'noFreeInstructor',
    'groupOverfull',
    'groupTight',
    'instructorTight',
  ];
}

test.each(codes)('%s: every violation of every example is a whole sentence', async (code) => {
  const { wording } = await speeches[code]();
  for (const example of ruleDefinitions.flatMap(({ examples }) => examples)) {
    const problem = built(example.problem);
    for (const violation of evaluate(problem, timetableOf(problem, example.timetable)).violations) {
      const sentence = explainViolation(problem, violation, wording);
      expect(sentence).toMatch(/^.{10,}[^.]$/u);
      expect(sentence).not.toMatch(/undefined|NaN|[{}#|]|\s\s| $/);
    }
  }
});

test.each(codes)('%s: proofs are worded, with the names and figures they came with', async (code) => {
  const { wording } = await speeches[code]();
  const problem = built(impossibleSample());
  const findings = preCheck(problem);
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) {
    const sentence = proofText(problem, finding, wording);
    expect(sentence).not.toBe(finding.message);
    expect(sentence).not.toMatch(/undefined|NaN|[{}#|]|\s\s|: ,/);
    for (const resource of finding.resources.length === 1 ? finding.resources : []) {
      expect(sentence).toContain(problem.resources[resource]?.name);
    }
  }
});

describe('no English word is left in another language', () => {
  const data = exampleProblem({
    calendar: exampleCalendar(6),
    events: [exampleEvent('1'), exampleEvent('2')],
    rules: [],
  });

  test.each(ruleDefinitions.map((definition) => [definition.id, definition] as const))(
    'in the sentence of %s',
    (_, definition) => {
      const rule = newRule(data, definition);
      const said = [
        ruleSentence(data, definition, rule, undefined, maskedWording),
        ...definition.scopes.map((of) =>
          ruleSentence(
            data,
            definition,
            { ...rule, scope: { of, tags: ['7'], except: ['8'] } },
            undefined,
            maskedWording,
          ),
        ),
      ];
      expect(
        said.flatMap((sentence) => sentence.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => word.toLowerCase() !== 'xx'),
      ).toEqual([]);
    },
  );
});

test('no English word is left in the reasons of violations', () => {
  for (const example of ruleDefinitions.flatMap(({ examples }) => examples)) {
    const problem = built(example.problem);
    const named = JSON.stringify(example.problem);
    for (const violation of evaluate(problem, timetableOf(problem, example.timetable)).violations) {
      const words = explainViolation(problem, violation, maskedWording).match(/[A-Za-z]{2,}/g) ?? [];
      expect(words.filter((word) => word.toLowerCase() !== 'xx' && !named.includes(word))).toEqual([]);
    }
  }
});

test('a number and its noun have the forms of the language', () => {
  const forms = '{n|فترة واحدة|فترتان|# فترات|# فترة}';
  expect([1, 2, 3, 11].map((n) => fill(forms, { n }, 'ar'))).toEqual(['فترة واحدة', 'فترتان', '3 فترات', '11 فترة']);
  expect([0, 1, 2].map((n) => fill('{n|jour|jours}', { n }, 'fr'))).toEqual(['0 jour', '1 jour', '2 jours']);
  expect(fill('{?n| (at most #)}|{?m|some|none}', { n: 3, m: 0 }, 'en')).toBe(' (at most 3)|none');
});

test('a name in Latin letters keeps its direction within Arabic, and only there', async () => {
  const name = '\u2068Lab (2)\u2069';
  expect(fill('{who} محجوز', { who: 'Lab (2)' }, 'ar')).toBe(`${name} محجوز`);
  expect(fill('{who} محجوز', { who: name }, 'ar')).toBe(`${name} محجوز`);
  expect(fill('{who} محجوز في {time}', { who: 'مختبر', time: '08:00' }, 'ar')).toBe('مختبر محجوز في 08:00');
  expect(fill('{who} is taken', { who: 'مختبر' }, 'en')).toBe('مختبر is taken');
  const { wording } = await speeches.ar();
  const data = exampleProblem({ calendar: exampleCalendar(6), events: [exampleEvent('e')], rules: [] });
  const definition = ruleDefinitions.find(({ id }) => id === 'unavailable');
  if (definition === undefined) throw new Error('There is no such kind of rule.');
  const rule = { ...newRule(data, definition), scope: { of: 'rooms' as const, ids: ['Lab (2)'] } };
  expect(ruleSentence(data, definition, rule, undefined, wording)).toContain(name);
});
