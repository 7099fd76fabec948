import type { PlainTextKey } from '../../text/text.tsx';

/** Below a project; the first one that begins the path counts. */
const projectTitles: readonly (readonly [string, PlainTextKey])[] = [
  ['/rules', 'navRules'],
  ['/generate', 'navGenerate'],
  ['/runs', 'runHistoryTitle'],
  ['/run/', 'runPageTitle'],
  ['/side-by-side', 'besideTitle'],
  ['/timetable', 'navTimetable'],
  ['/problems', 'navProblems'],
  ['/statistics', 'statisticsTitle'],
  ['/free', 'freeTitle'],
  ['/substitution', 'substitutionTitle'],
  ['/import', 'sheetsTitle'],
  ['/merge', 'mergeTitle'],
  ['/versions/compare', 'compareTitle'],
  ['/versions', 'navVersions'],
  ['/share', 'navShare'],
  ['', 'navData'],
];

const otherTitles: readonly (readonly [string, PlainTextKey])[] = [
  ['/open', 'openTitle'],
  ['/import', 'sheetsTitle'],
  ['/settings/diagnostics', 'diagnosticsTitle'],
  ['/settings', 'navSettings'],
  ['/runs', 'runHistoryAllTitle'],
  ['/shared', 'sharedTitle'],
  ['/repair', 'repairTitle'],
];

/** The text that names the page at a path of the app, for the title of the window; null on the first page and on none. */
export function pageTitleOf(path: string): PlainTextKey | null {
  const below = /^\/p\/[^/]+(.*)$/.exec(path)?.[1];
  const titles = below === undefined ? otherTitles : projectTitles;
  return titles.find(([beginning]) => (below ?? path).startsWith(beginning))?.[1] ?? null;
}
