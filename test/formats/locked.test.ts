import { createDecipheriv, hkdfSync, pbkdf2Sync } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { checksumOf } from '../../src/domain/checksum.ts';
import { readFiles, writeFile } from '../../src/formats/registry.ts';
import { codesOf, valueIn } from './support/files.ts';
import { lectureWeek } from './support/lecture-week.ts';

const passphrase = 'vier Wörter, ein Café';
const content = lectureWeek();
let bytes: Uint8Array;
let text: string;

beforeAll(async () => {
  bytes = valueIn(await writeFile('horarium-locked', content, null, { passphrase }));
  text = new TextDecoder().decode(bytes);
});

const read = (changed: string | Uint8Array, given?: string) => {
  const own = typeof changed === 'string' ? new TextEncoder().encode(changed) : changed;
  return readFiles([{ name: 'a.horarium.json', bytes: own }], given === undefined ? {} : { passphrase: given });
};

/** The file with other fields, and a checksum that fits them: not damaged but changed by somebody. */
function forged(fields: Readonly<Record<string, unknown>>): string {
  const { checksum: _, ...body } = { ...JSON.parse(text), ...fields };
  return JSON.stringify({ ...body, checksum: checksumOf(new TextEncoder().encode(JSON.stringify(body))) });
}

describe('a locked project', () => {
  test('is opened with its passphrase, however its letters are composed', async () => {
    expect(valueIn(await read(bytes, passphrase))).toEqual({ ...content, source: 'horarium' });
    expect((await read(bytes, passphrase.normalize('NFD'))).ok).toBe(true);
  });

  test('says nothing of what is in it', () => {
    expect(text).not.toMatch(/Algebra|Ada|Autumn/);
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(
      [
        'check',
        'checksum',
        'cipher',
        'content',
        'derivation',
        'format',
        'formatVersion',
        'iterations',
        'nonce',
        'salt',
      ].sort(),
    );
  });

  test('asks for the passphrase, and says when it is another one', async () => {
    expect(codesOf(await read(bytes))).toEqual(['locked.needed']);
    expect(codesOf(await read(bytes, 'Vier Wörter, ein Café'))).toEqual(['locked.wrong']);
    expect(codesOf(await read(bytes, 'x'.repeat(2000)))).toEqual(['locked.wrong']);
  });

  test('that is damaged says so whatever is typed, before anything is asked', async () => {
    for (const damaged of [
      text.slice(0, 500),
      text.replace(/(?<="content":".{20})./, '_'),
      text.replace('"nonce"', '"n"'),
    ]) {
      expect(codesOf(await read(damaged))).toEqual(['locked.damaged']);
    }
  });

  test('that somebody changed is not opened, even where the checksum fits', async () => {
    const { content: own, nonce } = JSON.parse(text);
    const other = `${own[0] === 'A' ? 'B' : 'A'}${own.slice(1)}`;
    expect(codesOf(await read(forged({ content: other }), passphrase))).toEqual(['locked.damaged']);
    const otherNonce = `${nonce[0] === 'A' ? 'B' : 'A'}${nonce.slice(1)}`;
    expect(codesOf(await read(forged({ nonce: otherNonce }), passphrase))).toEqual(['locked.damaged']);
    expect(codesOf(await read(forged({ iterations: 600_001 }), passphrase))).toEqual(['locked.wrong']);
  });

  test('that would keep the machine busy, or is of another kind, is refused at once', async () => {
    for (const iterations of [1, 1e9, 1e308, -1, '600000', null]) {
      expect(codesOf(await read(forged({ iterations }), passphrase))).toEqual(['locked.damaged']);
    }
    for (const salt of ['', 'AAAA', 7, 'not base64!']) {
      expect(codesOf(await read(forged({ salt }), passphrase))).toEqual(['locked.damaged']);
    }
    expect(codesOf(await read(forged({ formatVersion: 2 }), passphrase))).toEqual(['locked.version']);
  });

  test('has another salt and nonce each time', async () => {
    const again = JSON.parse(
      new TextDecoder().decode(valueIn(await writeFile('horarium-locked', content, null, { passphrase }))),
    );
    const first = JSON.parse(text);
    for (const name of ['salt', 'nonce', 'check', 'content']) expect(again[name], name).not.toBe(first[name]);
  });

  test('is not made with a passphrase that is guessed at once', async () => {
    expect(codesOf(await writeFile('horarium-locked', content, null))).toEqual(['locked.short']);
    expect(codesOf(await writeFile('horarium-locked', content, null, { passphrase: '1234567' }))).toEqual([
      'locked.short',
    ]);
  });

  test('can be opened by other programs, as its description says', () => {
    const file = JSON.parse(text);
    const part = (name: string) => Buffer.from(file[name], 'base64');
    expect(file.iterations).toBeGreaterThanOrEqual(600_000);
    const secret = pbkdf2Sync(passphrase.normalize('NFKC'), part('salt'), file.iterations, 32, 'sha256');
    expect(Buffer.from(hkdfSync('sha256', secret, '', 'horarium check', 16))).toEqual(part('check'));
    const key = Buffer.from(hkdfSync('sha256', secret, '', 'horarium content', 32));
    const { content: _, checksum: __, ...header } = file;
    const encrypted = part('content');
    const decipher = createDecipheriv('aes-256-gcm', key, part('nonce'));
    decipher.setAAD(Buffer.from(JSON.stringify(header)));
    decipher.setAuthTag(encrypted.subarray(-16));
    const opened = Buffer.concat([decipher.update(encrypted.subarray(0, -16)), decipher.final()]);
    expect(JSON.parse(gunzipSync(opened).toString()).problem.name).toBe(content.problem.name);
  });
});
