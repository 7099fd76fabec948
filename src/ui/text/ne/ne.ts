import type { Dictionary } from '../en.ts';
import { analysisTexts } from './analysis.ts';
import { dataTexts } from './data.ts';
import { historyTexts } from './history.ts';
import { insightTexts } from './insights.ts';
import { mergeTexts } from './merge.ts';
import { ruleTexts } from './rules.ts';
import { shareTexts } from './share.ts';
import { sheetTexts } from './sheets.ts';
import { shellTexts } from './shell.ts';
import { timetableTexts } from './timetable.ts';

/** Every text of the interface, in Nepali. */
export const ne: Dictionary = {
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
};
