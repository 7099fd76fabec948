/** What handouts say besides names; other languages are dictionaries of the same type. */
export const handoutTexts = {
  /** BCP 47. */
  language: 'en',
  /** Between the names of a list. */
  comma: ', ',
  time: 'Time',
  break: 'Break',
  weeks: 'weeks',
  week: 'Week',
  allWeeks: 'All weeks',
  group: 'Groups',
  instructor: 'Instructors',
  room: 'Rooms',
  nothing: 'Nothing is held in this week.',
  asOf: 'As of',
  search: 'Search',
  searchHint: 'Name of a group, instructor or room',
  noneFound: 'Nobody of that name.',
  people: 'Whose week',
  change: 'Choose another',
  previous: 'Previous',
  next: 'Next',
  theme: 'Light or dark',
  print: 'Print',
  printShown: 'All of the list, a page each',
  paper: 'Paper',
  calendar: 'Calendar file',
  calendarFailed: 'There is no calendar:',
  unplaced: 'without a time yet',
  keys: 'Keys: / searches, arrow keys go through the list, [ and ] to the previous and the next, p prints.',
  damaged: 'This file was damaged on its way.',
  needsScript: 'This page needs JavaScript to show the timetable that is in it.',
};

export type HandoutTexts = typeof handoutTexts;

/** Texts that came with a file, the English ones for whatever is missing or no text. */
export function completeTexts(given: unknown): HandoutTexts {
  const texts = { ...handoutTexts };
  if (typeof given !== 'object' || given === null) return texts;
  for (const key of Object.keys(texts) as (keyof HandoutTexts)[]) {
    const text: unknown = Reflect.get(given, key);
    if (typeof text === 'string') texts[key] = text;
  }
  return texts;
}
