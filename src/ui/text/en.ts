import { analysisTexts } from './en-analysis.ts';
import { dataTexts } from './en-data.ts';
import { diagnosticsTexts } from './en-diagnostics.ts';
import { historyTexts } from './en-history.ts';
import { insightTexts } from './en-insights.ts';
import { mergeTexts } from './en-merge.ts';
import { recoveryTexts } from './en-recovery.ts';
import { ruleTexts } from './en-rules.ts';
import { runHistoryTexts } from './en-run-history.ts';
import { runTexts } from './en-runs.ts';
import { shareTexts } from './en-share.ts';
import { sheetTexts } from './en-sheets.ts';
import { shellTexts } from './en-shell.ts';
import { sideBySideTexts } from './en-side-by-side.ts';
import { timetableTexts } from './en-timetable.ts';
import { trustTexts } from './en-trust.ts';
import { watchTexts } from './en-watch.ts';

/**
 * Every text of the interface, in English. A value is a text, or a function of its parts. Other languages are
 * dictionaries of the same type.
 */
export const en = {
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
  ...sheetTexts,
  ...mergeTexts,
  ...trustTexts,
  ...watchTexts,
};

export type Dictionary = typeof en;
