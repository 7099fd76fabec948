/**
 * Bytes to keep, as gzip: it carries a checksum, so that damage is found when they are unfolded. Where the work is done
 * is up to the caller's thread.
 */
export async function compress(bytes: Uint8Array): Promise<Uint8Array> {
  const compressed = streamOf(bytes).pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}

/** Rejects when the bytes are damaged, or unfold to more than `most`: they may come from a file. */
export async function decompress(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const unfolded = new Uint8Array(most);
  let length = 0;
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (length + next.value.length > most) {
      await reader.cancel();
      throw new RangeError('More is unfolded than was expected');
    }
    unfolded.set(next.value, length);
    length += next.value.length;
  }
  return unfolded.subarray(0, length);
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      // A view of the same memory: nothing here lies in shared memory.
      controller.enqueue(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength));
      controller.close();
    },
  });
}
