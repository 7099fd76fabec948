import type { SlotData } from '../domain/problem-data.ts';

/** `count` slots of an hour each, the first at `from` o'clock. */
export function hourlySlots(from: number, count: number): SlotData[] {
  return Array.from({ length: count }, (_, slot) => ({ start: clock(from + slot), end: clock(from + slot + 1) }));
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
