import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { projectEntries, search, searchIndexOf } from '../../src/domain/search/search.ts';
import { cellText, parseCell } from '../../src/ui/state/table/cell-text.ts';
import type { CellKind } from '../../src/ui/state/table/column.ts';
import { completed } from '../../src/ui/state/table/suggestions.ts';
import { costWords } from '../../src/ui/state/timetable/verdicts.ts';
import { groupNames, timeLabel, weekLabel } from '../../src/ui/state/words/labels.ts';
import { createPlaceNames } from '../../src/ui/state/words/place-names.ts';
import { listText, setSpeech, wording } from '../../src/ui/state/words/wording.ts';
import { dictionaries, speeches } from '../../src/ui/text/dictionaries.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { valueIn } from '../formats/support/files.ts';
import { smallSchool } from '../support/small-school.ts';

const school = {
  ...smallSchool,
  meetingTimes: [{ id: 'both', days: ['mon', 'tue'], start: 0, length: 1 }],
  events: smallSchool.events.map((event) =>
    event.id === 'all' ? { ...event, groupIds: ['left', 'right'], times: [{ id: 'both', penalty: 0 }] } : event,
  ),
};
const instructors: CellKind = { type: 'references', list: 'instructors' };

test('without another language a list has Latin commas', () => {
  expect(listText(['a', '', 'b'])).toBe('a, b');
  expect(weekLabel([0, 1, 2, 4], 8)).toBe('1–3, 5');
});

describe('a list in Arabic', () => {
  beforeAll(async () => setSpeech(await speeches.ar?.()));
  afterAll(() => setSpeech(undefined));

  test('of days, weeks and groups has the commas of the language', () => {
    const problem = valueIn(buildProblem(school));
    const event = problem.events.findIndex(({ id }) => id === 'all');
    expect(groupNames(problem, event)).toBe('Left، Right');
    expect(timeLabel(problem, problem.times.find(({ id }) => id === 'both')?.index ?? -1)).toContain('Monday، Tuesday');
    expect(weekLabel([0, 1, 2, 4], 8)).toBe('1–3، 5');
    expect(createPlaceNames(school).instructors(['ana', 'ben'])).toBe('Ana، Ben');
  });

  test('of what a change does has them, too', async () => {
    const arabic = await dictionaries.ar();
    const words = costWords(
      { unplaced: 0, hard: 1, soft: -2 },
      createTranslate(() => arabic),
    );
    expect(words.split('، ')).toHaveLength(2);
    expect(words).not.toContain(',');
  });

  test('of what tells things apart when somebody searches', () => {
    const found = search(searchIndexOf(projectEntries(school, wording())), 'mathematics', 1);
    expect(found.map(({ detail }) => detail)).toEqual(['Left، Right']);
  });

  test('that a cell shows is read back, as is a Latin one', () => {
    expect(cellText(instructors, ['ana', 'ben'], school)).toBe('Ana، Ben');
    for (const typed of ['Ana، Ben', 'Ana؛ Ben', 'Ana, Ben', 'Ana; Ben']) {
      expect(parseCell(instructors, typed, school)).toEqual({ ok: true, value: ['ana', 'ben'] });
    }
    const words: CellKind = { type: 'words', suggestions: () => [] };
    expect(parseCell(words, cellText(words, ['a', 'b'], school), school)).toEqual({ ok: true, value: ['a', 'b'] });
    const weekly = { ...school, calendar: { ...school.calendar, weekCount: 8 } };
    expect(parseCell({ type: 'weeks' }, '1–3، 5', weekly)).toEqual({ ok: true, value: ['0', '1', '2', '4'] });
    expect(completed(instructors, 'Ana، b', 'Ben')).toBe('Ana، Ben');
  });

  test('keeps names whole that have such a comma', () => {
    const people = [
      { id: 'a', name: 'راي، ب' },
      { id: 'b', name: 'Bo' },
    ];
    const data = { ...school, instructors: people };
    const shown = cellText(instructors, ['a', 'b'], data);
    expect(parseCell(instructors, shown, data)).toEqual({ ok: true, value: ['a', 'b'] });
    expect(parseCell(instructors, 'راي، ب', data)).toEqual({ ok: true, value: ['a'] });
  });
});

test('no list that is shown is joined by a comma of one language', () => {
  const found = ['src/ui', 'src/handout', 'src/viewer', 'src/domain/search', 'src/domain/sheets'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // A dictionary has the commas of its language.
      .filter((file) => /\.tsx?$/.test(file) && !(folder === 'src/ui' && file.startsWith('text/')))
      .filter((file) => /\.join\(\s*['"`],\s['"`]\s*\)/.test(readFileSync(`${folder}/${file}`, 'utf8')))
      .map((file) => `${folder}/${file}`),
  );
  expect(found).toEqual([]);
});
