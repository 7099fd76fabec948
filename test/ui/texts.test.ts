import { expect, test } from 'vitest';
import { locale, setLocale } from '../../src/ui/state/words/locale.ts';
import { en } from '../../src/ui/text/en.ts';
import { analysisTexts } from '../../src/ui/text/en-analysis.ts';
import { dataTexts } from '../../src/ui/text/en-data.ts';
import { diagnosticsTexts } from '../../src/ui/text/en-diagnostics.ts';
import { historyTexts } from '../../src/ui/text/en-history.ts';
import { insightTexts } from '../../src/ui/text/en-insights.ts';
import { mergeTexts } from '../../src/ui/text/en-merge.ts';
import { recoveryTexts } from '../../src/ui/text/en-recovery.ts';
import { ruleTexts } from '../../src/ui/text/en-rules.ts';
import { runHistoryTexts } from '../../src/ui/text/en-run-history.ts';
import { runTexts } from '../../src/ui/text/en-runs.ts';
import { shareTexts } from '../../src/ui/text/en-share.ts';
import { sheetTexts } from '../../src/ui/text/en-sheets.ts';
import { shellTexts } from '../../src/ui/text/en-shell.ts';
import { sideBySideTexts } from '../../src/ui/text/en-side-by-side.ts';
import { timetableTexts } from '../../src/ui/text/en-timetable.ts';
import { trustTexts } from '../../src/ui/text/en-trust.ts';
import { watchTexts } from '../../src/ui/text/en-watch.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';

const areas = [
  shellTexts,
  analysisTexts,
  diagnosticsTexts,
  historyTexts,
  dataTexts,
  ruleTexts,
  runHistoryTexts,
  runTexts,
  shareTexts,
  insightTexts,
  sideBySideTexts,
  timetableTexts,
  sheetTexts,
  mergeTexts,
  trustTexts,
  watchTexts,
  recoveryTexts,
];

test('no two areas have a text of the same key, and all are in the dictionary', () => {
  const keys = areas.flatMap((area) => Object.keys(area));
  expect(keys.filter((key, position) => keys.indexOf(key) !== position)).toEqual([]);
  expect(Object.keys(en).toSorted()).toEqual(keys.toSorted());
});

test('counts in sentences are written like the numbers beside them', () => {
  const text = createTranslate(() => en);
  const before = locale();
  setLocale('en');
  expect(text('sheetsDone', { count: 3238 })).toBe('3,238 rows were imported.');
  expect(text('removalTitle', { count: 19_072 })).toBe('Delete 19,072 rows?');
  expect(text('removalTitle', { count: 1 })).toBe('Delete 1 row?');
  setLocale(before);
});
