import { weekStretches } from '../domain/week-stretches.ts';
import { type Handout, type Meeting, type Person, type PersonKind, personKinds } from './handout.ts';
import type { HandoutTexts } from './handout-texts.ts';

export interface NamedPerson extends Person {
  readonly name: string;
}

/** Everybody whose week can be looked at, by kind, in the order of the project. */
export function peopleOf(handout: Handout): readonly NamedPerson[] {
  if (handout.shown !== undefined) return handout.shown.map((person) => named(handout, person));
  return personKinds.flatMap((kind) =>
    handout[listOf[kind]].map((_, index): NamedPerson => named(handout, { kind, index })),
  );
}

export function named(handout: Handout, { kind, index }: Person): NamedPerson {
  return { kind, index, name: nameOf(handout, kind, index) };
}

const listOf = { group: 'groups', instructor: 'instructors', room: 'rooms' } as const;

export function nameOf(handout: Handout, kind: PersonKind, index: number): string {
  if (kind === 'group') return handout.groups[index]?.name ?? '';
  return handout[listOf[kind]][index] ?? '';
}

/** Meetings that somebody takes part in, in the order of the handout. */
export function meetingsOf(handout: Handout, { kind, index }: Person): readonly Meeting[] {
  if (kind === 'instructor') return handout.meetings.filter(({ instructors }) => instructors.includes(index));
  if (kind === 'room') return handout.meetings.filter(({ rooms }) => rooms.includes(index));
  const near = new Set(handout.groups[index]?.meets ?? []);
  return handout.meetings.filter(({ groups }) => groups.some((group) => near.has(group)));
}

/** The title of a meeting: its own name, else that of its course. */
export function titleOf(handout: Handout, { title, course }: Meeting): string {
  return title ?? handout.courses[course] ?? '';
}

/** Letters of the weeks of a meeting, empty when it is every week: `A`, `B`, `1–8`, `1, 3, 5`. */
export function weeksOf({ calendar }: Handout, { weeks }: Meeting, { comma }: HandoutTexts): string {
  return weeks === undefined ? '' : weekStretches(weeks, calendar.weekCount).join(comma);
}

/**
 * What a card says below its title in the week of somebody (null: of nobody in particular). Nobody is told their own name
 * alone; a group is told which of the groups around it or inside it a meeting is for.
 */
export function detailsOf(
  handout: Handout,
  meeting: Meeting,
  whose: Person | null,
  { comma }: HandoutTexts,
): readonly string[] {
  return (['room', 'instructor', 'group'] as const).flatMap((kind) => {
    const all = meeting[listOf[kind]];
    const isOwn = (index: number) => kind === whose?.kind && index === whose.index;
    const told = kind === 'group' && !all.every(isOwn) ? all : all.filter((index) => !isOwn(index));
    return told.length === 0 ? [] : [told.map((index) => nameOf(handout, kind, index)).join(comma)];
  });
}

/** Colours of cards: equal steps of the golden angle, so that neighbours in the list differ. */
const hueCount = 24;

/** Which of the colours a course has. */
export function hueOf(course: number): number {
  return course % hueCount;
}

/** The hue (degrees) of a colour. */
export function hueAngle(hue: number): number {
  return Math.round((hue * 137.508 + 250) % 360);
}

/** Those of these people who have a week to be printed: an empty one is only for those who were asked for. */
export function withWeek(handout: Handout, people: readonly NamedPerson[]): readonly NamedPerson[] {
  return handout.shown === undefined ? people.filter(busyIn(handout)) : people;
}

/** Who is shown until somebody is chosen: not a year, in whose week those of all its classes stand beside each other. */
export function firstShown(handout: Handout, people: readonly NamedPerson[]): NamedPerson | null {
  const around = new Set(handout.groups.map(({ parent }) => parent));
  const busy = people.filter(busyIn(handout));
  return busy.find(({ kind, index }) => kind !== 'group' || !around.has(index)) ?? busy[0] ?? people[0] ?? null;
}

/** Answers who has any meeting at all. */
export function busyIn(handout: Handout): (person: Person) => boolean {
  const busy = { instructor: new Set<number>(), room: new Set<number>(), group: new Set<number>() };
  for (const { groups, instructors, rooms } of handout.meetings) {
    for (const index of groups) busy.group.add(index);
    for (const index of instructors) busy.instructor.add(index);
    for (const index of rooms) busy.room.add(index);
  }
  return ({ kind, index }) =>
    kind === 'group'
      ? (handout.groups[index]?.meets ?? []).some((group) => busy.group.has(group))
      : busy[kind].has(index);
}
