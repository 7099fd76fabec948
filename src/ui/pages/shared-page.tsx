import { useNavigate, useParams } from '@solidjs/router';
import { createEffect, createSignal, type JSX, Match, on, onCleanup, Show, Switch } from 'solid-js';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Handout } from '../../handout/handout.ts';
import { handoutTexts } from '../../handout/handout-texts.ts';
import { handoutOfLink, linkRoute } from '../../handout/link.ts';
import { mountViewer } from '../../viewer/viewer.ts';
import { useAppState } from '../app-state.tsx';
import { DiagnosticList } from '../components/problems/diagnostic-list.tsx';
import { spokenTexts } from '../state/words/wording.ts';
import { useText } from '../text/text.tsx';
import '../../viewer/viewer.css';
import '../styles/share.css';

/** The timetable that is in the address: to be looked at, and stored only when somebody wants that. */
export function SharedPage(): JSX.Element {
  const text = useText();
  const navigate = useNavigate();
  const { importer } = useAppState();
  const params = useParams<{ data: string }>();
  const [handout, setHandout] = createSignal<Handout | null>(null);
  const [flaws, setFlaws] = createSignal<readonly Diagnostic[] | null>(null);
  createEffect(
    on(
      () => params.data,
      async (data) => {
        setHandout(null);
        setFlaws(null);
        const read = await handoutOfLink(data);
        if (data !== params.data) return;
        if (read.ok) setHandout(read.value);
        else setFlaws(read.diagnostics);
      },
    ),
  );
  const keep = async () => {
    const id = await importer.importFiles([new File([`${linkRoute}${params.data}`], 'link.txt')]);
    navigate(id === null ? '/' : `/p/${id}/timetable`);
  };
  return (
    <Switch
      fallback={
        <section class="page">
          <h1>{text('sharedTitle')}</h1>
          <p class="muted">{text('sharedReading')}</p>
        </section>
      }
    >
      <Match when={flaws()}>
        {(diagnostics) => (
          <section class="page">
            <h1>{text('sharedTitle')}</h1>
            <DiagnosticList diagnostics={diagnostics()} />
          </section>
        )}
      </Match>
      <Match when={handout()}>
        {(shown) => (
          <>
            <div class="shared-bar">
              <p>{text('sharedKeepHint')}</p>
              <button
                type="button"
                class="primary"
                disabled={importer.state().status === 'reading'}
                onClick={() => void keep()}
              >
                {text('sharedKeep')}
              </button>
            </div>
            <Show when={shown()} keyed>
              {(content) => <Mounted handout={content} />}
            </Show>
          </>
        )}
      </Match>
    </Switch>
  );
}

function Mounted(props: { readonly handout: Handout }): JSX.Element {
  const root = document.createElement('div');
  const viewer = mountViewer(root, props.handout, { texts: spokenTexts() ?? handoutTexts });
  onCleanup(() => viewer.dispose());
  return root;
}
