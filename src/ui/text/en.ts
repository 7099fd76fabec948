import { analysisTexts } from './en-analysis.ts';
import { dataTexts } from './en-data.ts';
import { historyTexts } from './en-history.ts';
import { insightTexts } from './en-insights.ts';
import { mergeTexts } from './en-merge.ts';
import { ruleTexts } from './en-rules.ts';
import { shareTexts } from './en-share.ts';
import { sheetTexts } from './en-sheets.ts';
import { shellTexts } from './en-shell.ts';
import { timetableTexts } from './en-timetable.ts';
import { watchTexts } from './en-watch.ts';

/**
 * Every text of the interface, in English. A value is a text, or a function of its parts. Other languages are
 * dictionaries of the same type.
 */
export const en = {
  ...shellTexts,
  ...analysisTexts,
  ...historyTexts,
  ...dataTexts,
  ...ruleTexts,
  ...shareTexts,
  ...insightTexts,
  ...timetableTexts,
  ...sheetTexts,
  ...mergeTexts,
  ...watchTexts,
};

export type Dictionary = typeof en;
