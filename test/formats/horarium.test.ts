import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gunzip, gzip } from '../../src/formats/gzip.ts';
import {
  horariumGzipWriter,
  horariumReader,
  printHorarium,
  readHorarium,
} from '../../src/formats/horarium/horarium.ts';
import { projectJsonSchema } from '../../src/formats/horarium/schema.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { schoolSample } from '../../src/formats/samples/school.ts';
import { repositoryPath } from '../support/repository.ts';
import { codesOf, jsonFile, remark, textFile, valueIn } from './support/files.ts';
import { firstProjectFile } from './support/first-project-file.ts';
import { projectArbitrary } from './support/project-arbitrary.ts';

const { problem, timetable } = schoolSample();
const content = {
  problem,
  timetables: [{ id: 't1', name: 'First', createdAt: '2026-01-05T08:00:00.000Z', timetable }],
};
const bytes = printHorarium(content);

/** The file as an object, to be spoilt; without its checksum, which would tell every change. */
function fileObject(): Record<string, unknown> & { problem: Record<string, unknown> } {
  const { checksum: _, ...file } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown> & {
    problem: Record<string, unknown>;
  };
  return file;
}

describe('what is printed is read back', () => {
  test('for any project, plain', async () => {
    await fc.assert(
      fc.asyncProperty(projectArbitrary, async (project) => {
        const read = await readHorarium({ name: 'a.horarium.json', bytes: printHorarium(project) });
        expect(valueIn(read)).toEqual(project);
      }),
    );
  });

  test('compressed, and much smaller', async () => {
    const compressed = valueIn(await horariumGzipWriter.write(content, null));
    expect(compressed.length).toBeLessThan(bytes.length / 4);
    expect(horariumReader.recognise([{ name: 'a.gz', bytes: compressed }])).toBeGreaterThan(0);
    expect(valueIn(await readHorarium({ name: 'a.gz', bytes: compressed }))).toEqual(content);
  });

  test('as the first version of the app saved it, without a remark and without losing anything', async () => {
    const { format: _, formatVersion: __, ...saved } = JSON.parse(firstProjectFile);
    const result = await readFiles([textFile('first.horarium.json', firstProjectFile)]);
    expect(result.diagnostics).toEqual([]);
    const { source: ___, ...read } = valueIn(result);
    expect(read).toEqual(saved);
    expect(valueIn(await readHorarium({ name: 'again', bytes: printHorarium(read) }))).toEqual(saved);
  });

  test('with a reference to the schema', async () => {
    const file = jsonFile('a.horarium.json', { $schema: '../schema/horarium-project-1.json', ...fileObject() });
    expect(valueIn(await readHorarium(file))).toEqual(content);
  });
});

describe('refused', () => {
  const read = (value: unknown) => readHorarium(jsonFile('a.horarium.json', value));

  test('a newer version, with both versions named', async () => {
    const result = await read({ ...fileObject(), formatVersion: 2 });
    expect(codesOf(result)).toEqual(['horarium.newer']);
    expect(remark(result, 'horarium.newer').value).toBe('2');
  });

  test.each([[undefined], ['1'], [0], [1.5], [null]])('the version %j', async (formatVersion) => {
    expect(codesOf(await read({ ...fileObject(), formatVersion }))).toEqual(['horarium.version']);
  });

  test('other JSON', async () => {
    expect(codesOf(await read({ hello: 1 }))).toEqual(['horarium.format']);
    expect(codesOf(await read([]))).toEqual(['horarium.format']);
    expect(codesOf(await read(null))).toEqual(['horarium.format']);
  });

  test.each<[string, (file: ReturnType<typeof fileObject>) => void, string, string, string | undefined]>([
    [
      'negative capacity',
      (file) => Object.assign(list(file, 'rooms')[2] ?? {}, { capacity: -1 }),
      'horarium.value',
      'problem.rooms[2].capacity',
      '-1',
    ],
    [
      'fraction',
      (file) => Object.assign(list(file, 'events')[0] ?? {}, { duration: 1.5 }),
      'horarium.value',
      'problem.events[0].duration',
      '1.5',
    ],
    [
      'missing list',
      (file) => Reflect.deleteProperty(file.problem, 'groups'),
      'horarium.value',
      'problem.groups',
      undefined,
    ],
    [
      'text for a number',
      (file) => Object.assign(list(file, 'groups')[0] ?? {}, { size: 'many' }),
      'horarium.value',
      'problem.groups[0].size',
      'many',
    ],
    [
      'misspelt name',
      (file) => Object.assign(list(file, 'events')[1] ?? {}, { lenght: 2 }),
      'horarium.unknownName',
      'problem.events[1].lenght',
      'lenght',
    ],
    [
      'scope',
      (file) => Object.assign(list(file, 'rules')[0] ?? {}, { scope: { of: 'planets' } }),
      'horarium.value',
      'problem.rules[0].scope.of',
      'planets',
    ],
    [
      'date',
      ({ problem: { calendar } }) =>
        Object.assign(calendar as object, { term: { startDate: '2026-13-01', weeks: 14, holidays: [] } }),
      'horarium.value',
      'problem.calendar.term.startDate',
      '2026-13-01',
    ],
  ])('%s', async (_, spoil, code, place, value) => {
    const file = fileObject();
    spoil(file);
    const result = await read(file);
    expect(result.ok).toBe(false);
    const flaw = remark(result, code);
    expect([flaw.place, flaw.value]).toEqual([place, value]);
    expect(flaw.advice).toBeTruthy();
  });

  test('hundreds of flaws are summed up', async () => {
    const file = fileObject();
    for (const event of list(file, 'events')) Object.assign(event, { duration: 0 });
    const result = await read(file);
    expect(result.diagnostics).toHaveLength(21);
    expect(remark(result, 'horarium.more').value).toBe(String(problem.events.length - 20));
  });

  test('a million wrong entries, without looking at all of them', async () => {
    const text = `{"format":"horarium","formatVersion":1,"problem":{"events":[${'{"a":1},'.repeat(1_000_000)}1]}}`;
    const result = await readHorarium(textFile('a.horarium.json', text));
    expect(result.diagnostics).toHaveLength(21);
    expect(result.ok).toBe(false);
  });

  test('an absurdly long list inside an entry', async () => {
    const file = fileObject();
    Object.assign(list(file, 'events')[3] ?? {}, { groupIds: Array(200_000).fill(7) });
    const result = await read(file);
    expect(codesOf(result)).toEqual(['horarium.tooLong']);
    expect(remark(result, 'horarium.tooLong').place).toBe('problem.events[3].groupIds');
  });

  test('flaws in the timetables', async () => {
    const file = fileObject();
    const assignments = [{ eventId: 'x', roomIds: [], instructorIds: [1] }];
    file.timetables = [{ id: 't', name: 't', createdAt: '', timetable: { assignments } }, { id: 'u' }];
    const places = (await read(file)).diagnostics.map((entry) => entry.place);
    expect(places).toContain('timetables[0].timetable.assignments[0].instructorIds[0]');
    expect(places).toContain('timetables[1].name');
  });

  test('names of the machinery of objects', async () => {
    const text = new TextDecoder().decode(bytes).replace('"params":{', '"params":{"__proto__":{"polluted":1},');
    expect(codesOf(await readHorarium(textFile('a.horarium.json', text)))).toEqual(['json.refusedKey']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a file cut off anywhere, plain or compressed', async () => {
    const compressed = await gzip(bytes);
    for (let part = 1; part < 10; part++) {
      const plainPart = bytes.subarray(0, Math.floor((bytes.length * part) / 10));
      expect(codesOf(await readHorarium({ name: 'a', bytes: plainPart }))).toEqual(['json.syntax']);
      const compressedPart = compressed.subarray(0, Math.floor((compressed.length * part) / 10));
      expect(codesOf(await readHorarium({ name: 'a', bytes: compressedPart }))).toEqual(['file.gzip']);
    }
  });

  test('a small file that unfolds to a huge one, as soon as the limit is passed', async () => {
    const bomb = await gzip(new Uint8Array(20 << 20));
    expect(bomb.length).toBeLessThan(50_000);
    expect(codesOf(await gunzip({ name: 'a.gz', bytes: bomb }, 1 << 20))).toEqual(['file.tooLarge']);
  });
});

test('the published JSON Schema is the one of this version', () => {
  const published = readFileSync(resolve(repositoryPath, 'public/schema/horarium-project-1.json'), 'utf8');
  expect(published, 'run: npx tsx test/support/write-public-files.ts').toBe(projectJsonSchema());
  expect(JSON.parse(published)).toMatchObject({ title: 'Horarium project', additionalProperties: false });
});

function list(file: ReturnType<typeof fileObject>, name: string): object[] {
  return file.problem[name] as object[];
}
