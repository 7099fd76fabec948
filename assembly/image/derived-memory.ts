/**
 * Memory behind the mutable region for what is derived from an image when it is opened. It is handed out one piece after
 * the other and never given back: an instance of the kernel opens one image.
 */
let top: usize = 0;
let isFull: bool = false;

/** From the address on all memory is to be handed out. */
export function openDerived(at: usize): void {
  top = (at + 15) & ~(<usize>15);
}

/** Room for so many bytes. Its address is never 0: whether there was room says `isOutOfMemory`, before anything is written. */
export function reserve(bytes: i32): usize {
  const at = top;
  const end = at + <usize>((bytes + 15) & ~15);
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  if (isFull || (pages > 0 && memory.grow(pages) < 0)) {
    isFull = true;
    return at;
  }
  top = end;
  return at;
}

/** True when some of what was to be reserved was not there. */
export function isOutOfMemory(): bool {
  return isFull;
}
