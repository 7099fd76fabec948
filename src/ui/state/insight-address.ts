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
  return `/p/${projectId}/free?${queryOf(moment)}`;
}

/** Address of the substitution of somebody, all day unless slots are given. */
export function substitutionAddress(
  projectId: string,
  absence: {
    /** Id of the instructor, and of the day. */
    readonly who: string;
    readonly day?: string;
    readonly week?: number;
    readonly timetable?: string;
  },
): string {
  return `/p/${projectId}/substitution?${queryOf({ ...absence, who: encodeURIComponent(absence.who) })}`;
}

function queryOf(parts: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) query.set(name, String(value));
  return query.toString();
}
