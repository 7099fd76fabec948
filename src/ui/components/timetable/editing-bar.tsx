import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import type { OpenProject } from '../../state/project/project.ts';
import { useText } from '../../text/text.tsx';

/** Shown while another tab edits the project, or edits of this one wait from before it was left. */
export function EditingBar(props: { readonly project: OpenProject }): JSX.Element {
  const text = useText();
  const { notices } = useAppState();
  const [asked, setAsked] = createSignal(false);
  const right = () => props.project.editor.right();
  createEffect(
    on(right, (now, before) => {
      setAsked(false);
      if (now === 'storing' || (before !== 'editing' && before !== 'following')) return;
      notices.tell(text(now === 'editing' ? 'nowEditing' : 'nowFollowing'));
    }),
  );
  return (
    <Show when={right() === 'following' || right() === 'storing'}>
      <div class="editing-bar" role="status">
        <Show when={right() === 'following'} fallback={<span>{text('editsStillWait')}</span>}>
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
        </Show>
      </div>
    </Show>
  );
}
