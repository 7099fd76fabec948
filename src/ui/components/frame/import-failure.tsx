import { type JSX, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { DiagnosticList } from '../problems/diagnostic-list.tsx';

/** Why files could not be read, on the page where they came: what is done there is not left for them. */
export function ImportFailure(): JSX.Element {
  const text = useText();
  const { importer } = useAppState();
  const failure = () => {
    const state = importer.state();
    return state.status === 'failed' ? state : null;
  };
  return (
    <Show when={failure()}>
      {(failed) => (
        <section class="panel failure" role="alert">
          <header>
            <h2>{text('importFailed', { name: failed().name })}</h2>
            <button type="button" class="plain" aria-label={text('close')} onClick={() => importer.dismiss()}>
              <Icon name="close" />
            </button>
          </header>
          <DiagnosticList diagnostics={failed().diagnostics} />
        </section>
      )}
    </Show>
  );
}
