import { checksumOf } from '../domain/checksum.ts';
import { error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { checkHandout } from './check-handout.ts';
import { type Handout, longestHandout } from './handout.ts';

/**
 * A handout in the part of an address behind `#`, which browsers keep to themselves: `1`, the checksum of the compressed
 * bytes, then these bytes (deflate, RFC 1951) in base64url (RFC 4648), which needs no escaping anywhere.
 */
export const linkRoute = '#/shared/';
/** Characters; longer addresses are cut by programs on their way. */
export const longestLink = 32_000;
const linkVersion = '1';
const checksumLength = 8;

/** The part of the address from `#` on; fails when it would be too long. */
export async function linkOf(handout: Handout): Promise<Result<string>> {
  const packed = await deflated(new TextEncoder().encode(JSON.stringify(handout)));
  const link = `${linkRoute}${linkVersion}${checksumOf(packed).slice(-checksumLength)}${base64Url(packed)}`;
  if (link.length <= longestLink) return success(link);
  return failure([
    error('link.tooLong', 'The timetable is too large for a link: it would not arrive whole.', {
      value: `${link.length} of ${longestLink} characters`,
      advice: 'Send the viewer file instead, or a link for fewer people.',
    }),
  ]);
}

/** What a link holds; `link` is the part of the address behind `#/shared/`. Never throws, whatever it is given. */
export async function handoutOfLink(link: string): Promise<Result<Handout>> {
  const place = 'link';
  if (!link.startsWith(linkVersion)) {
    const isNewer = /^[2-9]/.test(link);
    return failure([
      error(isNewer ? 'link.newer' : 'link.form', isNewer ? 'The link is of a newer Horarium.' : notWhole, {
        place,
        advice: isNewer ? 'Reload the page while online to get the newest version.' : again,
      }),
    ]);
  }
  const sum = link.slice(1, 1 + checksumLength);
  const packed = bytesOfBase64Url(link.slice(1 + checksumLength));
  if (packed === null || link.length > 4 * longestLink || checksumOf(packed).slice(-checksumLength) !== sum) {
    return failure([error('link.damaged', notWhole, { place, advice: again })]);
  }
  const bytes = await inflated(packed, longestHandout);
  if (bytes === null) return failure([error('link.damaged', notWhole, { place, advice: again })]);
  try {
    return checkHandout(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), place);
  } catch {
    return failure([error('link.damaged', notWhole, { place, advice: again })]);
  }
}

const notWhole = 'The link is not whole: it was cut or changed on its way.';
const again = 'Copy it again from where it came from, or ask for the file.';

function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer().then((buffer) => new Uint8Array(buffer));
}

/** Null when the bytes are damaged, or unfold to more than `limit` bytes; no more than that is ever kept. */
async function inflated(bytes: Uint8Array, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > limit) {
        await reader.cancel();
        return null;
      }
      chunks.push(next.value);
    }
  } catch {
    return null;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes.slice()]).stream();
}

function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOfBase64Url(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
  } catch {
    return null;
  }
}
