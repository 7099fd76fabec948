import { describe, expect, it } from 'vitest';
import { checksumOf } from '../../src/domain/checksum.ts';
import { packCheckpoint } from '../../src/engine/run-checkpoint.ts';
import { bareSettings } from '../../src/engine/run-settings.ts';
import type { ProjectContent, SavedRun } from '../../src/formats/format.ts';
import { readFiles, writeFile } from '../../src/formats/registry.ts';
import { printRunFile } from '../../src/formats/run-file.ts';
import { checkpoint } from '../storage/support.ts';
import { smallSchool } from '../support/small-school.ts';
import { valueIn } from './support/files.ts';

const run: SavedRun = {
  engine: '12.1',
  variant: 'student-compact',
  settings: {
    ...bareSettings,
    population: 4,
    start: { timetable: Int32Array.from([-1, 3, 0, 0]), keep: 2, cap: null },
  },
  checkpoint: packCheckpoint(checkpoint),
};
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
    const { start: _, ...settings } = run.settings;
    const young = { ...run, settings, checkpoint: null };
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

  it('is not written for a project without a run', async () => {
    expect(await writeFile('horarium-run', content, null)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'run.none' }],
    });
  });
});
