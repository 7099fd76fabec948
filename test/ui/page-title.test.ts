import { expect, test } from 'vitest';
import { pageTitleOf } from '../../src/ui/state/words/page-title.ts';
import { en } from '../../src/ui/text/en.ts';

const pages = [
  'rules',
  'generate',
  'runs',
  'run/r1',
  'side-by-side',
  'timetable/room',
  'problems',
  'statistics',
  'free',
];
const morePages = ['substitution', 'import', 'merge', 'versions', 'versions/compare', 'share', 'data/rooms'];

test('every page of a project has a title of its own', () => {
  const titles = [...pages, ...morePages].map((page) => {
    const key = pageTitleOf(`/p/0a1b/${page}`);
    return key === null ? '' : en[key];
  });
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).not.toContain('');
});

test('a project whose name is that of a page is no such page', () => {
  expect(pageTitleOf('/p/rules')).toBe('navData');
  expect(pageTitleOf('/')).toBe(null);
  expect(pageTitleOf('/settings')).toBe('navSettings');
  expect(pageTitleOf('/nowhere')).toBe(null);
});
