import type { Names } from './constraints/definition.ts';
import type { Problem } from './problem.ts';
import { english } from './wording/english.ts';
import { joined, listed, say, type Wording } from './wording/wording.ts';

/** At most so many events are named one by one; the rest are counted. */
const eventsNamed = 4;

/** How things are called in explanations. Weeks are only mentioned where they differ. */
export function createNames(problem: Problem, wording: Wording = english): Names {
  const { dayCount, weekClassCount, classOfWeek } = problem.axis;
  const { days, slots } = problem.data.calendar;
  const event = (index: number) => problem.events[index]?.name ?? '';
  return {
    event,
    events: (events) => joined(countedNames(events.map(event), wording), wording),
    resource: (index) => problem.resources[index]?.name ?? '',
    day: (dayIndex) => {
      const day = days[dayIndex % dayCount]?.name ?? '';
      if (weekClassCount === 1) return day;
      const weeks = weeksName(classOfWeek, Math.floor(dayIndex / dayCount), wording);
      return say(wording, 'dayInWeeks', { day, weeks });
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
      return joined(stretches, wording);
    },
  };
}

/** "Week 1", "weeks 1, 3–5". */
function weeksName(classOfWeek: readonly number[], weekClass: number, wording: Wording): string {
  const weeks = classOfWeek.flatMap((item, week) => (item === weekClass ? [week + 1] : []));
  const stretches: string[] = [];
  for (let at = 0; at < weeks.length; at++) {
    const first = weeks[at] ?? 0;
    while (weeks[at + 1] === (weeks[at] ?? 0) + 1) at++;
    const last = weeks[at] ?? 0;
    stretches.push(
      first === last ? `${first}` : last === first + 1 ? listed([`${first}`, `${last}`], wording) : `${first}–${last}`,
    );
  }
  return say(wording, weeks.length === 1 ? 'week' : 'weeks', { weeks: listed(stretches, wording) });
}

/** Events of one name are told by their number: "Mathematics (2 events)". */
function countedNames(names: readonly string[], wording: Wording): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shown = [...counts].map(([name, count]) =>
    count === 1 ? name : say(wording, 'countedEvents', { name, count }),
  );
  if (shown.length <= eventsNamed) return shown;
  return [...shown.slice(0, eventsNamed - 1), say(wording, 'others', { count: shown.length - eventsNamed + 1 })];
}
