import { error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { SourceFile } from './format.ts';

/** A small compressed file may not unfold to more than this. */
export const largestUnfolded = 256 * 1024 * 1024;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const compressed = streamOf(bytes).pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}

/** Unfolds a gzip file; stops as soon as more comes out than `limit`. */
export async function gunzip(file: SourceFile, limit = largestUnfolded): Promise<Result<SourceFile>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = streamOf(file.bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > limit) {
        await reader.cancel();
        const message = `The compressed file unfolds to more than ${Math.ceil(limit / 1024 / 1024)} MB.`;
        return failure([
          error('file.tooLarge', message, { place: file.name, advice: 'This is not a timetabling project.' }),
        ]);
      }
      chunks.push(next.value);
    }
  } catch {
    return failure([
      error('file.gzip', 'The compressed file is damaged or cut off.', {
        place: file.name,
        advice: 'Get the file again, or open an older copy.',
      }),
    ]);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return success({ name: file.name.replace(/\.gz$/i, ''), bytes });
}

/** The first bytes of what is inside, by which it is recognised; none where it cannot be unfolded. */
export async function gunzipHead({ name, bytes }: SourceFile): Promise<SourceFile> {
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
  const first = await reader.read().catch(() => null);
  await reader.cancel().catch(() => undefined);
  return { name, bytes: first?.value ?? new Uint8Array() };
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      // A view of the same memory; files never lie in shared memory.
      controller.enqueue(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength));
      controller.close();
    },
  });
}
