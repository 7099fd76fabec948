import { checksumOf } from '../domain/checksum.ts';
import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { base64Of, bytesOfBase64 } from './base64.ts';
import type { SourceFile } from './format.ts';
import { isRecord, parseJson } from './json.ts';
import { decodeHead, decodeText } from './text.ts';

/**
 * A project file behind a passphrase; docs/formats.md describes it for other programs. The passphrase (NFKC, UTF-8) becomes
 * a secret by PBKDF2 with SHA-256, the secret two keys by HKDF with SHA-256: one for AES-GCM with 256 bits, and one that
 * is never used but stands in the file, so that a wrong passphrase is told from a damaged file. A checksum tells damage
 * before anybody is asked for anything. All that is not encrypted is authenticated with the content.
 */
const lockedFormat = 'horarium-locked';
const lockedVersion = 1;
/** At least what OWASP asks of PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const iterations = 600_000;
/** More would only keep the worker busy; less was not made by us. */
const acceptedIterations = { min: 100_000, max: 10_000_000 } as const;
const shortestPassphrase = 8;
const longestPassphrase = 1000;
/** Bytes. */
const sizes = { salt: 16, nonce: 12, check: 16 } as const;

interface Locked {
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly check: Uint8Array<ArrayBuffer>;
  readonly content: Uint8Array<ArrayBuffer>;
}

interface Keys {
  readonly content: CryptoKey;
  readonly check: Uint8Array;
}

const encoder = new TextEncoder();

export function isLocked(bytes: Uint8Array): boolean {
  return /"format"\s*:\s*"horarium-locked"/.test(decodeHead(bytes));
}

/** The bytes behind a passphrase of 8 to 1000 characters. */
export async function lock(bytes: Uint8Array, passphrase: string): Promise<Result<Uint8Array>> {
  const flaw = flawOf(passphrase);
  if (flaw !== null) return failure([flaw]);
  const salt = crypto.getRandomValues(new Uint8Array(sizes.salt));
  const nonce = crypto.getRandomValues(new Uint8Array(sizes.nonce));
  const keys = await keysOf(passphrase, salt, iterations);
  const open = headerOf(iterations, salt, nonce, keys.check);
  const additionalData = encoder.encode(JSON.stringify(open));
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData };
  // A project's bytes never lie in shared memory.
  const content = await crypto.subtle.encrypt(algorithm, keys.content, bytes as Uint8Array<ArrayBuffer>);
  const body = JSON.stringify({ ...open, content: base64Of(new Uint8Array(content)) });
  const checksum = checksumOf(encoder.encode(body));
  return success(encoder.encode(`${body.slice(0, -1)},"checksum":${JSON.stringify(checksum)}}\n`));
}

/** What is locked in the file. Fails with `locked.*`: `locked.needed` and `locked.wrong` may be tried again. */
export async function unlock(file: SourceFile, passphrase: string | undefined): Promise<Result<SourceFile>> {
  const read = lockedOf(file);
  if (!read.ok) return read;
  const { iterations, salt, nonce, check, content } = read.value;
  if (passphrase === undefined) return failure([needed(file.name)]);
  if (crypto.subtle === undefined) return failure([noCryptography]);
  if (passphrase.length > longestPassphrase) return failure([wrong(file.name)]);
  const keys = await keysOf(passphrase, salt, iterations);
  if (keys.check.some((byte, at) => byte !== check[at])) return failure([wrong(file.name)]);
  const additionalData = encoder.encode(JSON.stringify(headerOf(iterations, salt, nonce, check)));
  try {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData }, keys.content, content);
    return success({ name: file.name, bytes: new Uint8Array(bytes) });
  } catch {
    return failure([damaged(file.name, 'content')]);
  }
}

/** In this order in the file, and as it stands here authenticated. */
function headerOf(iterations: number, salt: Uint8Array, nonce: Uint8Array, check: Uint8Array) {
  return {
    format: lockedFormat,
    formatVersion: lockedVersion,
    cipher: 'AES-256-GCM',
    derivation: 'PBKDF2-SHA-256, HKDF-SHA-256',
    iterations,
    salt: base64Of(salt),
    nonce: base64Of(nonce),
    check: base64Of(check),
  };
}

async function keysOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Keys> {
  const { subtle } = crypto;
  const typed = await subtle.importKey('raw', encoder.encode(passphrase.normalize('NFKC')), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256);
  const secret = await subtle.importKey('raw', bits, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const part = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: encoder.encode(info),
  });
  const content = await subtle.deriveKey(part('horarium content'), secret, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const check = await subtle.deriveBits(part('horarium check'), secret, sizes.check * 8);
  return { content, check: new Uint8Array(check) };
}

function lockedOf(file: SourceFile): Result<Locked> {
  const text = decodeText(file);
  if (!text.ok) return text;
  const json = parseJson(text.value, file.name);
  // Nobody writes such a file by hand.
  if (!json.ok) return failure([damaged(file.name, json.diagnostics[0]?.place ?? '')]);
  const value = isRecord(json.value) ? json.value : {};
  if (value.formatVersion !== lockedVersion) return failure([newer(file.name, value.formatVersion)]);
  const { checksum, ...body } = value;
  if (checksum !== checksumOf(encoder.encode(JSON.stringify(body)))) return failure([damaged(file.name, 'checksum')]);
  const count = value.iterations;
  if (typeof count !== 'number' || !Number.isInteger(count)) return failure([damaged(file.name, 'iterations')]);
  if (count < acceptedIterations.min || count > acceptedIterations.max) {
    return failure([damaged(file.name, 'iterations')]);
  }
  const [salt, nonce, check] = (['salt', 'nonce', 'check'] as const).map((name) => {
    const bytes = bytesOfBase64(value[name]);
    return bytes?.length === sizes[name] ? bytes : null;
  });
  const content = bytesOfBase64(value.content);
  if (!salt || !nonce || !check || content === null)
    return failure([damaged(file.name, 'salt, nonce, check, content')]);
  return success({ iterations: count, salt, nonce, check, content });
}

function flawOf(passphrase: string): Diagnostic | null {
  if (crypto.subtle === undefined) return noCryptography;
  if (passphrase.length > longestPassphrase) {
    return error('locked.long', 'The passphrase has more than {most} characters.', {
      values: { most: longestPassphrase },
    });
  }
  if (passphrase.length >= shortestPassphrase) return null;
  return error('locked.short', 'The passphrase needs at least {least} characters.', {
    values: { least: shortestPassphrase },
    advice: 'Four words that have nothing to do with each other are good, and easy to keep in mind.',
  });
}

const noCryptography = error('locked.insecure', 'This browser does not encrypt on an address without https.', {
  advice: 'Open the app at an address that begins with https.',
});

function needed(place: string): Diagnostic {
  return error('locked.needed', 'The project is locked with a passphrase.', {
    place,
    advice: 'Open it again and give the passphrase. Nobody can open it without.',
  });
}

function wrong(place: string): Diagnostic {
  return error('locked.wrong', 'This is not the passphrase of the file.', {
    place,
    advice: 'Try again: capital letters and blanks count.',
  });
}

function damaged(place: string, part: string): Diagnostic {
  return error('locked.damaged', 'The locked file was damaged on its way, or changed: no passphrase opens it.', {
    place: `${place}: ${part}`,
    advice: 'Get it again from where it came from, or open an older copy.',
  });
}

function newer(place: string, version: unknown): Diagnostic {
  return error('locked.version', 'The file is locked in a way that this Horarium does not know.', {
    value: version ?? null,
    place: `${place}: formatVersion`,
    advice: 'This one reads version {n}. Update the app: reload the page while online.',
    values: { n: lockedVersion },
  });
}
