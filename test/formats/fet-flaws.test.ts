import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/result.ts';
import { fetReader } from '../../src/formats/fet/fet.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { constraint, fetActivity, fetText } from './support/fet-text.ts';
import { codesOf, remark, textFile, valueIn } from './support/files.ts';

// The reader answers at once; the contract also allows a promise.
function read(text: string): Result<ProjectContent> {
  return fetReader.read([textFile('school.fet', text)]) as Result<ProjectContent>;
}

/** Line of the first occurrence, from 1. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('a file that is not well-formed', () => {
  test.each([
    ['cut off in the middle', (text: string) => text.slice(0, text.length / 2), 'xml.malformed'],
    ['with a tag that is never closed', (text: string) => text.replace('</Days_List>', ''), 'xml.malformed'],
    ['with an entity nobody declared', (text: string) => text.replace('Hill', '&hill;'), 'xml.malformed'],
    ['with a bare ampersand', (text: string) => text.replace('Hill', 'Hill & Dale'), 'xml.malformed'],
    ['with elements nested without end', (text: string) => text + '<a>'.repeat(9), 'xml.malformed'],
    ['of another root', (text: string) => text.replace('<fet ', '<fat ').replace('</fet>', '</fat>'), 'fet.root'],
    ['of an old version', () => fetText({ version: '3.9.5' }), 'fet.version'],
  ])('%s is refused with its line and advice', (_, change, code) => {
    const result = read(change(fetText()));
    expect(result.ok).toBe(false);
    expect(codesOf(result)).toEqual([code]);
    expect(remark(result, code).place).toMatch(/^school\.fet:\d+$/);
  });

  test('of a version that is read is not called too old when nothing is in it', () => {
    expect(codesOf(read('<fet version="6.8.5"></fet>'))).toEqual([]);
    expect(codesOf(read('<fet></fet>'))).toEqual(['fet.version']);
  });

  test('names the line of a flaw', () => {
    const text = fetText().replace('<Name>Latin</Name>', '<Name>Latin</Nmae>');
    expect(remark(read(text), 'xml.malformed').place).toBe(`school.fet:${lineOf(text, '</Nmae>')}`);
  });

  test('with entities that unfold without end is refused before they do', () => {
    const bomb =
      '<!DOCTYPE fet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
    const text = fetText().replace('<fet ', `${bomb}\n<fet `).replace('Hill', '&c;');
    expect(codesOf(read(text))).toEqual(['xml.doctype']);
  });

  test('nested too deep is refused', () => {
    const text = fetText().replace('<Comments></Comments>', `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`);
    expect(codesOf(read(text))).toEqual(['xml.tooDeep']);
  });

  test('of many megabytes is read or refused in good time', () => {
    const long = constraint('SomethingNew', { Note: 'x'.repeat(100) }).repeat(40_000);
    const { problem } = valueIn(read(fetText({ time: long })));
    expect(problem.notEnforced.find(({ kind }) => kind === 'ConstraintSomethingNew')?.count).toBe(40_000);
  });
});

describe('a flaw of the content', () => {
  test.each([
    ['an unknown teacher', fetText({ activities: fetActivity(1, { teachers: ['Zoe'] }) }), 'fet.reference', 'Zoe'],
    ['an unknown set', fetText({ activities: fetActivity(1, { students: ['Year 9'] }) }), 'fet.reference', 'Year 9'],
    ['an unknown subject', fetText({ activities: fetActivity(1, { subject: 'Art' }) }), 'fet.reference', 'Art'],
    ['an unknown tag', fetText({ activities: fetActivity(1, { tags: ['early'] }) }), 'fet.reference', 'early'],
    ['a repeated id', fetText({ activities: fetActivity(1) + fetActivity(1) }), 'fet.duplicate', '1'],
    ['a negative duration', fetText({ activities: fetActivity(1, { duration: -2 }) }), 'fet.number', '-2'],
    ['half an hour', fetText({ activities: fetActivity(1, { duration: 1.5 }) }), 'fet.number', '1.5'],
    ['a repeated hour', fetText({ hours: ['8:00', '8:00'] }), 'fet.duplicate', '8:00'],
    ['a name of 400 letters', fetText().replaceAll('Ada', 'A'.repeat(400)), 'fet.longName', `${'A'.repeat(119)}…`],
    ['a repeated set', fetText({ students: year('Y') + year('Y') }), 'fet.duplicate', 'Y'],
    ['a count that is wrong', fetText().replace('<Number_of_Days>3', '<Number_of_Days>5'), 'fet.count', '5'],
    ['an unknown room', fetText({ space: roomFor('1', 'Shed') }), 'fet.reference', 'Shed'],
    ['an unknown activity', fetText({ space: roomFor('99', 'Lab') }), 'fet.reference', '99'],
    [
      'a percentage of 120',
      fetText({ time: constraint('TeachersMaxHoursDaily', hours(3), 120) }),
      'fet.percentage',
      '120',
    ],
    ['a limit below zero', fetText({ time: constraint('TeachersMaxHoursDaily', hours(-3)) }), 'fet.number', '-3'],
    ['a limit left out', fetText({ time: constraint('TeachersMaxHoursDaily') }), 'fet.field', undefined],
    ['an empty name', fetText().replace('<Name>Lab</Name>', '<Name></Name>'), 'fet.field', 'Name'],
    ['neither true nor false', fetText().replace('<Active>false', '<Active>maybe'), 'fet.truth', 'maybe'],
  ])('%s is an error with its line, its value and advice', (_, text, code, value) => {
    const result = read(text);
    expect(result.ok).toBe(false);
    const flaw = remark(result, code);
    if (value !== undefined) expect(flaw.value).toBe(value);
    expect(flaw.place).toMatch(/^school\.fet:\d+$/);
    expect(flaw.advice).toBeTruthy();
  });

  test('is listed twenty times, then counted', () => {
    const result = read(
      fetText({ activities: Array.from({ length: 50 }, (_, id) => fetActivity(id, { tags: ['?'] })).join('') }),
    );
    expect(result.diagnostics).toHaveLength(21);
    expect(remark(result, 'fet.more').value).toBe('30');
  });
});

describe('any file', () => {
  const text = fetText({
    time:
      constraint('TeachersMaxHoursDaily', hours(3)) +
      constraint('MinDaysBetweenActivities', { Activity_Id: [1, 2], MinDays: 1 }),
    space: roomFor('1', 'Lab'),
  });

  test('is read or gives a reason, whatever is cut out of it or put into it', async () => {
    const pieces = fc.constantFrom(
      '',
      '<',
      '</',
      '&',
      '1',
      '-1',
      'Year 7',
      '<Name>x</Name>',
      'true',
      '\u0000',
      '999999999999',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(60), pieces, async (at, length, piece) => {
        const result = await readFiles([textFile('school.fet', text.slice(0, at) + piece + text.slice(at + length))]);
        expect(result.ok || result.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('with the value of a field changed is read or gives a reason', async () => {
    const fields = [...text.matchAll(/<(\w+)>([^<\n]*)<\/\1>/g)];
    const values = fc.constantFrom(
      '',
      '0',
      '-1',
      '7',
      '1e9',
      'constructor',
      '__proto__',
      'Ada',
      'Monday',
      'Lab',
      ' ',
      'é',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(fields.length - 1), values, async (index, value) => {
        const [whole = '', name = ''] = fields[index] ?? [];
        const at = fields[index]?.index ?? 0;
        const changed = `${text.slice(0, at)}<${name}>${value}</${name}>${text.slice(at + whole.length)}`;
        const result = await readFiles([textFile('school.fet', changed)]);
        expect(result.ok || result.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function year(name: string): string {
  return `<Year><Name>${name}</Name><Number_of_Students>1</Number_of_Students></Year>`;
}

function roomFor(activity: string, room: string): string {
  return constraint('ActivityPreferredRoom', { Activity_Id: activity, Room: room, Permanently_Locked: true });
}

function hours(limit: number) {
  return { Maximum_Hours_Daily: limit };
}
