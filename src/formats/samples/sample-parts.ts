export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Names nobody bears: teachers of the samples are called after trees. */
export const trees = [
  'Alder',
  'Almond',
  'Apple',
  'Ash',
  'Aspen',
  'Bay',
  'Beech',
  'Birch',
  'Cedar',
  'Cherry',
  'Chestnut',
  'Cypress',
  'Elder',
  'Elm',
  'Fig',
  'Fir',
  'Hawthorn',
  'Hazel',
  'Holly',
  'Hornbeam',
  'Juniper',
  'Larch',
  'Laurel',
  'Lime',
  'Linden',
  'Maple',
  'Medlar',
  'Mulberry',
  'Myrtle',
  'Oak',
] as const;

/** Blocks of `duration` slots on each day that cover none of the slots in `avoid`. */
export function pickOptions(
  days: readonly string[],
  slotCount: number,
  duration: number,
  avoid: readonly number[],
): { readonly day: string; readonly taken: readonly number[] }[] {
  return days.flatMap((day) => {
    const blocks: { day: string; taken: number[] }[] = [];
    for (let start = 0; start + duration <= slotCount; start++) {
      const taken = Array.from({ length: duration }, (_, step) => start + step);
      if (!taken.some((slot) => avoid.includes(slot))) blocks.push({ day, taken });
    }
    return blocks;
  });
}
