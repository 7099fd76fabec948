import { createRoot, For, type JSX, Show } from 'solid-js';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { DiagnosticList } from './components/problems/diagnostic-list.tsx';
import { RepairSteps } from './components/trust/repair-steps.tsx';
import { createTheme } from './state/frame/theme.ts';
import { createRepairDesk, type RecoverySource } from './state/trust/repair-desk.ts';
import { createLanguage } from './state/words/language.ts';
import { remarkText } from './state/words/message-text.ts';
import { dictionaries, speeches } from './text/dictionaries.ts';
import { recoveryTexts } from './text/en-recovery.ts';
import { shellTexts } from './text/en-shell.ts';
import { TextProvider, useText } from './text/text.tsx';

interface ScreenProps {
  /** Why the storage could not be opened. */
  readonly causes: readonly Diagnostic[];
  readonly recovery: RecoverySource;
  readonly onMemory: () => void;
}

/** Instead of the app, where what is stored cannot be opened: it needs nothing that the app needs. */
export function RecoveryScreen(props: ScreenProps): JSX.Element {
  return (
    <Spoken>
      <Screen {...props} />
    </Spoken>
  );
}

/** Instead of the app, where another tab or a newer version has the storage; starting empty would look like a loss. */
export function StoppedScreen(props: { readonly causes: readonly Diagnostic[] }): JSX.Element {
  return (
    <Spoken>
      <Stopped causes={props.causes} />
    </Spoken>
  );
}

/** In the language of the browser or of the choice, in English where its texts cannot be fetched. */
function Spoken(props: { readonly children: JSX.Element }): JSX.Element {
  const language = createRoot(() => createLanguage(dictionaries, speeches, () => navigator.languages));
  createTheme();
  language.fetch().catch(() => language.fallBack());
  const isReady = () => language.code() === 'en' || language.dictionary() !== null;
  return (
    <TextProvider dictionary={language.dictionary() ?? { ...shellTexts, ...recoveryTexts }}>
      <Show when={isReady()}>{props.children}</Show>
    </TextProvider>
  );
}

function Stopped(props: { readonly causes: readonly Diagnostic[] }): JSX.Element {
  const text = useText();
  return (
    <main class="stopped">
      <h1>Horarium</h1>
      <For each={props.causes}>{(cause) => <p>{remarkText(cause)}</p>}</For>
      <button type="button" onClick={() => location.reload()}>
        {text('updateApply')}
      </button>
    </main>
  );
}

function Screen(props: ScreenProps): JSX.Element {
  const text = useText();
  const desk = createRepairDesk(
    () => props.recovery(),
    null,
    () => new Date(),
  );
  return (
    <main class="page repair" id="content">
      <h1>{text('repairUnreadable')}</h1>
      <p>{text('repairUnreadableHint')}</p>
      <DiagnosticList diagnostics={props.causes} />
      <RepairSteps desk={desk} inPlace={false} onMemory={() => props.onMemory()} />
    </main>
  );
}
