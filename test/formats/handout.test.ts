import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checksumOf } from '../../src/domain/checksum.ts';
import type { ProjectContent, WriteOptions } from '../../src/formats/format.ts';
import { readFiles, writeFile } from '../../src/formats/registry.ts';
import { checkHandout } from '../../src/handout/check-handout.ts';
import { type Handout, longestHandout } from '../../src/handout/handout.ts';
import { completeTexts, handoutTexts } from '../../src/handout/handout-texts.ts';
import { handoutOfLink, linkRoute, longestLink } from '../../src/handout/link.ts';
import { detailsOf, meetingsOf, peopleOf } from '../../src/handout/people.ts';
import { weekOf } from '../../src/handout/week.ts';
import { readCsv } from './support/csv.ts';
import { codesOf, remark, textFile, valueIn } from './support/files.ts';
import { lectureWeek } from './support/lecture-week.ts';

const nasty = '</script><img src=x onerror=alert(1)> & "quotes" \u2028 \u0000';
const options: WriteOptions = {
  timeZone: 'Europe/Berlin',
  projectId: 'p1',
  changedAt: '2026-10-01T08:00:00.000Z',
  writtenAt: '2026-10-02T08:00:00.000Z',
};

async function written(
  writerId: string,
  content: ProjectContent = lectureWeek(),
  more: WriteOptions = {},
): Promise<string> {
  return new TextDecoder().decode(valueIn(await writeFile(writerId, content, null, { ...options, ...more })));
}

async function handout(content?: ProjectContent, more?: WriteOptions): Promise<Handout> {
  return valueIn(checkHandout(JSON.parse(await written('handout', content, more)), 'test'));
}

function titled(name: string): ProjectContent {
  const content = lectureWeek();
  const courses = content.problem.courses.map((course) => ({ ...course, name }));
  return { ...content, problem: { ...content.problem, name, courses } };
}

const hall = { kind: 'room', id: 'hall' } as const;

describe('a timetable as it is handed out', () => {
  test('says the name of a slot where it is more than the hour at which the slot begins', async () => {
    const content = lectureWeek();
    const slots = content.problem.calendar.slots.map((slot, index) => ({
      ...slot,
      name: index === 0 ? slot.start : `Lesson ${index + 1}`,
    }));
    const made = await handout({
      ...content,
      problem: { ...content.problem, calendar: { ...content.problem.calendar, slots } },
    });
    const names = weekOf(made, []).rows.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['', 'Lesson 2']);
  });

  test('has the week of everybody: what is for a group, around it and inside it', async () => {
    const made = await handout();
    const weeks = peopleOf(made).map((person) => [person.name, meetingsOf(made, person).map(({ id }) => id)]);
    expect(Object.fromEntries(weeks)).toEqual({
      'First year': ['algebra', 'lab'],
      'First year, A': ['algebra', 'lab'],
      'First year, B': ['algebra'],
      'Second year': ['seminar'],
      'Ada Núñez': ['algebra', 'lab'],
      Ben: ['lab'],
      'Hall; east, 1': ['algebra'],
      Workshop: ['lab'],
    });
  });

  test('says in the week of somebody what its cards are about, but not their own name alone', async () => {
    const made = await handout();
    const told = (name: string) => {
      const person = peopleOf(made).find((candidate) => candidate.name === name) ?? null;
      const own = person === null ? made.meetings : meetingsOf(made, person);
      return own.map((meeting) => detailsOf(made, meeting, person, handoutTexts).join(' | '));
    };
    expect(told('First year')).toEqual(['Hall; east, 1 | Ada Núñez', 'Workshop | Ada Núñez, Ben | First year, A']);
    expect(told('First year, A')).toEqual(['Hall; east, 1 | Ada Núñez | First year', 'Workshop | Ada Núñez, Ben']);
    expect(told('Ada Núñez')).toEqual(['Hall; east, 1 | First year', 'Workshop | Ben | First year, A']);
    expect(told('Workshop')).toEqual(['Ada Núñez, Ben | First year, A']);
    expect(told('nobody')[0]).toBe('Hall; east, 1 | Ada Núñez | First year');
  });

  test('of some people names nobody whom they do not meet', async () => {
    const made = await handout(lectureWeek(), { participants: [hall] });
    expect(peopleOf(made).map(({ name }) => name)).toEqual(['Hall; east, 1']);
    expect(made.meetings.map(({ id }) => id)).toEqual(['algebra']);
    expect([made.instructors, made.rooms, made.groups.map(({ name }) => name), made.courses]).toEqual([
      ['Ada Núñez'],
      ['Hall; east, 1'],
      ['First year'],
      ['Algebra'],
    ]);
  });

  test('names no instructor where their names are left out', async () => {
    for (const form of ['html', 'handout']) {
      const file = await written(form, lectureWeek(), { redaction: { instructorNames: true } });
      expect(file).not.toMatch(/Ada|Núñez|Ben\b/);
      expect(file).toContain('Instructor 1');
    }
  });

  test('says what has no time yet', async () => {
    const result = await writeFile('html', lectureWeek({ times: { lab: 'd2@1' } }), null, options);
    expect(remark(result, 'write.unplaced').value).toBe('2');
  });

  test('is refused where it is something else, whatever it is', async () => {
    const whole = await handout();
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(checkHandout(value, 'x').ok).toBe(false);
      }),
      { numRuns: 200 },
    );
    const [first] = whole.meetings;
    const wrong: readonly object[] = [
      { ...whole, handoutVersion: 2 },
      { ...whole, meetings: [{ ...first, rooms: [99] }] },
      { ...whole, meetings: [{ ...first, length: 5 }] },
      { ...whole, meetings: [{ ...first, days: [] }] },
      { ...whole, groups: [{ name: 'x', meets: [-1] }] },
      { ...whole, title: 'x'.repeat(3000) },
      { ...whole, calendar: { ...whole.calendar, slots: [{ start: '8', end: '9' }] } },
    ];
    for (const value of wrong) expect(codesOf(checkHandout(value, 'x'))).toEqual(['handout.content']);
  });
});

describe('a viewer file', () => {
  test('holds every name as text, its own program and nothing from elsewhere', async () => {
    const file = await written('html', titled(nasty));
    expect(file.match(/<script/g)).toHaveLength(2);
    expect(file.match(/<\/script/g)).toHaveLength(2);
    expect(file).not.toContain('<img');
    expect(file).not.toMatch(/(?:src|href)="/);
    expect(file).toMatch(/default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+';/);
  });

  test('or its data can be taken back: meetings, names and weeks are those of the project', async () => {
    const content = lectureWeek({
      meetingTimes: [{ id: 'twice', days: ['d1', 'd3'], start: 0, length: 2 }],
      events: { algebra: { times: [{ id: 'twice' }] } },
      times: { algebra: 'twice', lab: 'd2@1', seminar: 'd3@2' },
    });
    const list = async (project: ProjectContent) =>
      readCsv(new TextDecoder().decode(valueIn(await writeFile('timetable-csv', project, null)))).map((row) =>
        row.join('|'),
      );
    for (const [form, name] of [
      ['html', 'a.html'],
      ['handout', 'a.handout.json'],
    ] as const) {
      const read = valueIn(await readFiles([textFile(name, await written(form, content))]));
      expect(read.source).toBe('handout');
      expect(await list(read)).toEqual(await list(content));
    }
  });

  test('that was damaged is refused with the reason', async () => {
    const file = (await written('html')).replace('"handoutVersion":1', '"handoutVersion":1,,');
    expect(codesOf(await readFiles([textFile('a.html', file)]))).toEqual(['handout.json']);
  });
});

describe('a link', () => {
  test('holds the timetable, and the app finds it again', async () => {
    const link = await written('link', titled(nasty), { appAddress: 'https://example.org/app/' });
    expect(link.startsWith(`https://example.org/app/${linkRoute}`)).toBe(true);
    expect(link).toMatch(/^[\w:/.#-]+$/);
    const found = valueIn(await handoutOfLink(link.split(linkRoute)[1] ?? ''));
    expect(found).toEqual(await handout(titled(nasty)));
    expect(valueIn(await readFiles([textFile('link.txt', link)])).problem.name).toBe(nasty);
  });

  test('that would be too long is refused, with the way out', async () => {
    const content = lectureWeek();
    const instructors = Array.from({ length: 3000 }, (_, index) => ({
      id: `i${index}`,
      name: `${(index * 2_654_435_761) % 4_294_967_296} ${(index * 40_503) % 65_521}`,
    }));
    const large = {
      ...content,
      problem: { ...content.problem, instructors: [...content.problem.instructors, ...instructors] },
    };
    const result = await writeFile('link', large, null, options);
    expect(remark(result, 'link.tooLong').value).toContain(String(longestLink));
    expect(remark(result, 'link.tooLong').advice).toMatch(/file/);
  });

  test('that was cut, changed, made larger than memory or invented gives a remark', async () => {
    const data = (await written('link')).split(linkRoute)[1] ?? '';
    const changed = `${data.slice(0, 40)}${data[40] === 'A' ? 'B' : 'A'}${data.slice(41)}`;
    for (const link of ['', '1', data.slice(0, -5), changed, `${data}*`, `${data}AAAA`, '%00', '1abcdefgh']) {
      expect((await handoutOfLink(link)).ok, link).toBe(false);
    }
    expect(codesOf(await handoutOfLink('2whatever'))).toEqual(['link.newer']);
    expect(codesOf(await handoutOfLink(bomb()))).toEqual(['link.damaged']);
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (noise) => {
        expect((await handoutOfLink(`1${noise}`)).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

/** A link that is whole, and unfolds to more than any timetable. */
function bomb(): string {
  const packed = deflateRawSync(new Uint8Array(longestHandout + 1));
  return `1${checksumOf(packed).slice(-8)}${packed.toString('base64url')}`;
}

describe('an archive of everything', () => {
  const contents = async (content: ProjectContent, more: WriteOptions = {}) =>
    unzipSync(valueIn(await writeFile('everything', content, null, { ...options, ...more })));

  test('has an index that leads to every file in it', async () => {
    const files = await contents(lectureWeek());
    const index = new TextDecoder().decode(files['index.html']);
    const links = [...index.matchAll(/href="([^"]+)"/g)].map(([, path = '']) => decodeURIComponent(path));
    expect([...links, 'index.html'].sort()).toEqual(Object.keys(files).sort());
    expect(links).toContain('instructors/Ada Núñez.ics');
    expect(new TextDecoder().decode(files['rooms/Hall; east, 1.html'])).toContain('Algebra');
    expect(new TextDecoder().decode(files['rooms/Workshop.csv'])).toContain('Laboratory, part 1');
    const lines = readCsv(new TextDecoder().decode(files['instructors/Ben.csv']));
    expect(lines.map(([, event]) => event)).toEqual(['Event', 'Laboratory, part 1']);
  });

  test('for some people has only what concerns them', async () => {
    const files = await contents(lectureWeek(), { participants: [hall] });
    expect(Object.keys(files).sort()).toEqual([
      'index.html',
      ...['csv', 'html', 'ics', 'svg'].map((form) => `rooms/Hall; east, 1.${form}`),
      'timetable.xlsx',
      'viewer.html',
    ]);
  });

  test('without a term has no calendars, and says why', async () => {
    const { term: _, ...calendar } = lectureWeek().problem.calendar;
    const problem = { ...lectureWeek().problem, calendar };
    const result = await writeFile('everything', { ...lectureWeek(), problem }, null, options);
    expect(remark(result, 'write.withoutCalendars').message).toContain('term');
    expect(Object.keys(unzipSync(valueIn(result))).filter((path) => path.endsWith('.ics'))).toEqual([]);
  });
});

describe('a picture', () => {
  test('shows the week of one person, with every name escaped', async () => {
    const picture = await written('svg', titled('A <b> & "c"'), { participant: hall });
    expect(picture).toContain('A &lt;b&gt; &amp; &quot;c&quot;');
    expect(picture).toContain('Ada Núñez');
    expect(picture).not.toContain('Ben');
    expect(picture.match(/<g>/g)).toHaveLength(1);
  });

  test('has its first day on the right where names are read from the right', async () => {
    const arabic = titled('الجبر');
    const days = arabic.problem.calendar.days.map((day, at) => ({
      ...day,
      name: ['الاثنين', 'الثلاثاء'][at] ?? 'الأربعاء',
    }));
    const picture = await written(
      'svg',
      { ...arabic, problem: { ...arabic.problem, calendar: { ...arabic.problem.calendar, days } } },
      { participant: hall },
    );
    const usual = await written('svg', titled('الجبر'), { participant: hall });
    const at = (svg: string, name: string) => Number(new RegExp(`<text x="([^"]+)"[^>]*>${name}<`).exec(svg)?.[1]);
    expect(usual).not.toContain('direction="rtl"');
    expect(picture).toContain('direction="rtl"');
    expect(at(picture, 'الاثنين')).toBeGreaterThan(at(picture, 'الثلاثاء'));
  });

  test('of the master grid has a row for everybody who has a meeting, or for those who are asked for', async () => {
    const all = await written('master-svg', lectureWeek(), {});
    for (const name of ['Ada Núñez', 'Ben', 'Hall; east, 1', 'Workshop']) expect(all).toContain(`>${name}</text>`);
    const one = await written('master-svg', lectureWeek(), { participant: hall });
    expect(one).toContain('>Hall; east, 1</text>');
    expect(one).not.toContain('Ben');
    const courses = await written('courses-svg', lectureWeek(), {});
    expect(courses).toContain('>Algebra</text>');
    expect(courses).not.toContain('>Workshop</text>');
  });

  test('of everybody is asked for as one person', async () => {
    expect(codesOf(await writeFile('svg', lectureWeek(), null, options))).toEqual(['write.onePerson']);
  });
});

describe('the language of a viewer', () => {
  test('is that of the texts it was made with, and begins on their own side', async () => {
    const english = await written('html');
    expect(english).toContain('<html lang="en" dir="ltr">');
    expect(english).not.toContain('id="texts"');
    const texts = { ...handoutTexts, language: 'ar', search: 'بحث' };
    const arabic = await written('html', lectureWeek(), { texts });
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(arabic).toContain(JSON.stringify(texts));
  });

  test('has the commas of lists, also in pictures', async () => {
    const workshop = { kind: 'room', id: 'workshop' } as const;
    expect(await written('svg', lectureWeek(), { participant: workshop })).toContain('Ada Núñez, Ben');
    const texts = { ...handoutTexts, comma: '، ' };
    for (const form of ['svg', 'master-svg']) {
      expect(await written(form, lectureWeek(), { participant: workshop, texts })).toContain('Ada Núñez، Ben');
    }
  });

  test('is English for whatever is missing in the file, or no text', () => {
    expect(completeTexts({ time: 'Zeit', print: 7, other: 'x' })).toEqual({ ...handoutTexts, time: 'Zeit' });
    expect(completeTexts(null)).toEqual(handoutTexts);
  });
});
