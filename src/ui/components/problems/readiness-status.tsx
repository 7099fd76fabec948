import { createSignal, createUniqueId, type JSX, lazy, Show, Suspense } from 'solid-js';
import type { OpenProject } from '../../state/project/project.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

const Readiness = lazy(() => import('./readiness.tsx').then((part) => ({ default: part.Readiness })));

/** How ready the data is, on every page of a project; opens what was found. */
export function ReadinessStatus(props: { readonly project: OpenProject }): JSX.Element {
  const text = useText();
  const panel = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  const count = (severity: 'impossible' | 'tight') =>
    (props.project.readiness() ?? []).filter((finding) => finding.severity === severity).length;
  const state = () => {
    if (props.project.readiness() === null) return 'counting';
    if (count('impossible') > 0) return 'impossible';
    if (count('tight') > 0) return 'tight';
    return props.project.data().events.length > 0 ? 'ready' : 'empty';
  };
  const told = () => {
    if (state() === 'counting') return text('readyChecking');
    if (state() === 'ready') return text('readyStatus');
    if (state() === 'empty') return text('readyEmpty');
    return text('readyCounts', { impossible: count('impossible'), tight: count('tight') });
  };
  return (
    <>
      <button type="button" class="readiness-status" data-state={state()} popovertarget={panel}>
        <Icon name={state() === 'ready' ? 'check' : 'alert'} />
        <span class="visually-hidden">{text('readyOpen')}: </span>
        <span class="readiness-told" aria-live="polite">
          {told()}
        </span>
        <Show when={count('impossible') + count('tight') > 0}>
          <span class="readiness-number" aria-hidden="true">
            {wholeNumber(count('impossible') + count('tight'))}
          </span>
        </Show>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only links inside are followed, and the browser follows them by key */}
      <section
        id={panel}
        class="readiness-panel"
        popover="auto"
        aria-label={text('readyOpen')}
        ref={(element) => {
          // not among the events that Solid knows of this element
          element.addEventListener('toggle', (event) => setOpen((event as ToggleEvent).newState === 'open'));
        }}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('a') !== null) event.currentTarget.hidePopover();
        }}
      >
        <h2>{text('readyOpen')}</h2>
        <p class="muted">{text('readyHint')}</p>
        <Show when={isOpen()}>
          <Suspense fallback={<p class="muted">{text('loading')}</p>}>
            <Readiness project={props.project} />
          </Suspense>
        </Show>
      </section>
    </>
  );
}
