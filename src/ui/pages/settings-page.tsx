import { A } from '@solidjs/router';
import { createSignal, type JSX, lazy, onMount, Show, Suspense } from 'solid-js';
import { useAppState } from '../app-state.tsx';
import { Fact } from '../components/basics/fact.tsx';
import { Segmented } from '../components/basics/segmented.tsx';
import { LanguageChoices } from '../components/settings/language-choices.tsx';
import { useServices } from '../services.tsx';
import { type ThemeChoice, themeChoices } from '../state/frame/theme.ts';
import { byteSize, wholeNumber } from '../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../text/text.tsx';

const themeNames: Readonly<Record<ThemeChoice, PlainTextKey>> = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
};

export function SettingsPage(): JSX.Element {
  const text = useText();
  const services = useServices();
  const { storage, theme, singleKeys } = useAppState();
  onMount(() => void storage.refresh());
  const yesNo = (value: boolean) => (value ? text('yes') : text('no'));
  return (
    <section class="page narrow">
      <h1>{text('settingsTitle')}</h1>
      <LanguageChoices />
      <section class="panel">
        <h2>{text('settingsTheme')}</h2>
        <Segmented
          label={text('settingsTheme')}
          options={themeChoices.map((value) => ({ value, text: text(themeNames[value]) }))}
          value={theme.choice()}
          onChoose={theme.choose}
        />
      </section>
      <section class="panel">
        <h2>{text('settingsKeys')}</h2>
        <Segmented
          label={text('settingsKeys')}
          options={[
            { value: 'on', text: text('settingsKeysOn') },
            { value: 'off', text: text('settingsKeysOff') },
          ]}
          value={singleKeys.allowed() ? 'on' : 'off'}
          onChoose={(choice) => singleKeys.allow(choice === 'on')}
        />
        <p class="muted">{text('settingsKeysHint')}</p>
      </section>
      <section class="panel">
        <h2>{text('settingsStorage')}</h2>
        <dl class="facts">
          <Fact label={text('settingsDurable')} value={yesNo(storage.durable)} />
          <Fact label={text('settingsPersisted')} value={yesNo(storage.persisted())} />
          <Show when={storage.usage()}>
            {(usage) => (
              <Fact
                label={text('settingsUsage')}
                value={text('storageUsed', { used: byteSize(usage().used), quota: byteSize(usage().quota) })}
              />
            )}
          </Show>
        </dl>
        <Show when={storage.durable && !storage.persisted()}>
          <button type="button" onClick={() => void storage.protect()}>
            {text('storageAskPersistence')}
          </button>
        </Show>
        <p class="muted">{text('promise')}</p>
        <Suspense>
          <BackupPanel />
        </Suspense>
      </section>
      <section class="panel">
        <h2>{text('settingsDiagnostics')}</h2>
        <dl class="facts">
          <Fact label={text('settingsVersion')} value={services.version} />
          <Fact label={text('settingsWorkers')} value={wholeNumber(services.solver.workerCount)} />
          <Fact label={text('settingsCores')} value={wholeNumber(navigator.hardwareConcurrency)} />
          <Fact label={text('settingsOffline')} value={yesNo(navigator.serviceWorker?.controller != null)} />
          <Fact label={text('settingsBrowser')} value={navigator.userAgent} />
        </dl>
        <A href="/settings/diagnostics">{text('diagnosticsLink')}</A>
      </section>
      <About />
    </section>
  );
}

const BackupPanel = lazy(() =>
  import('../components/trust/backup-panel.tsx').then((part) => ({ default: part.BackupPanel })),
);

/** Fetched when somebody wants to see it. */
const LicenceList = lazy(() =>
  import('../components/settings/licence-list.tsx').then((part) => ({ default: part.LicenceList })),
);

function About(): JSX.Element {
  const text = useText();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <section class="panel">
      <h2>{text('settingsAbout')}</h2>
      <p>{text('aboutLicence')}</p>
      <details class="licences" onToggle={(event) => event.currentTarget.open && setOpen(true)}>
        <summary>{text('aboutParts')}</summary>
        <Show when={isOpen()}>
          <Suspense>
            <LicenceList />
          </Suspense>
        </Show>
      </details>
    </section>
  );
}
