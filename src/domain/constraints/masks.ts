/** Small functions over bit masks of slots or days, shared by the rules. */

export function bitCount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return (((bits + (bits >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
}

/** Slots of `mask` without a busy neighbour on either side. */
export function isolatedSlots(mask: number): number {
  return mask & ~(mask << 1) & ~(mask >>> 1);
}

/** All slots from the first to the last of a non-empty mask. */
export function spanOf(mask: number): number {
  if (mask === 0) return 0;
  const first = mask & -mask;
  const last = 31 - Math.clz32(mask);
  return ((1 << last) | ((1 << last) - 1)) & ~(first - 1);
}

/** Lengths of the maximal stretches of consecutive slots, first to last. */
export function runLengths(mask: number): number[] {
  const lengths: number[] = [];
  let rest = mask;
  while (rest !== 0) {
    rest >>>= Math.clz32(rest & -rest) ^ 31;
    const length = Math.clz32(~rest & -~rest) ^ 31;
    lengths.push(length);
    rest = rest >>> length;
  }
  return lengths;
}

export function slotsOf(mask: number): number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < 32 && mask >>> slot !== 0; slot++) if ((mask >>> slot) & 1) slots.push(slot);
  return slots;
}

export function maskOf(slots: Iterable<number>): number {
  let mask = 0;
  for (const slot of slots) mask |= 1 << slot;
  return mask;
}

/** Gaps of a day: free slots between the first and the last busy one that are no break and not unavailable. */
export function gapSlots(mask: number, day: { readonly breakMask: number; readonly unavailableMask: number }): number {
  return spanOf(mask) & ~mask & ~day.breakMask & ~day.unavailableMask;
}
