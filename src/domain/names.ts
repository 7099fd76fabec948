import type { Names } from './constraints/definition.ts';
import type { Problem } from './problem.ts';

/** At most so many events are named one by one; the rest are counted. */
const eventsNamed = 4;

/** How things are called in explanations. Weeks are only mentioned where they differ. */
export function createNames(problem: Problem): Names {
  const { dayCount, weekClassCount, classOfWeek } = problem.axis;
  const { days, slots } = problem.data.calendar;
  const event = (index: number) => problem.events[index]?.name ?? '';
  return {
    event,
    events: (events) => listed(countedNames(events.map(event))),
    resource: (index) => problem.resources[index]?.name ?? '',
    day: (dayIndex) => {
      const day = days[dayIndex % dayCount]?.name ?? '';
      if (weekClassCount === 1) return day;
      return `${day} (${weeksName(classOfWeek, Math.floor(dayIndex / dayCount))})`;
    },
    slots: (mask) => {
      const stretches: string[] = [];
      for (let first = 0; first < slots.length; first++) {
        if (((mask >>> first) & 1) === 0) continue;
        let last = first;
        while (last + 1 < slots.length && ((mask >>> (last + 1)) & 1) === 1) last++;
        stretches.push(`${slots[first]?.start}–${slots[last]?.end}`);
        first = last;
      }
      return listed(stretches);
    },
  };
}

/** "Week 1", "weeks 1, 3–5". */
function weeksName(classOfWeek: readonly number[], weekClass: number): string {
  const weeks = classOfWeek.flatMap((item, week) => (item === weekClass ? [week + 1] : []));
  const stretches: string[] = [];
  for (let at = 0; at < weeks.length; at++) {
    const first = weeks[at] ?? 0;
    while (weeks[at + 1] === (weeks[at] ?? 0) + 1) at++;
    const last = weeks[at] ?? 0;
    stretches.push(first === last ? `${first}` : last === first + 1 ? `${first}, ${last}` : `${first}–${last}`);
  }
  return `week${weeks.length === 1 ? '' : 's'} ${stretches.join(', ')}`;
}

/** Events of one name are told by their number: "Mathematics (2 events)". */
function countedNames(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shown = [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count} events)`));
  if (shown.length <= eventsNamed) return shown;
  return [...shown.slice(0, eventsNamed - 1), `${shown.length - eventsNamed + 1} others`];
}

function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
