import type { OpenProject } from './state/project/project.ts';
import type { PlainTextKey } from './text/text.tsx';

/** What a command may look at and use. */
export interface CommandContext {
  /** The project of the address; null on the pages outside a project. */
  readonly project: OpenProject | null;
  readonly path: string;
  readonly navigate: (path: string) => void;
  /** Opens a dialog over the page. */
  readonly show: (dialog: DialogName) => void;
}

export type DialogName = 'search' | 'help';

export type CommandGroup = 'edit' | 'go' | 'view' | 'timetable' | 'help';

/** One thing that can be done, said once: menu, palette, shortcuts and help are made from the list. */
export interface Command {
  readonly id: string;
  readonly title: PlainTextKey;
  readonly group: CommandGroup;
  /**
   * Shortcuts such as `Mod+z` (Ctrl, on a Mac Cmd), `?`, `g`; the first one is shown. Fields in which text is typed keep
   * their keys, their own undo among them.
   */
  readonly keys?: readonly string[];
  /** True for shortcuts with Mod that are heard while text is typed, too. */
  readonly whileTyping?: true;
  /** Absent means always. */
  readonly isEnabled?: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void;
}

/** Commands that hold everywhere; a page adds its own while it is shown (`CommandState.add`). */
export const generalCommands: readonly Command[] = [
  {
    id: 'undo',
    title: 'undo',
    group: 'edit',
    keys: ['Mod+z'],
    isEnabled: ({ project }) => project !== null && mayEdit(project) && project.editor.undoable() !== null,
    run: ({ project }) => project?.editor.undo(),
  },
  {
    id: 'redo',
    title: 'redo',
    group: 'edit',
    keys: ['Mod+y', 'Mod+Shift+z'],
    isEnabled: ({ project }) => project !== null && mayEdit(project) && project.editor.redoable() !== null,
    run: ({ project }) => project?.editor.redo(),
  },
  {
    id: 'search',
    title: 'commandSearch',
    group: 'go',
    keys: ['Mod+k', '/'],
    whileTyping: true,
    run: ({ show }) => show('search'),
  },
  goTo('goProjects', 'navProjects', () => '/'),
  goTo('goData', 'navData', (id) => `/p/${id}/data`),
  goTo('goRules', 'navRules', (id) => `/p/${id}/rules`),
  goTo('goGenerate', 'navGenerate', (id) => `/p/${id}/generate`),
  goTo('goRuns', 'runHistoryTitle', (id) => `/p/${id}/runs`),
  goTo('goSideBySide', 'besideTitle', (id) => `/p/${id}/side-by-side`),
  goTo('goTimetable', 'navTimetable', (id) => `/p/${id}/timetable`),
  goTo('goProblems', 'navProblems', (id) => `/p/${id}/problems`),
  goTo('goStatistics', 'statisticsTitle', (id) => `/p/${id}/statistics`),
  goTo('goFree', 'freeTitle', (id) => `/p/${id}/free`),
  goTo('goSubstitution', 'substitutionTitle', (id) => `/p/${id}/substitution`),
  goTo('goImport', 'sheetsTitle', (id) => `/p/${id}/import`),
  goTo('goMerge', 'mergeTitle', (id) => `/p/${id}/merge`),
  goTo('goVersions', 'navVersions', (id) => `/p/${id}/versions`),
  goTo('goShare', 'navShare', (id) => `/p/${id}/share`),
  goTo('goAllRuns', 'runHistoryAllTitle', () => '/runs'),
  goTo('goSettings', 'navSettings', () => '/settings'),
  goTo('goDiagnostics', 'diagnosticsTitle', () => '/settings/diagnostics'),
  { id: 'help', title: 'commandHelp', group: 'help', keys: ['?'], run: ({ show }) => show('help') },
];

function mayEdit({ editor }: OpenProject): boolean {
  return editor.right() === 'editing';
}

function goTo(id: string, title: PlainTextKey, pathOf: (projectId: string) => string): Command {
  const needsProject = pathOf('x') !== pathOf('y');
  return {
    id,
    title,
    group: 'go',
    ...(needsProject ? { isEnabled: ({ project }: CommandContext) => project !== null } : {}),
    run: ({ project, navigate }) => navigate(pathOf(project?.id ?? '')),
  };
}
