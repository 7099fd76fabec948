import { describe, expect, it } from 'vitest';
import { checksumOf } from '../../src/domain/checksum.ts';
import { packCheckpoint } from '../../src/engine/run-contract/run-checkpoint.ts';
import type { Checkpoint } from '../../src/engine/run-contract/run-events.ts';
import { engineVersion } from '../../src/engine/run-contract/run-version.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { readFiles, writeFile } from '../../src/formats/registry.ts';
import { printRunFile } from '../../src/formats/run-file.ts';
import { smallSchool } from '../support/small-school.ts';
import { valueIn } from './support/files.ts';
import { savedRun, schoolCheckpoint } from './support/saved-run.ts';

const run = savedRun;
const content: ProjectContent = { problem: smallSchool, timetables: [] };

function read(name: string, bytes: Uint8Array) {
  return readFiles([{ name, bytes }]);
}

/** The file with its text changed, and the checksum that belongs to it. */
function changed(change: (body: string) => string): Uint8Array {
  const text = new TextDecoder().decode(printRunFile(content, run)).trimEnd();
  const body = `{${change(text.slice(text.indexOf('"problem"')))}`;
  const head = { format: 'horarium-run', formatVersion: 1, checksum: checksumOf(new TextEncoder().encode(body)) };
  return new TextEncoder().encode(`${JSON.stringify(head).slice(0, -1)},${body.slice(1)}`);
}

async function codesOf(bytes: Uint8Array) {
  const { ok, diagnostics } = await read('x.json', bytes);
  return [ok, diagnostics.map(({ code, place }) => `${code} ${place}`)];
}

describe('the file of a run', () => {
  it('holds the project and all of the run, plain and compressed', async () => {
    const plain = valueIn(await read('any.json', printRunFile(content, run)));
    expect(plain).toEqual({ ...content, run, source: 'horarium-run' });
    const compressed = valueIn(await writeFile('horarium-run', { ...content, run }, null));
    expect(valueIn(await read('Small school.horarium-run.gz', compressed))).toEqual(plain);
    // the name that a browser gives to the second file of one name, and one that says nothing
    for (const name of ['Small school.horarium-run (1).gz', 'download']) {
      expect(valueIn(await read(name, compressed)).run).toEqual(run);
    }
    const { start: _, ...settings } = run.settings;
    const { record: __, ...bare } = run;
    const young = { ...bare, settings, checkpoint: null };
    expect(valueIn(await read('any.json', printRunFile(content, young))).run).toEqual(young);
  });

  it('is refused when it is not as it was saved, or says what no run can be', async () => {
    expect(await codesOf(changed((body) => body))).toEqual([true, []]);
    const text = new TextDecoder().decode(printRunFile(content, run));
    const edited = new TextEncoder().encode(text.replace('"seed":1', '"seed":2'));
    expect(await codesOf(edited)).toEqual([false, ['run.checksum x.json: checksum']]);
    const wrong = async (from: string, to: string) => codesOf(changed((body) => body.replace(from, to)));
    expect(await wrong('"population":4', '"population":"many"')).toEqual([
      false,
      ['run.value x.json: run.settings.population'],
    ]);
    expect(await wrong('"population":4', '"population":100000')).toEqual([false, ['run.value x.json: run.population']]);
    expect(await wrong('"variant":"student-compact"', '"variant":"__proto__"')).toEqual([
      false,
      ['run.value x.json: run.variant'],
    ]);
    expect(await wrong('"checkpoint":"', '"checkpoint":"AAAA')).toEqual([false, ['run.value x.json: run.checkpoint']]);
    const next = new TextEncoder().encode(text.replace('"formatVersion":1', '"formatVersion":2'));
    expect(await codesOf(next)).toEqual([false, ['run.version x.json: formatVersion']]);
  });

  it('is refused when its timetables are not of its problem, or its lists longer than it is itself', async () => {
    const saying = async (changes: Partial<Checkpoint>) =>
      codesOf(printRunFile(content, { ...run, checkpoint: packCheckpoint({ ...schoolCheckpoint, ...changes }) }));
    expect(await saying({})).toEqual([true, []]);
    const misfit = (place: string) => [false, [`run.misfit x.json: run.checkpoint.${place}`]];
    const { best } = schoolCheckpoint;
    const elsewhere = best.assignments.map((assignment) => ({ ...assignment, rooms: [70_000] }));
    expect(await saying({ best: { assignments: elsewhere } })).toEqual(misfit('best'));
    expect(await saying({ best: { assignments: best.assignments.slice(1) } })).toEqual(misfit('best'));
    expect(await saying({ engine: engineVersion, islands: [] })).toEqual(misfit('islands'));
    const steered = { ...smallSchool, rooms: [] };
    expect(await saying({ steered })).toEqual(misfit('steered'));
    expect(await saying({ steered: { ...smallSchool, name: 5 } as never })).toEqual([
      false,
      ['run.value x.json: run.checkpoint.steered'],
    ]);
    const start = { timetable: Int32Array.from([-1, 0, 2 ** 31 - 1, 0]), keep: 0, cap: null };
    expect(await codesOf(printRunFile(content, { ...run, settings: { ...run.settings, start } }))).toEqual([
      false,
      ['run.misfit x.json: run.settings.start.timetable'],
    ]);
  });

  it('is not written for a project without a run', async () => {
    expect(await writeFile('horarium-run', content, null)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'run.none' }],
    });
  });
});
