import { createContext, useContext } from 'solid-js';
import type { Services } from './services.tsx';
import { type Arrivals, createArrivals } from './state/files/arrivals.ts';
import { createImporter, type Importer } from './state/files/importer.ts';
import { createLockedFiles, type LockedFiles } from './state/files/locked-files.ts';
import { type CommandState, createCommandState } from './state/frame/command-state.ts';
import { createNotices, type Notices } from './state/frame/notices.ts';
import { createSingleKeys, type SingleKeys } from './state/frame/single-keys.ts';
import { createTheme, type Theme } from './state/frame/theme.ts';
import { type BuiltProblems, createBuiltProblems } from './state/project/built-problems.ts';
import type { OpenProject } from './state/project/project.ts';
import { createProjectList, type ProjectList } from './state/project/project-list.ts';
import { createRunController, type RunController } from './state/runs/run.ts';
import { createRunAttention, type RunAttention } from './state/runs/run-attention.ts';
import { createSheetInbox, type SheetInbox } from './state/sheets/inbox.ts';
import { type BackupDesk, createBackupDesk } from './state/trust/backup-desk.ts';
import { createStorageState, type StorageState } from './state/trust/storage-state.ts';
import type { Language } from './state/words/language.ts';
import type { Translate } from './text/text.tsx';

/** What lives as long as the app, whatever page is shown. */
export interface AppState {
  readonly notices: Notices;
  readonly projectList: ProjectList;
  readonly importer: Importer;
  readonly lockedFiles: LockedFiles;
  readonly sheets: SheetInbox;
  readonly problems: BuiltProblems;
  readonly run: RunController;
  readonly attention: RunAttention;
  readonly storage: StorageState;
  readonly theme: Theme;
  readonly singleKeys: SingleKeys;
  readonly language: Language;
  readonly commands: CommandState;
  readonly backup: BackupDesk;
  readonly arrivals: Arrivals;
}

export function createAppState(services: Services, text: Translate, language: Language): AppState {
  const notices = createNotices();
  const lockedFiles = createLockedFiles(services);
  const run = createRunController(services, text);
  const singleKeys = createSingleKeys();
  const storage = createStorageState(services);
  return {
    notices,
    projectList: createProjectList(services, notices, text),
    importer: createImporter(services, lockedFiles),
    lockedFiles,
    sheets: createSheetInbox(services),
    problems: createBuiltProblems(),
    run,
    attention: createRunAttention(run, text),
    storage,
    theme: createTheme(),
    singleKeys,
    language,
    commands: createCommandState(singleKeys.allowed),
    backup: createBackupDesk(services, storage, notices, text),
    arrivals: createArrivals(services, run, notices, text),
  };
}

const AppContext = createContext<AppState>();
export const AppStateProvider = AppContext.Provider;

export function useAppState(): AppState {
  const state = useContext(AppContext);
  if (state === undefined) throw new Error('useAppState needs an AppStateProvider above');
  return state;
}

const ProjectContext = createContext<OpenProject>();
export const ProjectProvider = ProjectContext.Provider;

/** The project of the address; only below the project layout. */
export function useProject(): OpenProject {
  const project = useContext(ProjectContext);
  if (project === undefined) throw new Error('useProject needs a ProjectProvider above');
  return project;
}
