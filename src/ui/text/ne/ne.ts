import type { Speech } from '../../state/words/wording.ts';
import type { Dictionary } from '../en.ts';
import { analysisTexts } from './analysis.ts';
import { dataTexts } from './data.ts';
import { diagnosticsTexts } from './diagnostics.ts';
import { handout } from './handout.ts';
import { historyTexts } from './history.ts';
import { insightTexts } from './insights.ts';
import { mergeTexts } from './merge.ts';
import { recoveryTexts } from './recovery.ts';
import { ruleTexts } from './rules.ts';
import { runHistoryTexts } from './run-history.ts';
import { runTexts } from './runs.ts';
import { shareTexts } from './share.ts';
import { sheetTexts } from './sheets.ts';
import { shellTexts } from './shell.ts';
import { sideBySideTexts } from './side-by-side.ts';
import { timetableTexts } from './timetable.ts';
import { trustTexts } from './trust.ts';
import { watchTexts } from './watch.ts';
import { wording } from './wording.ts';

/** Every text of the interface, in Nepali. */
export const ne: Dictionary = {
  ...shellTexts,
  ...analysisTexts,
  ...diagnosticsTexts,
  ...historyTexts,
  ...dataTexts,
  ...recoveryTexts,
  ...ruleTexts,
  ...runHistoryTexts,
  ...runTexts,
  ...shareTexts,
  ...insightTexts,
  ...sideBySideTexts,
  ...timetableTexts,
  ...trustTexts,
  ...sheetTexts,
  ...mergeTexts,
  ...watchTexts,
};

export const speech: Speech = {
  wording,
  handout,
  fetchFileRemarks: () => import('./ne-remarks.ts').then(({ remarks }) => remarks),
};
