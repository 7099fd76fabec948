import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/result.ts';
import { fetReader } from '../../src/formats/fet/fet.ts';
import { fetWriter } from '../../src/formats/fet/writer.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { askWhetherTaken, hasFetProgram } from '../formats/support/fet-program.ts';
import { meaningOf } from '../formats/support/fet-round-trip.ts';

/** The examples of Debian's package `fet-data`, where it is installed: files of schools and universities of many countries. */
function exampleFiles(): readonly string[] {
  const { stdout, error } = spawnSync('dpkg', ['-L', 'fet-data'], { encoding: 'utf8' });
  const files = error === undefined ? stdout.split('\n').filter((path) => path.endsWith('.fet')) : [];
  if (files.length === 0) console.info('Skipping the examples of FET: the package fet-data is not installed.');
  return files;
}

const files = exampleFiles();
/** In which FET begins to search for a timetable, or says why it does not; on a busy machine, too. */
const milliseconds = 60_000;
/** What FET allows and a project cannot have. */
const unwritable = /at most 30 days|more than 16 slots a day/;

/** Constraints of all files by their tags, and those of them that are kept without being enforced. */
const uses = new Map<string, number>();
const kept = new Map<string, number>();
const inactive = / \(inactive\)$/;

function countConstraints(text: string, { problem }: ProjectContent): void {
  for (const [, tag = ''] of text.matchAll(/<(Constraint\w+)>/g)) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  for (const { kind, count } of problem.notEnforced) {
    if (/^(Constraint|Mornings)/.test(kind)) kept.set(kind, (kept.get(kind) ?? 0) + count);
  }
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);

const counts = { read: 0, refused: 0, written: 0, unwritten: 0, same: 0, accepted: 0, refusedAsItIs: 0 };

describe.runIf(files.length > 0)(`${files.length} examples of FET`, () => {
  test.each(files.map((path) => [basename(path), path] as const))('%s', async (name, path) => {
    const bytes = new Uint8Array(readFileSync(path));
    const read = fetReader.read([{ name, bytes }]) as Result<ProjectContent>;
    if (!read.ok) {
      counts.refused++;
      expect(JSON.stringify(read.diagnostics)).toMatch(unwritable);
      return;
    }
    counts.read++;
    countConstraints(new TextDecoder().decode(bytes), read.value);
    const written = fetWriter.write(read.value, null) as Result<Uint8Array>;
    if (!written.ok) {
      counts.unwritten++;
      expect(JSON.stringify(written.diagnostics)).toMatch(unwritable);
      return;
    }
    counts.written++;
    const again = fetReader.read([{ name, bytes: written.value }]) as Result<ProjectContent>;
    if (!again.ok) throw new Error(JSON.stringify(again.diagnostics));
    expect(meaningOf(again.value)).toEqual(meaningOf(read.value));
    counts.same++;
    if (!hasFetProgram()) return;
    const answer = await askWhetherTaken(written.value, milliseconds);
    if (!answer.accepted && !(await askWhetherTaken(bytes, milliseconds)).accepted) {
      counts.refusedAsItIs++;
      return;
    }
    expect(answer.accepted, answer.log.slice(-600)).toBe(true);
    counts.accepted++;
  });

  afterAll(() => {
    const active = [...kept].filter(([kind]) => !inactive.test(kind)).sort(([, one], [, other]) => other - one);
    console.info('Examples of FET:', counts);
    console.info('Constraints:', {
      tags: uses.size,
      uses: sum(uses.values()),
      kept: sum(active.map(([, count]) => count)),
      inactive: sum([...kept].flatMap(([kind, count]) => (inactive.test(kind) ? [count] : []))),
    });
    console.info(active.map(([kind, count]) => `${kind}: ${count} of ${uses.get(kind) ?? count} kept`).join('\n'));
  });
});
