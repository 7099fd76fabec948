import { localDateOf } from '../domain/local-date.ts';
import { directionOf } from './direction.ts';
import type { Handout, Meeting, Person } from './handout.ts';
import type { HandoutTexts } from './handout-texts.ts';
import { element, type Markup, type MarkupElement } from './markup.ts';
import { detailsOf, hueAngle, hueOf, meetingsOf, peopleOf, titleOf, weeksOf, withWeek } from './people.ts';
import { boldWidth, colourOf, font, ink, plainWidth, rule, shortened, svgText, topsOf, words } from './svg-parts.ts';
import { timesOf } from './week.ts';

/** Pixels. */
const size = { margin: 16, title: 44, day: 22, clock: 20, name: 150, lane: 34, slot: 76, dayWidth: 900 } as const;

/** What the rows of the picture are: those whom the handout shows, or every course that is held. */
export type MasterRows = 'people' | 'courses';

interface Row {
  readonly name: string;
  /** Whose row it is, who is not named in it; null for a course. */
  readonly person: Person | null;
  readonly meetings: readonly Meeting[];
}

/** The weeks of many as one picture (SVG 1.1): a row for each, the days with their slots beside each other. */
export function masterSvg(handout: Handout, of: MasterRows, texts: HandoutTexts): string {
  const { days, slots } = handout.calendar;
  const slotWidth = Math.max(3, Math.min(size.slot, size.dayWidth / slots.length));
  const dayWidth = slotWidth * slots.length;
  const width = size.margin * 2 + size.name + dayWidth * days.length;
  const top = size.margin + size.title + size.day + size.clock;
  const rows = rowsOf(handout, of).map((row) => ({ row, cards: inLanes(row.meetings) }));
  const heights = rows.map(({ cards }) => Math.max(1, ...cards.map(({ lane }) => lane + 1)) * size.lane);
  const tops = topsOf(heights, top);
  const bottom = tops.at(-1) ?? top;
  const left = (day: number, slot: number) => size.margin + size.name + dayWidth * day + slotWidth * slot;
  const about = [handout.timetable, localDateOf(handout.changedAt)].filter((part) => part !== '').join(' · ');
  const height = bottom + size.margin;
  const root = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': font },
    element('title', {}, `${handout.title} · ${about}`),
    element('rect', { width, height, x: 0, fill: ink.paper }),
    words(handout.title, size.margin, size.margin + 16, { size: 17, weight: 600 }),
    words(about, size.margin, size.margin + 34, { size: 11, fill: ink.quiet }),
    ...rows.flatMap(({ row, cards }, at): Markup[] => [
      rule(size.margin, tops[at] ?? 0, width - size.margin, tops[at] ?? 0, at === 0 ? ink.line : ink.soft),
      words(shortened(row.name, size.name - 10, plainWidth), size.margin + 6, (tops[at] ?? 0) + 21, { size: 12 }),
      ...cards.map(({ meeting, day, lane }) =>
        card(handout, texts, row.person, meeting, {
          x: left(day, meeting.start) + 1,
          y: (tops[at] ?? 0) + lane * size.lane + 1,
          width: slotWidth * meeting.length - 2,
        }),
      ),
    ]),
    ...days.flatMap(({ name }, day) => dayLines(handout, name, (slot) => left(day, slot), { top, bottom })),
    element('rect', {
      x: size.margin,
      y: top - size.day - size.clock,
      width: width - size.margin * 2,
      height: bottom - top + size.day + size.clock,
      fill: 'none',
      stroke: ink.line,
    }),
  );
  return svgText(root, directionOf(handout));
}

function rowsOf(handout: Handout, of: MasterRows): readonly Row[] {
  if (of === 'courses') {
    return handout.courses
      .map(
        (name, course): Row => ({
          name,
          person: null,
          meetings: handout.meetings.filter((meeting) => meeting.course === course),
        }),
      )
      .filter(({ meetings }) => meetings.length > 0);
  }
  return withWeek(handout, peopleOf(handout)).map((person) => ({
    name: person.name,
    person,
    meetings: meetingsOf(handout, person),
  }));
}

interface Laid {
  readonly meeting: Meeting;
  readonly day: number;
  /** Of several at the same time, the how manieth. */
  readonly lane: number;
}

/** Meetings that overlap lie below each other. */
function inLanes(meetings: readonly Meeting[]): readonly Laid[] {
  const ends = new Map<number, number[]>();
  return meetings
    .toSorted((a, b) => a.start - b.start || b.length - a.length)
    .flatMap((meeting) =>
      meeting.days.map((day): Laid => {
        const lanes = ends.get(day) ?? [];
        ends.set(day, lanes);
        const free = lanes.findIndex((end) => end <= meeting.start);
        const lane = free < 0 ? lanes.length : free;
        lanes[lane] = meeting.start + meeting.length;
        return { meeting, day, lane };
      }),
    );
}

/** The head of a day, with as many clock times as there is room for, and where its slots begin. */
function dayLines(
  { calendar }: Handout,
  name: string,
  left: (slot: number) => number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Markup[] {
  const head = top - size.clock;
  const step = Math.max(1, Math.ceil(40 / Math.max(1, left(1) - left(0))));
  return [
    words(name, left(0) + 6, head - 7, { size: 12, weight: 600 }),
    ...calendar.slots.flatMap(({ start }, slot): Markup[] =>
      slot % step === 0
        ? [
            words(start, left(slot) + 4, top - 6, { size: 10, fill: ink.quiet }),
            ...(slot === 0 ? [] : [rule(left(slot), head, left(slot), top, ink.soft)]),
          ]
        : [],
    ),
    rule(left(0), head - size.day, left(0), bottom, '#8a8f99'),
  ];
}

function card(
  handout: Handout,
  texts: HandoutTexts,
  person: Person | null,
  meeting: Meeting,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): MarkupElement {
  const weeks = weeksOf(handout, meeting, texts);
  const title = weeks === '' ? titleOf(handout, meeting) : `${titleOf(handout, meeting)} (${weeks})`;
  // Of a course, who it is for says most.
  const told = detailsOf(handout, meeting, person, texts);
  const details = person === null ? told.toReversed() : told;
  const angle = hueAngle(hueOf(meeting.course));
  const lines = [
    shortened(title, width - 9, boldWidth * 0.88),
    shortened(details.join(texts.comma), width - 9, plainWidth * 0.9),
  ];
  return element(
    'g',
    {},
    element('title', {}, [title, timesOf(handout, meeting).join('–'), ...details].join('\n')),
    element('rect', { x, y, width, height: size.lane - 2, rx: 3, fill: colourOf(angle, 0.62, 0.93) }),
    element('rect', { x, y, width: 3, height: size.lane - 2, fill: colourOf(angle, 0.48, 0.5) }),
    words(lines[0] ?? '', x + 6, y + 13, { size: 10.5, weight: 600 }),
    words(lines[1] ?? '', x + 6, y + 26, { size: 9.5, fill: '#454d5d' }),
  );
}
