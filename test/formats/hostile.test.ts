import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Random } from '../../src/domain/random.ts';
import { gzip } from '../../src/formats/gzip.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { readSheets } from '../../src/formats/tables/sheet-files.ts';
import { randomItc2019 } from '../support/itc2019-xml.ts';
import { processorClock } from '../support/processor-time.ts';
import { ascText } from './support/asc-text.ts';
import { plainCtt } from './support/ctt-text.ts';
import { engineFiles, engineLists } from './support/engine-lists.ts';
import { constraint, fetText } from './support/fet-text.ts';
import { codesOf, textFile, valueIn } from './support/files.ts';
import { unitimeText } from './support/unitime-text.ts';

const fetRoom = constraint('ActivityPreferredRoom', { Activity_Id: 1, Room: 'Hall', Permanently_Locked: true });

/** Files that are made to do harm: what every reader of a kind of file does with them. */
const forms = [
  { name: 'FET', file: 'a.fet', text: fetText({ space: fetRoom }), root: 'fet', room: /\bHall\b/g },
  {
    name: 'ITC-2019',
    file: 'a.xml',
    text: randomItc2019(new Random(3), ['SameStart']),
    root: 'problem',
    room: /(?<=<(?:room id|travel room)=")1(?=")/g,
  },
  {
    name: 'UniTime',
    file: 'a.xml',
    text: unitimeText,
    root: 'timetable',
    room: /(?<=<(?:room|travel-time) id=")1(?=")/g,
  },
  { name: 'aSc', file: 'a.xml', text: ascText, root: 'timetable', room: /\bR1\b/g },
];

const read = (file: string, text: string) => readFiles([textFile(file, text)]);

describe.each(forms)('XML of $name', ({ file, text, root, room }) => {
  const before = (declaration: string) => text.replace(`<${root} `, `${declaration}\n<${root} `);
  const inside = (content: string) => text.replace(`</${root}>`, `${content}</${root}>`);

  test('is sound as it is', async () => {
    expect((await read(file, text)).ok).toBe(true);
  });

  test.each([
    ['entities that unfold without end', `<!DOCTYPE ${root} [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`],
    ['an entity from another file', `<!DOCTYPE ${root} [<!ENTITY a SYSTEM "file:///etc/passwd">]>`],
    ['a parameter entity from elsewhere', `<!DOCTYPE ${root} [<!ENTITY % a SYSTEM "http://example.org/x"> %a;]>`],
    ['a default for an attribute', `<!DOCTYPE ${root} [<!ATTLIST ${root} id CDATA "x">]>`],
  ])('with %s is refused before anything unfolds', async (_name, declaration) => {
    expect(codesOf(await read(file, before(declaration)))).toEqual(['xml.doctype']);
  });

  test('that names its document type elsewhere is read without it', async () => {
    const result = await read(file, before(`<!DOCTYPE ${root} SYSTEM "http://example.org/nothing.dtd">`));
    expect(result.ok).toBe(true);
  });

  test('with remarks, instructions and blanks before its root is known at once', async () => {
    const many = '<!-- a -->\n<?a b?>\n'.repeat(60);
    const start = process.cpuUsage();
    expect((await read(file, before(many))).ok).toBe(true);
    expect((await read('unknown', `${'<!---->'.repeat(500)}<nothing/>`)).ok).toBe(false);
    expect((await read('unknown', `${' '.repeat(4000)}<nothing/>`)).ok).toBe(false);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
  });

  test('with an entity that nobody declares is refused', async () => {
    expect(codesOf(await read(file, inside('<x>&lol;</x>')))).toEqual(['xml.malformed']);
  });

  test('nested a hundred thousand deep is refused', async () => {
    const deep = inside('<a>'.repeat(100_000) + '</a>'.repeat(100_000));
    expect(codesOf(await read(file, deep))).toEqual(['xml.tooDeep']);
  });

  test('with thirty thousand attributes, or one of a million letters, is read or refused', async () => {
    const many = Array.from({ length: 30_000 }, (_, index) => `a${index}="1"`).join(' ');
    expect((await read(file, inside(`<x ${many}/>`))).ok).toBe(true);
    expect((await read(file, inside(`<x a="${'y'.repeat(1_000_000)}"/>`))).ok).toBe(true);
  });

  test('with a name that objects of the language have is data like any other', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const { problem } = valueIn(await read(file, text.replaceAll(room, name)));
      expect(problem.rooms.map(({ id }) => id)).toContain(name);
      expect(problem.events.flatMap(({ rooms = [] }) => rooms.map(({ id }) => id))).toContain(name);
    }
  });
});

describe('JSON', () => {
  const lists = JSON.stringify(engineLists);

  test.each(['__proto__', 'constructor', 'prototype'])('with the name %s is refused', async (name) => {
    const text = lists.replace('{', `{"${name}": {"polluted": true},`);
    expect(codesOf(await read('faculty.json', text))).toEqual(['json.refusedKey']);
    expect({}).not.toHaveProperty('polluted');
  });

  test('nested a million deep is refused', async () => {
    const text = lists.replace(/}$/, `,"x": ${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`);
    expect(codesOf(await read('faculty.json', text))).toEqual(['json.tooDeep']);
  });

  test('of four lists of which one is something else says which', async () => {
    const [, ...others] = engineFiles();
    const result = await readFiles([textFile('Course.json', '"x"'), ...others]);
    expect(result.ok).toBe(false);
    expect(result.diagnostics[0]?.place).toContain('Course.json');
  });
});

describe('compressed', () => {
  test('noise, nothing and compressed noise are refused', async () => {
    const noise = new Uint8Array(5000).map((_, index) => (index * 7919) >> 3);
    const packed = await gzip(noise);
    for (const bytes of [noise, packed, packed.subarray(0, 11), new Uint8Array([0x1f, 0x8b])]) {
      const result = await readFiles([{ name: 'a.horarium.json.gz', bytes }]);
      expect(result.ok).toBe(false);
      expect(codesOf(result)[0]).toMatch(/^file\./);
    }
  });

  test('twice is not unfolded twice', async () => {
    const twice = await gzip(await gzip(new TextEncoder().encode('{}')));
    expect(codesOf(await readFiles([{ name: 'a.horarium.json.gz', bytes: twice }]))).toEqual(['file.binary']);
  });
});

describe('a workbook', () => {
  const book = (parts: Readonly<Record<string, string>>) => {
    const all = {
      'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ...parts,
    };
    const bytes = zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])));
    return readSheets([{ name: 'a.xlsx', bytes }]);
  };
  const sheet = (cells: string) => `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`;

  test('of many words without a blank between them is read at once', async () => {
    const words = Array.from({ length: 80_000 }, (_, index) => `<si><t>word${index}</t></si>`).join('');
    const start = process.cpuUsage();
    const [read] = valueIn(
      await book({
        'xl/sharedStrings.xml': `<sst>${words}</sst>`,
        'xl/worksheets/sheet1.xml': sheet('<c r="A1" t="s"><v>79999</v></c>'),
      }),
    );
    expect(read?.rows).toEqual([['word79999']]);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
  });

  test('with a quotation mark that is never closed, or many signs inside one, is done with at once', async () => {
    const start = process.cpuUsage();
    const signs = '>'.repeat(300_000);
    await book({ 'xl/worksheets/sheet1.xml': sheet(`<c r="A1"><v>1</v></c><x y="${signs}`) });
    const [read] = valueIn(
      await book({ 'xl/worksheets/sheet1.xml': sheet(`<c r="A1" x="${signs}" y='">'><v>1</v></c>`) }),
    );
    expect(read?.rows).toEqual([['1']]);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
  });

  test('with an entity named as something of the language keeps it as text', async () => {
    const cells = '<c r="A1" t="inlineStr"><is><t>&constructor;&amp;</t></is></c>';
    expect(valueIn(await book({ 'xl/worksheets/sheet1.xml': sheet(cells) }))[0]?.rows).toEqual([['&constructor;&']]);
  });

  test('with entities, or nested deep, says nothing that is not there', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const deep = '<a>'.repeat(200_000) + '</a>'.repeat(200_000);
    for (const cells of ['<c r="A1" t="inlineStr"><is><t>&b;&lol;</t></is></c>', `<c r="A1"><v>1</v></c>${deep}`]) {
      const result = await book({ 'xl/worksheets/sheet1.xml': sheet(cells) });
      if (result.ok) expect(result.value[0]?.rows[0]?.join('').length).toBeLessThan(20);
      expect((await book({ 'xl/worksheets/sheet1.xml': bomb + sheet(cells) })).ok).toBe(false);
    }
  });
});

describe('numbers beyond measure', () => {
  test.each([
    ['days', 'Days: 2', 'Days: 999999999'],
    ['periods', 'Periods_per_day: 3', 'Periods_per_day: 99999999999999999999'],
    ['lectures of a course', 'Algebra Ada 2 2 30', 'Algebra Ada 99999999 2 30'],
    ['seats', 'Hall 40', 'Hall 1e309'],
  ])('of %s are refused at once', async (_name, from, to) => {
    expect(plainCtt).toContain(from);
    const spent = processorClock();
    const result = await read('a.ctt', plainCtt.replace(from, to));
    expect(result.ok).toBe(false);
    expect(spent()).toBeLessThan(2000);
  });

  test('a lesson of a million periods a week makes no million of events', async () => {
    const text = ascText.replace('periodsperweek="3.0"', 'periodsperweek="999999"');
    const result = await read('a.xml', text);
    expect(codesOf(result)).toContain('asc.periodsPerWeek');
    expect(valueIn(result).problem.events.length).toBeLessThan(100);
  });
});

test('what could not be saved is not read: a name as long as a page', async () => {
  const long = 'Room '.repeat(500);
  const result = await read('a.xml', unitimeText.replace('HALL 1', long));
  expect(codesOf(result)).toContain('horarium.value');
  expect(result.ok).toBe(false);
});
