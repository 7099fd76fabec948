import type { Problem } from '../../domain/problem.ts';
import type { HandoutTexts } from '../../handout/handout-texts.ts';
import { slotName } from '../../handout/week.ts';
import type { Participant } from '../format.ts';
import type { NamedParticipant } from '../participants.ts';
import { createPlacementNames, titleOf } from '../placement-names.ts';
import type { Placement } from '../placements.ts';
import { columnTitles, type ListTitles, timetableRows } from './timetable-rows.ts';
import type { Sheet, SheetCell, SheetRow } from './xlsx-sheet.ts';

const listWidths = [28, 28, 24, 24, 18, 12, 8, 8, 12];

/** One row for each meeting. */
export function listSheet(problem: Problem, placed: readonly Placement[], titles?: ListTitles): Sheet {
  const row = (texts: readonly string[], style: SheetCell['style']): SheetRow => ({
    cells: texts.map((text) => ({ text, style })),
  });
  const rows = timetableRows(problem, placed).map((texts) => row(texts, 'plain'));
  return {
    name: titles?.Timetable ?? 'Timetable',
    widths: listWidths,
    rows: [row(columnTitles(titles), 'heading'), ...rows],
    frozenRows: 1,
    frozenColumns: 0,
  };
}

/** Characters of a day's column; a little fewer fit into a line, because words are not cut. */
const dayWidth = 24;
const lineLength = dayWidth - 2;

/** A piece of a column: the same meetings, or the same break, from one slot on for some slots. */
interface Block {
  readonly text: string;
  readonly from: number;
  readonly length: number;
}

/** The week of somebody: days beside each other, slots below each other. */
export function createGridSheets(
  problem: Problem,
  texts: HandoutTexts,
): (participant: NamedParticipant, placed: readonly Placement[]) => Sheet {
  const { days, slots } = problem.data.calendar;
  const textOf = createCellText(problem, texts);
  const breaks = breakNames(problem);
  const headings: SheetRow = {
    cells: ['', ...days.map(({ name }) => name)].map((text) => ({ text, style: 'heading' })),
  };
  return (person, placed) => {
    const text = (placement: Placement) => textOf(placement, person);
    const columns = days.map((_, day) => blocksOf(day, slots.length, placed, text, breaks));
    const rows = slots.map((slot, index): SheetRow => {
      const name = slotName(slot);
      const label = name === '' ? '' : `\n${name}`;
      const cells = columns.map((blocks) => cellOf(blocks, index));
      const heading: SheetCell = { text: `${slot.start}–${slot.end}${label}`, style: 'grid' };
      return { cells: [heading, ...cells], lines: linesOf([heading, ...cells]) };
    });
    const title: SheetRow = { cells: [{ text: person.name, style: 'heading' }] };
    return {
      name: person.name,
      widths: [14, ...days.map(() => dayWidth)],
      rows: [title, headings, ...rows],
      frozenRows: 2,
      frozenColumns: 1,
    };
  };
}

/** What stands in the cell of a meeting; in which the own name alone of a group, instructor or room would be a repetition. */
function createCellText(problem: Problem, texts: HandoutTexts): (placement: Placement, whose: Participant) => string {
  const namesOf = createPlacementNames(problem);
  const list = (names: readonly string[]) => names.join(texts.comma);
  return (placement, whose) => {
    const others = (kind: Participant['kind'], ids: readonly string[]) =>
      whose.kind === kind ? ids.filter((id) => id !== whose.id) : ids;
    const names = namesOf({
      ...placement,
      roomIds: others('room', placement.roomIds),
      instructorIds: others('instructor', placement.instructorIds),
    });
    const weeks = names.weeks.length === 0 ? '' : ` (${texts.weeks} ${list(names.weeks)})`;
    const lines = [
      `${titleOf(names)}${weeks}`,
      list(names.rooms),
      list(names.instructors),
      // Which of the groups around it or inside it a meeting is for.
      others('group', placement.event.groupIds).length === 0 ? '' : list(names.groups),
    ];
    return lines.filter((line) => line !== '').join('\n');
  };
}

/** Name of the break in each slot of each day, or undefined. */
function breakNames({ data }: Problem): (day: number, slot: number) => string | undefined {
  const { days, breaks } = data.calendar;
  return (day, slot) => {
    const id = days[day]?.id ?? '';
    return breaks.find((entry) => entry.slot === slot && (entry.days?.includes(id) ?? true))?.name;
  };
}

/** Slots of a day in which the same is held one after the other become one block. */
function blocksOf(
  day: number,
  slotCount: number,
  placed: readonly Placement[],
  textOf: (placement: Placement) => string,
  breakAt: (day: number, slot: number) => string | undefined,
): Block[] {
  const own = placed.filter(({ time }) => time.days.includes(day));
  const held = Array.from({ length: slotCount }, (_, slot) =>
    own.filter(({ time }) => time.start <= slot && slot < time.start + time.length),
  );
  const blocks: Block[] = [];
  for (let from = 0; from < slotCount; ) {
    const meetings = held[from] ?? [];
    let end = from + 1;
    while (end < slotCount && meetings.length > 0 && isSame(meetings, held[end] ?? [])) end++;
    const text = meetings.length === 0 ? (breakAt(day, from) ?? '') : meetings.map(textOf).join('\n\n');
    blocks.push({ text, from, length: end - from });
    from = end;
  }
  return blocks;
}

function isSame(a: readonly Placement[], b: readonly Placement[]): boolean {
  return a.length === b.length && a.every((placement, index) => placement === b[index]);
}

/** The cell of a slot: inside a block that began before there is only its border. */
function cellOf(blocks: readonly Block[], slot: number): SheetCell {
  const block = blocks.find(({ from }) => from === slot);
  return block === undefined ? { text: '', style: 'grid' } : { text: block.text, style: 'grid', rowSpan: block.length };
}

/** Lines that the row must be high for, when cells over several rows spread theirs evenly. */
function linesOf(cells: readonly SheetCell[]): number {
  return Math.max(...cells.map(({ text, rowSpan }) => Math.ceil(textLines(text) / (rowSpan ?? 1))));
}

function textLines(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0);
}
