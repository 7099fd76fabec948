import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import type { OpenProject } from '../../state/project/project.ts';
import { useText } from '../../text/text.tsx';

/** Shown while another tab edits the project. */
export function EditingBar(props: { readonly project: OpenProject }): JSX.Element {
  const text = useText();
  const { notices } = useAppState();
  const [asked, setAsked] = createSignal(false);
  const right = () => props.project.editor.right();
  createEffect(
    on(right, (now, before) => {
      setAsked(false);
      if (before !== 'editing' && before !== 'following') return;
      notices.tell(text(now === 'editing' ? 'nowEditing' : 'nowFollowing'));
    }),
  );
  return (
    <Show when={right() === 'following'}>
      <div class="editing-bar" role="status">
        <span>{text('editedElsewhere')}</span>
        <button
          type="button"
          disabled={asked()}
          onClick={() => {
            setAsked(true);
            props.project.editor.takeOver();
          }}
        >
          {text(asked() ? 'takingOver' : 'takeOver')}
        </button>
      </div>
    </Show>
  );
}
