import { describe, expect, test } from 'vitest';
import { finish } from '../../src/domain/steps.ts';
import { printHorarium, readHorarium } from '../../src/formats/horarium/horarium.ts';
import { projectJsonSchema } from '../../src/formats/horarium/schema.ts';
import { packContent, unpackContent } from '../../src/workers/packed-content.ts';
import { codesOf, jsonFile, remark, textFile, valueIn } from './support/files.ts';
import { lectureWeek } from './support/lecture-week.ts';

type Objects = Record<string, unknown> & { problem: Record<string, unknown[]>; timetables: Record<string, unknown>[] };

function fileObject(bytes = printHorarium(lectureWeek())): Objects {
  return JSON.parse(new TextDecoder().decode(bytes)) as Objects;
}

const withoutChecksum = ({ checksum: _, ...file }: Objects) => file;

describe('what other programs add under names of their own', () => {
  function extended(): Objects {
    const file = withoutChecksum(fileObject()) as Objects;
    file['x-registry'] = { version: 3, list: [1, null, 'a'] };
    file['x-2'] = true;
    file.problem['x-department'] = ['north'];
    Object.assign(file.problem.events?.[0] ?? {}, { 'x-code': 'ALG-1' });
    Object.assign(file.problem.calendar ?? {}, { 'x-source': null });
    Object.assign(file.timetables[0] ?? {}, { 'x-owner': 'ada' });
    return file;
  }

  test('is in the file again when it is written, everywhere', async () => {
    const read = await readHorarium(jsonFile('a', extended()));
    expect(codesOf(read)).toEqual([]);
    expect(withoutChecksum(fileObject(printHorarium(valueIn(read))))).toEqual(extended());
  });

  test('survives the way to the worker and back', async () => {
    const content = valueIn(await readHorarium(jsonFile('a', extended())));
    const back = finish(unpackContent(finish(packContent(content))));
    expect(withoutChecksum(fileObject(printHorarium(back)))).toEqual(extended());
  });

  test('does not open the door to misspelt names', async () => {
    for (const name of ['lenght', 'X-code', 'x', 'xcode']) {
      const file = extended();
      Object.assign(file.problem.events?.[1] ?? {}, { [name]: 2 });
      expect(remark(await readHorarium(jsonFile('a', file)), 'horarium.unknownName').place).toBe(
        `problem.events[1].${name}`,
      );
    }
  });

  test('is in the published schema', () => {
    const schema = JSON.parse(projectJsonSchema()) as { additionalProperties: unknown; patternProperties: unknown };
    expect(schema).toMatchObject({ additionalProperties: false, patternProperties: { '^x-': {} } });
  });
});

describe('the checksum', () => {
  const text = new TextDecoder().decode(printHorarium(lectureWeek()));

  test('is that of CRC-32, of the content as it is written', () => {
    // The check value of the algorithm for "123456789" is cbf43926.
    expect(text).toMatch(/^\{"format":"horarium","formatVersion":1,"checksum":"crc32:[0-9a-f]{8}","problem":/);
  });

  test('does not mind blanks, order of the header or a reference to the schema', async () => {
    const { format, checksum, ...rest } = fileObject();
    const file = { checksum, $schema: 'x.json', format, ...rest };
    expect(codesOf(await readHorarium(textFile('a', JSON.stringify(file, null, 2).replaceAll('\n', '\r\n'))))).toEqual(
      [],
    );
    expect(codesOf(await readHorarium(jsonFile('a', withoutChecksum(fileObject()))))).toEqual([]);
  });

  test.each([
    ['a letter of a name', 'Algebra', 'Algebrb'],
    ['a number', '"capacity":100', '"capacity":101'],
    ['the checksum itself', /"crc32:./, '"crc32:x'],
  ])('tells that %s has changed', async (_, from, to) => {
    const result = await readHorarium(textFile('a.json', text.replace(from, to)));
    if (typeof from === 'string') {
      expect(remark(result, 'horarium.checksum').severity).toBe('warning');
      expect(remark(result, 'horarium.checksum').advice).toContain('older copy');
      expect(result.ok).toBe(true);
    } else expect(remark(result, 'horarium.value').place).toBe('checksum');
  });

  test('tells it beside other flaws, which may follow from it', async () => {
    const result = await readHorarium(textFile('a.json', text.replace('"capacity":100', '"capacity":-10')));
    expect(codesOf(result)).toEqual(['horarium.checksum', 'horarium.value']);
  });
});
