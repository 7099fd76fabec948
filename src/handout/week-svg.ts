import { localDateOf } from '../domain/local-date.ts';
import { directionOf } from './direction.ts';
import type { Handout, Meeting, Person } from './handout.ts';
import type { HandoutTexts } from './handout-texts.ts';
import { element, type Markup, type MarkupElement } from './markup.ts';
import { detailsOf, hueAngle, hueOf, type NamedPerson, titleOf, weeksOf } from './people.ts';
import {
  boldWidth,
  colourOf,
  font,
  ink,
  plainWidth,
  rule,
  shortened,
  svgText,
  topsOf,
  widthOf,
  words,
} from './svg-parts.ts';
import { type BlockEntry, timesOf, type Week, type WeekBlock } from './week.ts';

/** Pixels. */
const size = { margin: 16, title: 44, head: 28, clock: 92, day: 168, row: 56, band: 22, line: 14, pad: 6 } as const;

/** The week of somebody as a picture (SVG 1.1): drawn from the data, readable by itself, with the fonts of the device. */
export function weekSvg(handout: Handout, person: NamedPerson, week: Week, texts: HandoutTexts): string {
  const heights = week.rows.map(({ band }) => (band === null ? size.row : size.band));
  const tops = topsOf(heights, size.margin + size.title + size.head);
  const width = size.margin * 2 + size.clock + size.day * week.days.length;
  const height = (tops.at(-1) ?? 0) + size.margin;
  const left = (column: number) => size.margin + size.clock + size.day * column;
  const frame = { tops, left, bottom: height - size.margin };
  const about = [handout.title, handout.timetable, localDateOf(handout.changedAt)].filter((part) => part !== '');
  const root = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': font },
    element('title', {}, `${person.name} · ${about.join(' · ')}`),
    element('rect', { width, height, fill: ink.paper }),
    words(person.name, size.margin, size.margin + 16, { size: 17, weight: 600 }),
    words(about.join(' · '), size.margin, size.margin + 34, { size: 11, fill: ink.quiet }),
    ...rowsOf(week, frame, width - size.margin),
    ...week.days.flatMap((day, column): Markup[] => [
      words(day.name, left(column) + size.pad, tops[0] === undefined ? 0 : tops[0] - 9, { size: 12, weight: 600 }),
      rule(left(column), (tops[0] ?? 0) - size.head, left(column), frame.bottom, ink.line),
      ...day.blocks.flatMap((block) =>
        block.entries.map((entry) => card({ handout, texts, person }, block, entry, frame, column)),
      ),
    ]),
    element('rect', {
      x: size.margin,
      y: (tops[0] ?? 0) - size.head,
      width: width - size.margin * 2,
      height: frame.bottom - (tops[0] ?? 0) + size.head,
      fill: 'none',
      stroke: ink.line,
    }),
  );
  return svgText(root, directionOf(handout));
}

interface Frame {
  /** Top of every row, and of what is below the last one. */
  readonly tops: readonly number[];
  readonly left: (column: number) => number;
  readonly bottom: number;
}

function rowsOf({ rows }: Week, { tops }: Frame, right: number): Markup[] {
  return rows.flatMap((row, index) => {
    const top = tops[index] ?? 0;
    const clock = `${row.start}–${row.end}`;
    const line = rule(size.margin, top, right, top, index === 0 ? ink.line : ink.soft);
    if (row.band !== null) {
      const band = { x: size.margin, y: top, width: right - size.margin, height: size.band, fill: ink.band };
      return [
        element('rect', band),
        line,
        words(clock, size.margin + size.pad, top + 15, { size: 10, fill: ink.quiet }),
        words(row.band, size.margin + size.clock + size.pad, top + 15, { size: 10, fill: ink.quiet }),
      ];
    }
    return [
      line,
      words(clock, size.margin + size.pad, top + 16, { size: 11, fill: ink.quiet }),
      words(row.name, size.margin + size.pad, top + 31, { size: 10, fill: ink.quiet }),
    ];
  });
}

/** Whose week is drawn of what, in which language. */
interface Subject {
  readonly handout: Handout;
  readonly texts: HandoutTexts;
  readonly person: Person;
}

function card(
  subject: Subject,
  block: WeekBlock,
  { meeting, from, rows, lane, lanes }: BlockEntry,
  { tops, left }: Frame,
  column: number,
): MarkupElement {
  const width = (size.day - 4) / lanes;
  const x = left(column) + 2 + width * lane;
  const y = (tops[block.row + from] ?? 0) + 2;
  const height = (tops[block.row + from + rows] ?? 0) - y - 2;
  const angle = hueAngle(hueOf(meeting.course));
  const isWhole = from === 0 && rows === block.rows;
  const room = Math.max(1, Math.floor((height - size.pad) / size.line));
  const [title = '', ...details] = linesOf(subject, meeting, !isWhole);
  // A long title may take a second line where that leaves one to the rest.
  const titles = inLines(title, width - 14, room > 2 ? 2 : 1);
  const lines = [...titles, ...details.map((line) => shortened(line, width - 14, plainWidth))].slice(0, room);
  return element(
    'g',
    {},
    element('title', {}, linesOf(subject, meeting, true).join('\n')),
    element('rect', { x, y, width: width - 2, height, rx: 4, fill: colourOf(angle, 0.62, 0.93) }),
    element('rect', { x, y, width: 3, height, fill: colourOf(angle, 0.48, 0.5) }),
    ...lines.map((line, index) => {
      const style = index < titles.length ? { size: 12, weight: 600 } : { size: 11, fill: '#454d5d' };
      return words(line, x + 8, y + 15 + index * size.line, style);
    }),
  );
}

function linesOf({ handout, texts, person }: Subject, meeting: Meeting, tellsTimes: boolean): readonly string[] {
  const weeks = weeksOf(handout, meeting, texts);
  const times = tellsTimes ? [timesOf(handout, meeting).join('–')] : [];
  return [
    weeks === '' ? titleOf(handout, meeting) : `${titleOf(handout, meeting)} (${weeks})`,
    ...times,
    ...detailsOf(handout, meeting, person, texts),
  ];
}

/** A title in bold, in at most so many lines. */
function inLines(title: string, width: number, most: number): readonly string[] {
  if (most === 1 || widthOf(title) * boldWidth <= width) return [shortened(title, width, boldWidth)];
  const parts = title.split(' ');
  let count = 1;
  while (count < parts.length && widthOf(parts.slice(0, count + 1).join(' ')) * boldWidth <= width) count++;
  const rest = parts.slice(count).join(' ');
  const first = shortened(parts.slice(0, count).join(' '), width, boldWidth);
  return rest === '' ? [first] : [first, shortened(rest, width, boldWidth)];
}
