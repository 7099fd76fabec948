import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

/** What was asked for is there already: it can be opened instead of being run again. */
export function KnownResult(props: { readonly projectId: string }): JSX.Element {
  const text = useText();
  const { run } = useAppState();
  const known = () => {
    const found = run.known();
    return found?.request.projectId === props.projectId ? found : null;
  };
  return (
    <div aria-live="polite">
      <Show when={known()}>
        {(found) => (
          <div class="ending known-result">
            <strong>{text('knownTitle')}</strong>
            <span>{text(found().record.settings.pace === 'moves' ? 'knownExact' : 'knownByClock')}</span>
            <span class="grow" />
            <A
              class="button primary"
              href={`/p/${found().record.projectId}/timetable?timetable=${found().record.timetableId}`}
              onClick={() => run.forgetKnown()}
            >
              <Icon name="grid" />
              {text('knownOpen')}
            </A>
            <button type="button" onClick={() => void run.start(found().request, true)}>
              {text('knownAgain')}
            </button>
            <button type="button" onClick={() => run.forgetKnown()}>
              {text('close')}
            </button>
          </div>
        )}
      </Show>
    </div>
  );
}
