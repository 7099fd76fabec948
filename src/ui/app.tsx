import { HashRouter, Route, type RouteSectionProps, useLocation, useNavigate } from '@solidjs/router';
import {
  type Component,
  createEffect,
  createRoot,
  type JSX,
  lazy,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Suspense,
  Switch,
  untrack,
} from 'solid-js';
import { AppStateProvider, createAppState, useAppState } from './app-state.tsx';
import type { CommandContext } from './commands.ts';
import { Later } from './components/basics/later.tsx';
import { CommandMenu } from './components/frame/command-menu.tsx';
import { DropZone } from './components/frame/drop-zone.tsx';
import { GuardedDialogs, GuardedPage } from './components/frame/guarded.tsx';
import { ImportFailure } from './components/frame/import-failure.tsx';
import { NoticeList } from './components/frame/notice-list.tsx';
import { Shell } from './components/frame/shell.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { OpenPage } from './pages/open-page.tsx';
import { ProjectsPage } from './pages/projects-page.tsx';
import { type Services, ServicesProvider, useServices } from './services.tsx';
import { createReceiving } from './state/files/receiving.ts';
import { keepAddressReadable } from './state/frame/address.ts';
import { runShortcut } from './state/frame/command-state.ts';
import { onFirstUse } from './state/frame/first-use.ts';
import { createLanguage } from './state/words/language.ts';
import { dictionaries, speeches } from './text/dictionaries.ts';
import { shellTexts } from './text/en-shell.ts';
import { TextProvider, useText } from './text/text.tsx';
import './styles/theme.css';
import './styles/layout.css';
import './styles/status.css';
import './styles/notices.css';
import './styles/header.css';
import './styles/controls.css';
import './styles/panels.css';
import './styles/pages.css';
import './styles/generate.css';
import './styles/problems.css';
import './styles/data.css';
import './styles/narrow.css';
import './styles/runs.css';
import './styles/grid.css';
import './styles/cards.css';
import './styles/print.css';
import './styles/forced-colours.css';

/** Pages that the first screen can do without; they are fetched when somebody begins to use it, with the texts they need. */
const ProjectLayout = part(() => import('./pages/project-layout.tsx').then((page) => page.ProjectLayout));
const GeneratePage = part(() => import('./pages/generate-page.tsx').then((page) => page.GeneratePage));
const RunPage = part(() => import('./pages/run-page.tsx').then((page) => page.RunPage));
const DataPage = part(() => import('./pages/data-tables-page.tsx').then((page) => page.DataTablesPage));
const RulesPage = part(() => import('./pages/rules-page.tsx').then((page) => page.RulesPage));
const ProblemsPage = part(() => import('./pages/problems-page.tsx').then((page) => page.ProblemsPage));
const TimetablePage = part(() => import('./pages/timetable-page.tsx').then((page) => page.TimetablePage));
const StatisticsPage = part(() => import('./pages/statistics-page.tsx').then((page) => page.StatisticsPage));
const FreePage = part(() => import('./pages/free-page.tsx').then((page) => page.FreePage));
const SubstitutionPage = part(() => import('./pages/substitution-page.tsx').then((page) => page.SubstitutionPage));
const VersionsPage = part(() => import('./pages/versions-page.tsx').then((page) => page.VersionsPage));
const ComparePage = part(() => import('./pages/compare-page.tsx').then((page) => page.ComparePage));
const MergePage = part(() => import('./pages/merge-page.tsx').then((page) => page.MergePage));
const SheetsPage = part(() => import('./pages/sheets-page.tsx').then((page) => page.SheetsPage));
const SheetsStartPage = part(() => import('./pages/sheets-start-page.tsx').then((page) => page.SheetsStartPage));
const SharePage = part(() => import('./pages/share-page.tsx').then((page) => page.SharePage));
const SharedPage = part(() => import('./pages/shared-page.tsx').then((page) => page.SharedPage));
const SettingsPage = part(() => import('./pages/settings-page.tsx').then((page) => page.SettingsPage));
const RunsPage = part(() => import('./pages/runs-page.tsx').then((page) => page.RunsPage));
const SideBySidePage = part(() => import('./pages/side-by-side-page.tsx').then((page) => page.SideBySidePage));
const DiagnosticsPage = part(() => import('./pages/diagnostics-page.tsx').then((page) => page.DiagnosticsPage));
const RepairPage = part(() => import('./pages/repair-page.tsx').then((page) => page.RepairPage));
const PaletteDialog = part(() => import('./components/frame/palette.tsx').then((file) => file.PaletteDialog));
const PassphraseDialog = part(() =>
  import('./components/frame/passphrase-dialog.tsx').then((file) => file.PassphraseDialog),
);
const RestoreDialog = part(() => import('./components/trust/restore-dialog.tsx').then((file) => file.RestoreDialog));
const RunFileDialog = part(() => import('./components/run/run-file-dialog.tsx').then((file) => file.RunFileDialog));
const HelpDialog = part(() => import('./components/frame/help-dialog.tsx').then((file) => file.HelpDialog));
const laterParts = [
  ...[ProjectLayout, DataPage, RulesPage, TimetablePage, GeneratePage, ProblemsPage, PaletteDialog, HelpDialog],
  ...[StatisticsPage, FreePage, SubstitutionPage, VersionsPage, ComparePage, SheetsPage, SheetsStartPage, MergePage],
  ...[
    SharePage,
    SharedPage,
    RunPage,
    RunsPage,
    SettingsPage,
    DiagnosticsPage,
    SideBySidePage,
    PassphraseDialog,
    RestoreDialog,
    RunFileDialog,
    RepairPage,
  ],
];

/**
 * One after the other, when the page has nothing better to do: what somebody presses first is not kept waiting. No more
 * of them once a new version waits, which begins only when nothing of this one is on its way.
 */
async function fetchParts(isNewWaiting: () => boolean): Promise<void> {
  for (const part of laterParts) {
    if (isNewWaiting()) return;
    await new Promise<void>((resolve) => {
      // Not every browser has it.
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 200 });
      else setTimeout(resolve, 50);
    });
    // a part that cannot be fetched now says so when it is opened
    await part.preload().catch(() => undefined);
  }
}

const language = createRoot(() => createLanguage(dictionaries, speeches, () => navigator.languages));

/** A component in a file of its own, which can show every text. */
function part<Props extends object>(load: () => Promise<Component<Props>>) {
  return lazy(() => Promise.all([load(), language.fetch()]).then(([component]) => ({ default: component })));
}

/**
 * The first screen brings its texts in English along; those of another language are waited for. Where they cannot be
 * fetched, English is shown.
 */
export function App(props: {
  readonly services: Services;
  /** Called when there is something to see. */
  readonly onDrawn: () => void;
}): JSX.Element {
  keepAddressReadable(window);
  if (language.code() !== 'en') language.fetch().catch(() => language.fallBack());
  return (
    <TextProvider dictionary={language.dictionary() ?? shellTexts}>
      <ServicesProvider value={props.services}>
        <Show when={language.code() === 'en' || language.dictionary() !== null}>
          <Main onDrawn={props.onDrawn} />
        </Show>
      </ServicesProvider>
    </TextProvider>
  );
}

function Main(props: { readonly onDrawn: () => void }): JSX.Element {
  const services = useServices();
  const text = useText();
  const state = createAppState(services, text, language);
  // Once for all: a page that begins anew in another language must not listen a second time.
  onMount(() => {
    // Whoever only looks needs none of them, and reading them would hold up what is being looked at.
    onFirstUse(() => void fetchParts(state.arrivals.isNewWaiting));
    state.arrivals.listen();
    // When the first screen has had its turn.
    void import('./state/trust/keep-backup.ts').then(({ keepBackup }) =>
      keepBackup(services, state.backup, state.notices, text),
    );
  });
  return (
    <AppStateProvider value={state}>
      <Later>
        {/* Another language is another page; what goes on in the app goes on. */}
        <Show when={language.code()} keyed>
          {(_) => <Pages onDrawn={props.onDrawn} />}
        </Show>
      </Later>
    </AppStateProvider>
  );
}

function Pages(props: { readonly onDrawn: () => void }): JSX.Element {
  onMount(() => props.onDrawn());
  return (
    <HashRouter root={Root}>
      <Route path="/" component={ProjectsPage} />
      <Route path="/open" component={OpenPage} />
      <Route path="/import" component={SheetsStartPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route path="/settings/diagnostics" component={DiagnosticsPage} />
      <Route path="/repair/:id?" component={RepairPage} />
      <Route path="/runs" component={RunsPage} />
      <Route path="/shared/:data" component={SharedPage} />
      <Route path="/p/:id" component={ProjectLayout}>
        <Route path="/" component={DataPage} />
        <Route path="/data/:table?" component={DataPage} />
        <Route path="/rules" component={RulesPage} />
        <Route path="/generate" component={GeneratePage} />
        <Route path="/runs" component={RunsPage} />
        <Route path="/run/:run" component={RunPage} />
        <Route path="/side-by-side" component={SideBySidePage} />
        <Route path="/timetable/:kind?" component={TimetablePage} />
        <Route path="/problems" component={ProblemsPage} />
        <Route path="/statistics" component={StatisticsPage} />
        <Route path="/free" component={FreePage} />
        <Route path="/substitution" component={SubstitutionPage} />
        <Route path="/import" component={SheetsPage} />
        <Route path="/merge" component={MergePage} />
        <Route path="/versions" component={VersionsPage} />
        <Route path="/versions/compare" component={ComparePage} />
        <Route path="/share" component={SharePage} />
      </Route>
      <Route path="*" component={NotFoundPage} />
    </HashRouter>
  );
}

/** Around every page: navigation, footer, drop zone, notices; files and updates from outside arrive here. */
function Root(props: RouteSectionProps): JSX.Element {
  const { importer, lockedFiles, commands, backup } = useAppState();
  const navigate = useNavigate();
  const location = useLocation();
  const importFiles = createReceiving();
  const context = (): CommandContext => ({
    project: commands.project(),
    path: location.pathname,
    navigate,
    show: commands.show,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    runShortcut(event, commands.all(), context());
  };
  document.addEventListener('keydown', onKeyDown);
  onCleanup(() => document.removeEventListener('keydown', onKeyDown));
  tellEndedRuns();
  createEffect(
    on(
      () => location.pathname,
      () => {
        // what lies over the page was about the former one
        commands.hide();
        setTimeout(keepFocus);
      },
      { defer: true },
    ),
  );
  return (
    <DropZone onFiles={(files) => void importFiles(files)}>
      <Shell tools={<CommandMenu context={context()} />}>
        <ImportFailure />
        <GuardedPage>
          {/* The first page comes after the frame: both at once are too much for a slow machine. */}
          <Later>{props.children}</Later>
        </GuardedPage>
      </Shell>
      <NoticeList />
      <GuardedDialogs>
        <Suspense>
          <Show when={backup.opened()}>{(opened) => <RestoreDialog opened={opened()} />}</Show>
        </Suspense>
        <Suspense>
          <Show when={importer.openedRun()}>{(opened) => <RunFileDialog opened={opened()} />}</Show>
        </Suspense>
        <Suspense>
          <Show when={lockedFiles.asked()}>{(asked) => <PassphraseDialog asked={asked()} />}</Show>
        </Suspense>
        <Suspense>
          <Switch>
            <Match when={commands.dialog() === 'search'}>
              <PaletteDialog context={untrack(context)} onClose={commands.hide} />
            </Match>
            <Match when={commands.dialog() === 'help'}>
              <HelpDialog onClose={commands.hide} />
            </Match>
          </Switch>
        </Suspense>
      </GuardedDialogs>
    </DropZone>
  );
}

/** Whoever is elsewhere when a run ends is told once, with the way to its timetable; not again in another language. */
function tellEndedRuns(): void {
  const { notices, run } = useAppState();
  const text = useText();
  const navigate = useNavigate();
  const location = useLocation();
  createEffect(
    on(
      () => {
        const ended = run.current();
        return ended?.outcome() == null ? null : { ended, timetable: ended.timetableId() };
      },
      (over) => {
        if (over === null || location.pathname.endsWith('/generate')) return;
        const { ended, timetable } = over;
        const read = () => navigate(`/p/${ended.projectId}/timetable?timetable=${timetable}`);
        notices.show({
          kind: 'info',
          text: text('runEndedElsewhere', { name: ended.projectName }),
          action: timetable === null ? null : { label: text('generateRead'), run: read },
        });
      },
      // The app is drawn anew in another language.
      { defer: true },
    ),
  );
}

/** A link that goes with its page takes the focus along; whoever uses keys goes on where the next page begins. */
function keepFocus(): void {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) document.getElementById('content')?.focus();
}
