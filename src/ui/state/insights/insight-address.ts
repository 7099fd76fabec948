/** Address of what is free at a moment; parts left out are as usual there: every week, one slot, rooms. */
export function freeAddress(
  projectId: string,
  moment: {
    /** Id of the day, and index of the first slot. */
    readonly day: string;
    readonly slot: number;
    readonly slots?: number;
    /** Number of the week, from 1. */
    readonly week?: number;
    readonly of?: 'room' | 'instructor' | 'group';
    readonly timetable?: string;
  },
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(moment)) if (value !== undefined) query.set(name, String(value));
  return `/p/${projectId}/free?${query}`;
}
