import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../src/domain/random.ts';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { readers, readFiles, writeFile, writers } from '../../src/formats/registry.ts';
import { impossibleSample } from '../../src/formats/samples/impossible.ts';
import { processorClock } from '../support/processor-time.ts';
import { extendedCtt, plainCtt } from './support/ctt-text.ts';
import { engineFiles, engineLists, newerLists } from './support/engine-lists.ts';
import { codesOf, jsonFile, remark, textFile, valueIn } from './support/files.ts';
import { lectureWeek } from './support/lecture-week.ts';
import { projectArbitrary } from './support/project-arbitrary.ts';

const projectFile = {
  name: 'a.horarium.json',
  bytes: printHorarium({
    problem: { ...impossibleSample(), events: impossibleSample().events.slice(0, 20) },
    timetables: [],
  }),
};

describe('the right reader is found by the content', () => {
  test.each([
    ['ctt', [textFile('unnamed', plainCtt)]],
    ['ctt', [textFile('unnamed', extendedCtt)]],
    ['schedule-engine', engineFiles()],
    ['schedule-engine', [jsonFile('all.json', { ...engineLists, ...newerLists() })]],
    ['horarium', [{ ...projectFile, name: 'renamed.txt' }]],
  ])('%s', async (source, files) => {
    expect(valueIn(await readFiles(files)).source).toBe(source);
  });

  test('a project is checked before it is accepted', async () => {
    const events = impossibleSample().events.map((event) => ({ ...event, courseId: 'nothing' }));
    const bytes = printHorarium({ problem: { ...impossibleSample(), events }, timetables: [] });
    const result = await readFiles([{ name: 'a.horarium.json', bytes }]);
    expect(remark(result, 'problem.unknownReference').value).toBe('nothing');
    expect(result.ok).toBe(false);
  });
});

describe('unknown files', () => {
  test('say what is readable', async () => {
    const result = await readFiles([textFile('letter.txt', 'Dear all, please find attached')]);
    expect(codesOf(result)).toEqual(['file.unknown']);
    for (const reader of readers) expect(remark(result, 'file.unknown').advice).toContain(reader.title);
  });

  test('several that do not belong together', async () => {
    expect(codesOf(await readFiles([textFile('a.ctt', plainCtt), textFile('b.ctt', plainCtt)]))).toEqual([
      'file.unknown',
    ]);
    expect(codesOf(await readFiles([]))).toEqual(['file.none']);
  });

  test('an unknown form to write', async () => {
    const result = await writeFile('pdf', { problem: impossibleSample(), timetables: [] }, null);
    expect(codesOf(result)).toEqual(['write.unknown']);
  });
});

/** Archives hold dozens of files each. */
const runsOf = (writerId: string) => (['calendars', 'everything'].includes(writerId) ? 6 : 30);

describe('whatever a project holds', () => {
  const names = fc.string({ unit: 'grapheme', maxLength: 8 });
  const strange = fc.record({ name: names, id: names.filter((id) => id !== ''), weeks: fc.subarray([0, 1]) });

  test.each(writers.map(({ id }) => id))('%s gives a file or reasons, and never an exception', async (writerId) => {
    await fc.assert(
      fc.asyncProperty(projectArbitrary, async (project) => {
        const written = await writeFile(writerId, project, null, { timeZone: 'Europe/Paris' });
        if (!written.ok) expect(written.diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: runsOf(writerId) },
    );
    // Arbitrary projects are rarely possible ones: these are, with arbitrary names, ids and weeks.
    await fc.assert(
      fc.asyncProperty(strange, async ({ name, id, weeks }) => {
        const project = lectureWeek({ calendar: { weekCount: 2 }, events: { algebra: { name, weeks } } });
        const instructors = project.problem.instructors.map((item, index) => (index === 0 ? { ...item, name } : item));
        const groups = [...project.problem.groups, { id: `${id} group`, name, size: 3, parentId: 'second' }];
        const problem = { ...project.problem, name, instructors, groups };
        const written = await writeFile(writerId, { ...project, problem }, null, { timeZone: 'Europe/Paris' });
        if (!written.ok) expect(written.diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: runsOf(writerId) },
    );
  });
});

describe('fifty megabytes', () => {
  const size = 50 * 1024 * 1024;
  const random = new Random(5);
  const noise = new Uint8Array(size);
  const words = new Uint32Array(noise.buffer);
  for (let word = 0; word < words.length; word++) words[word] = random.next();

  test.each(['a.ctt', 'a.ectt', 'a.horarium.json', 'Course.json', 'a'])('of noise called %s', async (name) => {
    const spent = processorClock();
    const result = await readFiles([{ name, bytes: noise }]);
    expect(result.ok).toBe(false);
    // It takes some milliseconds; a reader that looked at all of it would take seconds.
    expect(spent()).toBeLessThan(2000);
  });

  test.each([
    ['letters', 'x'],
    ['lines', 'x y z\n'],
    ['open brackets', '['],
    ['quotes', '"'],
    ['numbers', '[1,'],
  ])('of %s', async (_, unit) => {
    const text = textFile('', unit.repeat(size / unit.length)).bytes;
    for (const name of ['a.ctt', 'a.horarium.json']) {
      const result = await readFiles([{ name, bytes: text }]);
      expect(result.ok).toBe(false);
      expect(result.diagnostics.length).toBeLessThan(25);
    }
  });

  test('of noise after a good beginning', async () => {
    const bytes = new TextEncoder().encode(`${plainCtt.replace('END.\n', '')}${'Algebra 9 9 9\n'.repeat(400_000)}`);
    const result = await readFiles([{ name: 'a.ctt', bytes }]);
    expect(codesOf(result)).toContain('ctt.more');
  });
});

describe('spoilt files', () => {
  const seeds = [
    [textFile('a.ctt', plainCtt)],
    [textFile('a.ectt', extendedCtt)],
    [jsonFile('all.json', { ...engineLists, ...newerLists() })],
    engineFiles(),
    [projectFile],
  ];

  test('give a project or reasons, and never an exception', async () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 0.9999, noNaN: true }), byte: fc.nat(255), kind: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        async (files, edits) => {
          const [first, ...rest] = files;
          if (first === undefined) return;
          const spoilt = { name: first.name, bytes: edits.reduce(changed, first.bytes) };
          const result = await readFiles([spoilt, ...rest]);
          if (!result.ok) expect(result.diagnostics.some((entry) => entry.severity === 'error')).toBe(true);
          expect(result.diagnostics.length).toBeLessThan(200);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('arbitrary bytes as well', async () => {
    const names = fc.constantFrom('a.ctt', 'a.horarium.json', 'a.gz', 'Rooms.json', 'a.sol');
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 300 }), async (name, bytes) => {
        expect((await readFiles([{ name, bytes }])).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

/** One byte replaced, inserted, or everything after it cut off. */
function changed(bytes: Uint8Array, { at, byte, kind }: { at: number; byte: number; kind: number }): Uint8Array {
  const position = Math.floor(bytes.length * at);
  const head = [...bytes.subarray(0, position)];
  if (kind === 0) return new Uint8Array([...head, byte, ...bytes.subarray(position + 1)]);
  if (kind === 1) return new Uint8Array([...head, byte, ...bytes.subarray(position)]);
  return new Uint8Array(head);
}
