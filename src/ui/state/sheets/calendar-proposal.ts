import { guessSheet } from '../../../domain/sheets/guess.ts';
import { guessCalendar } from '../../../domain/sheets/guess-calendar.ts';
import type { Sheet } from '../../../domain/sheets/sheet.ts';
import type { Translate } from '../../text/text.tsx';
import { dayOf, type ProjectProposal, weekdaysInOrder } from '../project/new-project.ts';
import { listText } from '../words/wording.ts';
import { createSheetTargets } from './tables.ts';

/** Name and calendar of a project that begins with sheets, and how they came about. */
export function createCalendarProposal(
  sheets: readonly Sheet[],
  text: Translate,
  locale: string | undefined = navigator.language,
): ProjectProposal & { readonly reason: string } {
  const targets = createSheetTargets(text);
  const read = sheets.map((sheet) => ({ sheet, ...guessSheet(sheet, targets, null) }));
  const { calendar, days, slots } = guessCalendar(read, { weekOrder: weekdaysInOrder(locale), dayOf });
  const reason = text('sheetsGuess', {
    days: listText(calendar.days.map(({ name }) => name)),
    slots: text('sheetsGuessSlots', {
      count: calendar.slots.length,
      from: calendar.slots[0]?.start ?? '',
      to: calendar.slots.at(-1)?.end ?? '',
    }),
    weeks: calendar.weekCount,
    daysFrom: text(`sheetsGuessDays_${days}`),
    slotsFrom: text(`sheetsGuessSlots_${slots}`),
  });
  const name = (sheets[0]?.file ?? '').replace(/\.[^.]*$/, '').trim();
  return { name: name.slice(0, 200), calendar, reason };
}
