import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { repositoryPath } from './support/repository.ts';
import { importsOf, type SourceImport, sourceFiles, withoutComments } from './support/source-imports.ts';

/**
 * The one table of arrows, told to people in docs/architecture.md. A file belongs to the first part whose pattern it matches; it may import files of its own
 * part, of the parts named in `uses`, types of the parts named in `types`, and the packages in `packages`.
 */
interface Part {
  readonly name: string;
  readonly files: RegExp;
  readonly uses?: readonly string[];
  readonly types?: readonly string[];
  readonly packages?: readonly (string | RegExp)[];
}

type ToldPart = Required<Pick<Part, 'name' | 'uses' | 'types'>>;

const parts: readonly Part[] = [
  { name: 'abi', files: /^assembly\/abi\// },
  { name: 'kernel', files: /^assembly\//, uses: ['abi'] },
  { name: 'domain', files: /^src\/domain\// },
  // Timetables as they are handed out: read by the writers, by the app and by the program in viewer files.
  { name: 'handout', files: /^src\/handout\//, uses: ['domain'] },
  {
    name: 'formats',
    files: /^src\/formats\//,
    uses: ['domain', 'handout', 'run contract'],
    packages: ['fflate', 'papaparse', 'saxes', 'zod', 'virtual:viewer-code'],
  },
  { name: 'viewer', files: /^src\/viewer\//, uses: ['domain', 'handout', 'formats'] },
  // The files that say what a run is, without running one.
  {
    name: 'run contract',
    files: /^src\/engine\/run-contract\//,
    uses: ['domain', 'abi'],
  },
  { name: 'engine', files: /^src\/engine\//, uses: ['domain', 'abi', 'run contract'] },
  {
    name: 'workers',
    files: /^src\/workers\//,
    uses: ['domain', 'formats', 'engine', 'run contract', 'kernel binary'],
    packages: ['comlink', /^node:/],
  },
  {
    name: 'storage',
    files: /^src\/storage\//,
    uses: ['domain', 'run contract'],
    types: ['engine', 'formats'],
    packages: ['dexie'],
  },
  {
    name: 'ui',
    files: /^src\/ui\//,
    uses: ['domain', 'run contract', 'handout', 'viewer'],
    types: ['storage', 'workers', 'formats', 'engine'],
    packages: ['solid-js', '@solidjs/router', '@tanstack/solid-virtual', 'papaparse', 'uplot', 'virtual:licences'],
  },
  { name: 'installation', files: /^src\/pwa\.ts$/, packages: ['workbox-window'] },
  { name: 'service worker', files: /^src\/service-worker\.ts$/, packages: ['workbox-precaching', 'workbox-routing'] },
  {
    name: 'command line',
    files: /^src\/headless(-[a-z-]+)?\.ts$/,
    uses: ['domain', 'formats', 'engine', 'run contract', 'workers', 'kernel binary'],
    packages: [/^node:/],
  },
  {
    name: 'composition root',
    files: /^src\/main\.tsx$/,
    uses: ['domain', 'formats', 'engine', 'run contract', 'workers', 'storage', 'ui', 'installation'],
    packages: ['solid-js'],
  },
  { name: 'kernel binary', files: /^build\/kernel(\.debug)?\.wasm$/ },
];

const sources = [...sourceFiles('src'), ...sourceFiles('assembly')];
const imports = sources.flatMap(importsOf);

function partOf(path: string): Part | undefined {
  return parts.find(({ files }) => files.test(path));
}

/** Why an import may not be, or null. */
function objection({ from, to, relative, typeOnly }: SourceImport): string | null {
  const part = partOf(from);
  if (part === undefined) return `${from} belongs to no part`;
  if (!relative) {
    const known = (part.packages ?? []).some((name) => (typeof name === 'string' ? name === to : name.test(to)));
    return known ? null : `${from} (${part.name}) imports package ${to}`;
  }
  const target = partOf(to);
  if (target === undefined) return /\.css$/.test(to) && part.name === 'ui' ? null : `${from} imports ${to}, of no part`;
  if (target === part || part.uses?.includes(target.name)) return null;
  if (typeOnly && part.types?.includes(target.name)) return null;
  return `${from} (${part.name}) imports ${typeOnly ? 'types of ' : ''}${to} (${target.name})`;
}

describe('the architecture', () => {
  test('has only the arrows of the table', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(sources.length);
    expect(imports.map(objection).filter((reason) => reason !== null)).toEqual([]);
  });

  test('names only parts that exist in its table', () => {
    const names = new Set(parts.map(({ name }) => name));
    const mentioned = parts.flatMap(({ uses = [], types = [] }) => [...uses, ...types]);
    expect(mentioned.filter((name) => !names.has(name))).toEqual([]);
  });

  test('is told in docs/architecture.md as it is here', () => {
    const document = readFileSync(`${repositoryPath}docs/architecture.md`, 'utf8');
    const [, table = ''] = /\n\| part \| where .*\n\|[-|]+\n((?:\|.*\n)+)/.exec(document) ?? [];
    const told = table
      .trim()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim()))
      .map(([, name = '', , uses = '', types = '']) => ({ name, uses: listed(uses), types: listed(types) }));
    // The binary is no source, so it has no row.
    const here = parts.filter(({ name }) => name !== 'kernel binary');
    const expected = here.map(({ name, uses = [], types = [] }) => ({ name, uses, types }));
    expect(sortedByName(told)).toEqual(sortedByName(expected));
  });

  test.each([
    [{ from: 'src/domain/a.ts', to: 'src/engine/b.ts', relative: true, typeOnly: true }],
    [{ from: 'src/ui/a.tsx', to: 'dexie', relative: false, typeOnly: false }],
    [{ from: 'src/ui/a.tsx', to: 'comlink', relative: false, typeOnly: false }],
    [{ from: 'src/ui/a.tsx', to: 'src/workers/island.worker.ts', relative: true, typeOnly: false }],
    [{ from: 'src/ui/a.tsx', to: 'src/storage/open-storage.ts', relative: true, typeOnly: false }],
    [{ from: 'assembly/a.ts', to: 'src/domain/b.ts', relative: true, typeOnly: false }],
    [{ from: 'src/storage/a.ts', to: 'src/ui/b.ts', relative: true, typeOnly: true }],
    [{ from: 'src/new-folder/a.ts', to: 'src/domain/b.ts', relative: true, typeOnly: false }],
  ])('would object to $from → $to', (forbidden) => {
    expect(objection(forbidden)).not.toBeNull();
  });

  test('has no cycle of imports', () => {
    const targets = new Map(sources.map(({ path }) => [path, [] as string[]]));
    // A cycle of types alone is fine: nothing of it is left when the app runs.
    for (const { from, to, relative, typeOnly } of imports) if (relative && !typeOnly) targets.get(from)?.push(to);
    expect(firstCycle(targets)).toBeNull();
  });

  test('has every rule kind in the registry', () => {
    const kinds = sources.filter(({ path, text }) => isRuleKind(path, text)).map(({ path }) => path);
    const registered = new Set(
      imports.filter(({ from }) => from === 'src/domain/constraints/registry.ts').map(({ to }) => to),
    );
    expect(kinds.filter((path) => !registered.has(path))).toEqual([]);
  });
});

describe('the style', () => {
  const tests = sourceFiles('test');

  test('keeps files short', () => {
    const long = [...sources, ...tests].filter(({ text }) => text.split('\n').length > 351).map(({ path }) => path);
    // A dictionary is a list, as long as the English one and the words of the language.
    expect(long.filter((path) => !/^src\/ui\/text\/[a-z]{2}\//.test(path))).toEqual([]);
  });

  test('has no barrels and no default exports in the app', () => {
    const barrels = sources.filter(({ text }) => /^export (\* from|default)\b/m.test(withoutComments(text)));
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  test('skips no test and runs none alone', () => {
    const marks = /\b(describe|test|it)\.(skip|only|todo|fails)\b|\bx(it|describe)\(/;
    const skipped = tests.filter(({ path, text }) => path !== 'test/architecture.test.ts' && marks.test(text));
    expect(skipped.map(({ path }) => path)).toEqual([]);
  });

  test('leaves it to tests to check the shapes of messages, which are no part of the app', () => {
    const found = sources.filter(({ path, text }) => !path.endsWith('/remote.ts') && /\bcheckAnswers\b/.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('creates no worker in the user interface', () => {
    const found = sources.filter(({ path, text }) => path.startsWith('src/ui/') && /new (Shared)?Worker\(/.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

function listed(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(', ');
}

function sortedByName(rows: readonly ToldPart[]): readonly ToldPart[] {
  return rows
    .map(({ name, uses, types }) => ({ name, uses: uses.toSorted(), types: types.toSorted() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isRuleKind(path: string, text: string): boolean {
  const inFolder = path.startsWith('src/domain/constraints/') && !path.endsWith('/definition.ts');
  return inFolder && /\bdefineRule\(/.test(withoutComments(text));
}

/** The files of a cycle in order, or null. */
function firstCycle(targets: ReadonlyMap<string, readonly string[]>): string[] | null {
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (finished.has(path)) return null;
    for (const target of targets.get(path) ?? []) {
      const cycle = visit(target, [...trail, path]);
      if (cycle !== null) return cycle;
    }
    finished.add(path);
    return null;
  };
  for (const path of targets.keys()) {
    const cycle = visit(path, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
