import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Translate } from '../../text/text.tsx';
import { percentage, scoreText } from '../words/numbers.ts';
import type { ActiveRun, RunController } from './run.ts';
import { shareDone } from './run-time.ts';

/** What a run does to be noticed: title of the tab, notification, a screen that stays on. */
export interface RunAttention {
  /** The title of the page with what is to be said of the run. */
  title(page: string): string;
  /** Whether a notification comes when a run ends unseen. */
  readonly tells: Accessor<boolean>;
  /** True when the browser refused. */
  readonly isDenied: Accessor<boolean>;
  /** Only after a click: the browser asks the user. */
  tell(wanted: boolean): Promise<void>;
}

const storageKey = 'horarium.tell';

export function createRunAttention(run: RunController, text: Translate): RunAttention {
  const [tells, setTells] = createSignal(wasWanted() && permission() === 'granted');
  const [isDenied, setDenied] = createSignal(false);
  /** It ended while nobody looked. */
  const [unseen, setUnseen] = createSignal<ActiveRun | null>(null);
  const look = () => {
    if (!document.hidden) setUnseen(null);
  };
  const isThere = typeof document !== 'undefined';
  if (isThere) {
    document.addEventListener('visibilitychange', look);
    onCleanup(() => document.removeEventListener('visibilitychange', look));
    keepAwake(() => run.current()?.state() === 'running');
  }

  createEffect(
    on(
      () => run.current()?.outcome() ?? null,
      (outcome) => {
        const ended = run.current();
        if (outcome === null || ended === null || !isThere || !document.hidden) return;
        setUnseen(ended);
        if (tells()) notify(ended, text);
      },
    ),
  );

  return {
    title(page) {
      const ended = unseen();
      if (ended !== null) return text(ended.error() === null ? 'runTitleEnded' : 'runTitleFailed', { title: page });
      const current = run.current();
      const progress = current?.progress() ?? null;
      if (current === null || progress === null || current.outcome() !== null) return page;
      return text('runTitle', { percent: percentage(shareDone(progress, current.settings)), title: page });
    },
    tells,
    isDenied,
    async tell(wanted) {
      const allowed = wanted && (await ask()) === 'granted';
      setDenied(wanted && !allowed);
      setTells(allowed);
      try {
        localStorage.setItem(storageKey, allowed ? 'yes' : 'no');
      } catch {
        // A browser that blocks storage keeps the choice for this visit only.
      }
    },
  };
}

function wasWanted(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'yes';
  } catch {
    return false;
  }
}

function permission(): NotificationPermission {
  return typeof Notification === 'undefined' ? 'denied' : Notification.permission;
}

async function ask(): Promise<NotificationPermission> {
  if (permission() !== 'default') return permission();
  return Notification.requestPermission();
}

function notify(ended: ActiveRun, text: Translate): void {
  const best = ended.best()?.score;
  const body = best === undefined ? '' : scoreText(text, best);
  try {
    const shown = new Notification(text('runEndedElsewhere', { name: ended.projectName }), { body, tag: ended.id });
    shown.onclick = () => window.focus();
  } catch {
    // Some browsers show notifications of service workers only; the title says it.
  }
}

/** The screen of a visible page stays on while a run is on; the browser takes the lock away with the page. */
function keepAwake(isOn: () => boolean): void {
  const [isVisible, setVisible] = createSignal(!document.hidden);
  const look = () => setVisible(!document.hidden);
  document.addEventListener('visibilitychange', look);
  onCleanup(() => document.removeEventListener('visibilitychange', look));
  createEffect(() => {
    if (!isOn() || !isVisible() || !('wakeLock' in navigator)) return;
    // Low battery or a policy may refuse it: then the screen goes dark as ever.
    const asked = navigator.wakeLock.request('screen').catch(() => null);
    onCleanup(() => void asked.then((lock) => lock?.release()).catch(() => undefined));
  });
}
