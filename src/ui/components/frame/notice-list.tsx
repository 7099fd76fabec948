import { For, type JSX, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

export function NoticeList(): JSX.Element {
  const text = useText();
  const { notices } = useAppState();
  return (
    <div class="notices" aria-live="polite">
      <For each={notices.list()}>
        {(notice) => (
          <div class="notice" data-kind={notice.kind}>
            <span>{notice.text}</span>
            <Show when={notice.action}>
              {(action) => (
                <button type="button" onClick={() => action().run()}>
                  {action().label}
                </button>
              )}
            </Show>
            <button type="button" class="plain" aria-label={text('close')} onClick={() => notices.dismiss(notice.id)}>
              <Icon name="close" />
            </button>
          </div>
        )}
      </For>
    </div>
  );
}
