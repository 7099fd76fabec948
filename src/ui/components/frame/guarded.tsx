import { createSignal, ErrorBoundary, type JSX, onCleanup, untrack } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import type { Notices } from '../../state/frame/notices.ts';
import { type Translate, useText } from '../../text/text.tsx';

/** What could not be fetched: the host has another version by now, or cannot be asked. Browsers say it each in their way. */
const unfetched = new WeakSet<object>();
addEventListener('vite:preloadError', (event) => {
  // Vite's own kind of event.
  unfetched.add((event as Event & { readonly payload: Error }).payload);
});

const reload = () => location.reload();

function wordsOf(text: Translate, cause: unknown): string {
  if (typeof cause === 'object' && cause !== null && unfetched.has(cause)) return text('partMissing');
  // to those who listen for errors, as if nobody had caught it
  queueMicrotask(() => globalThis.reportError?.(cause));
  return `${text('somethingWrong')} ${String(cause)}`;
}

/** What is missing is told once, by the page where there is one. */
const [isToldByPage, setToldByPage] = createSignal(false);

function withdraw(notices: Notices, words: string): void {
  for (const { id, text } of notices.list()) if (text === words) notices.dismiss(id);
}

function InsteadOfPage(props: { readonly cause: unknown }): JSX.Element {
  const text = useText();
  const { notices } = useAppState();
  const words = untrack(() => wordsOf(text, props.cause));
  if (words === text('partMissing')) {
    setToldByPage(true);
    onCleanup(() => setToldByPage(false));
    queueMicrotask(() => withdraw(notices, words));
  }
  return (
    <section class="page" role="alert">
      <p class="remark">{words}</p>
      <p>
        <button type="button" onClick={reload}>
          {text('updateApply')}
        </button>
      </p>
    </section>
  );
}

/** A page, or what is to be said instead of one that cannot be shown. */
export function GuardedPage(props: { readonly children: JSX.Element }): JSX.Element {
  return <ErrorBoundary fallback={(cause) => <InsteadOfPage cause={cause} />}>{props.children}</ErrorBoundary>;
}

/** What lies over the page: it is closed where it cannot be shown, and the page stays as it is. */
export function GuardedDialogs(props: { readonly children: JSX.Element }): JSX.Element {
  const text = useText();
  const { notices, commands, backup, importer, lockedFiles } = useAppState();
  const giveUp = (cause: unknown, reset: () => void): null => {
    const action = { label: text('updateApply'), run: reload };
    const words = wordsOf(text, cause);
    withdraw(notices, words);
    if (!isToldByPage() || words !== text('partMissing')) notices.show({ kind: 'error', text: words, action });
    commands.hide();
    backup.close();
    importer.closeRun();
    lockedFiles.asked()?.answer(null);
    queueMicrotask(reset);
    return null;
  };
  return (
    <ErrorBoundary fallback={(cause, reset) => untrack(() => giveUp(cause, reset))}>{props.children}</ErrorBoundary>
  );
}
