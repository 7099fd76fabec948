import { createRoot, createSignal } from 'solid-js';
import { describe, expect, test, vi } from 'vitest';
import type { RuleData } from '../../src/domain/problem-data.ts';
import type { Command, CommandContext, DialogName } from '../../src/ui/commands.ts';
import { createCommandState, runShortcut, shortcutOf } from '../../src/ui/state/frame/command-state.ts';
import { createPalette } from '../../src/ui/state/frame/palette.ts';
import { addressOf } from '../../src/ui/state/frame/search-address.ts';
import { keyNames } from '../../src/ui/state/words/shortcut-text.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { createFakeServices } from '../support/fake-services.ts';
import { smallSchool } from '../support/small-school.ts';
import { sourceFiles } from '../support/source-imports.ts';
import { addProject, openProject } from './support/project-tab.ts';

const text = createTranslate(() => en);

function contextWith(changes: Partial<CommandContext> = {}): CommandContext & { readonly visited: string[] } {
  const visited: string[] = [];
  return {
    project: null,
    path: '/',
    navigate: (path) => void visited.push(path),
    show: () => undefined,
    ...changes,
    visited,
  };
}

/** A key with what is held down, as the browser tells it. */
function pressed(key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held } as KeyboardEvent;
}

/** Commands written anywhere in the sources: the shortcuts of a page must not be those of another part of it. */
function shortcutsInSources(): string[] {
  return sourceFiles('src/ui').flatMap(({ text: source }) =>
    [...source.matchAll(/\bkeys: \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/'([^']+)'/g)].map(([, keys = '']) => keys),
    ),
  );
}

describe('the commands', () => {
  const commands = createCommandState().all();

  test('have a title each, and none has the id of another', () => {
    for (const { id, title } of commands) expect(en[title], id).toMatch(/\S/);
    const ids = commands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('share no shortcut', () => {
    const keys = commands.flatMap((command) => command.keys ?? []);
    expect(keys.length).toBeGreaterThan(4);
    expect(keys.filter((key, position) => keys.indexOf(key) !== position)).toEqual([]);
  });

  test('have no key of a single character where somebody has turned those off', () => {
    for (const name of ['Element', 'HTMLElement']) vi.stubGlobal(name, class {});
    const [allowed, allow] = createSignal(true);
    const state = createCommandState(allowed);
    const shown: DialogName[] = [];
    const context = contextWith({ show: (dialog) => void shown.push(dialog) });
    const press = (event: Partial<KeyboardEvent>) =>
      runShortcut(pressed(event.key ?? '', { ...event, preventDefault: () => undefined }), state.all(), context);
    expect(press({ key: '?' })).toBe(true);
    allow(false);
    expect(press({ key: '?' })).toBe(false);
    expect(press({ key: '/' })).toBe(false);
    expect(press({ key: 'k', ctrlKey: true })).toBe(true);
    expect(shown).toEqual(['help', 'search']);
    vi.unstubAllGlobals();
  });

  test('share none with those that a page adds', () => {
    const general = commands.flatMap((command) => command.keys ?? []);
    const everywhere = shortcutsInSources();
    expect(general.filter((key) => everywhere.filter((other) => other === key).length > 1)).toEqual([]);
  });

  test('lead to the pages of the open project alone when there is none', () => {
    const context = contextWith();
    const enabled = commands.filter(({ isEnabled }) => isEnabled?.(context) ?? true).map(({ id }) => id);
    expect(enabled).toEqual(['search', 'goProjects', 'goAllRuns', 'goSettings', 'goDiagnostics', 'help']);
  });

  test('open the search and the help', () => {
    const shown: DialogName[] = [];
    const context = contextWith({ show: (dialog) => void shown.push(dialog) });
    for (const command of commands) if (['search', 'help'].includes(command.id)) command.run(context);
    expect(shown).toEqual(['search', 'help']);
  });
});

describe('a shortcut', () => {
  test.each([
    [pressed('k', { ctrlKey: true }), 'Mod+k'],
    [pressed('K', { metaKey: true, shiftKey: true }), 'Mod+Shift+k'],
    [pressed('?', { shiftKey: true }), '?'],
    [pressed('Tab', { shiftKey: true }), 'Shift+Tab'],
  ])('is told from what is pressed', (event, shortcut) => {
    expect(shortcutOf(event)).toBe(shortcut);
  });

  test.each([
    ['Mod+Shift+z', false, ['Ctrl', 'Shift', 'Z']],
    ['Mod+Shift+z', true, ['⌘', '⇧', 'Z']],
    ['Mod++', false, ['Ctrl', '+']],
    ['/', false, ['/']],
    ['ArrowUp', false, ['↑']],
  ])('%s is printed on keyboards', (shortcut, isMac, names) => {
    expect(keyNames(shortcut, isMac)).toEqual(names);
  });
});

describe('the palette', () => {
  const said: string[] = [];
  const command = (id: string, title: Command['title'], changes: Partial<Command> = {}): Command => ({
    id,
    title,
    group: 'go',
    run: () => void said.push(id),
    ...changes,
  });
  const list = [
    command('a', 'navTimetable', { keys: ['t'] }),
    command('b', 'settingsTitle', { group: 'view' }),
    command('c', 'navProjects'),
    command('never', 'navData', { isEnabled: () => false }),
  ];
  const open = () => createRoot(() => createPalette(() => list, contextWith(), text));

  test('offers what can be done, group by group, before anything is typed', () => {
    const palette = open();
    expect(palette.items().map(({ name, group, keys }) => [name, group, keys])).toEqual([
      ['Timetable', 'go', 't'],
      ['Projects', 'go', ''],
      ['Settings', 'view', ''],
    ]);
  });

  test('finds commands by their titles and does the one that stands first', () => {
    const palette = open();
    palette.setQuery('sett');
    expect(palette.items().map(({ name }) => name)).toEqual(['Settings']);
    palette.items()[palette.at()]?.run();
    expect(said).toEqual(['b']);
  });

  test('goes round at both ends', () => {
    const palette = open();
    palette.move(-1);
    expect(palette.at()).toBe(2);
    palette.move(1);
    expect(palette.at()).toBe(0);
  });
});

test('the palette finds what the open project has, also a rule that is switched off, and goes there', async () => {
  const { storage } = await createFakeServices();
  const off: RuleData = {
    id: 'off',
    kind: 'maxGapsPerDay',
    scope: { of: 'instructors' },
    params: { max: 0 },
    hard: false,
    weight: 1,
    note: 'After the exams',
    enabled: false,
  };
  const id = await addProject(storage, { ...smallSchool, rules: [...smallSchool.rules, off] });
  const tab = await openProject(storage, id);
  const context = contextWith({ project: tab.project });
  const palette = createRoot(() => createPalette(() => [], context, text));
  expect(palette.ready()).toBe(false);
  await vi.waitFor(() => expect(palette.ready()).toBe(true));
  palette.setQuery('right 1');
  expect(palette.items().map(({ kind, name }) => [kind, name])).toContainEqual(['group', 'Right 1']);
  palette.setQuery('exams gaps');
  expect(palette.items().map(({ kind }) => kind)).toEqual(['rule']);
  palette.items()[0]?.run();
  expect(context.visited).toEqual([`/p/${id}/rules?rule=off`]);
  palette.setQuery('laboratory year');
  expect(palette.items()).toEqual([]);
  await tab.leave();
});

test('what was found leads to where it is shown', () => {
  const found = (kind: 'event' | 'room' | 'rule' | 'student', id: string) =>
    addressOf('p1', smallSchool, { kind, id, name: '', detail: '', more: '' });
  expect(found('room', 'r1')).toBe('/p/p1/timetable/room?resource=r1');
  expect(found('event', 'left')).toBe('/p/p1/timetable/group?resource=left&event=left');
  expect(found('student', 's 1')).toBe('/p/p1/data/students?item=s%201');
  expect(found('rule', 'x')).toBe('/p/p1/rules?rule=x');
});
