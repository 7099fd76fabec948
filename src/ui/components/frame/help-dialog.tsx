import { For, type JSX, onMount } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import type { Command } from '../../commands.ts';
import { groupsInOrder } from '../../state/frame/command-state.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { openModal } from '../basics/modal.ts';
import { Shortcut } from '../basics/shortcut.tsx';
import '../../styles/commands.css';

/** What every list, grid and dialog understands. */
const moving: readonly { readonly keys: readonly string[]; readonly title: PlainTextKey }[] = [
  { keys: ['Tab', 'Shift+Tab'], title: 'helpTab' },
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], title: 'helpArrows' },
  { keys: ['Enter'], title: 'helpEnter' },
  { keys: ['Escape'], title: 'helpEscape' },
];

/** Every shortcut there is on this page. Open as long as it is there. */
export function HelpDialog(props: { readonly onClose: () => void }): JSX.Element {
  const text = useText();
  const { commands } = useAppState();
  let dialog: HTMLDialogElement | undefined;
  onMount(() => openModal(dialog));
  const withKeys = () => groupsInOrder(commands.all().filter(({ keys }) => keys !== undefined && keys.length > 0));
  const groups = () => [...new Set(withKeys().map(({ group }) => group))];
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={() => props.onClose()}>
      <div class="help-head">
        <h1 id="help-title">{text('helpTitle')}</h1>
        <button type="button" class="plain" aria-label={text('close')} onClick={() => dialog?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <p class="muted">
        {text('helpHint')} <Shortcut keys="Mod+k" />
      </p>
      <div class="help-groups">
        <For each={groups()}>
          {(group) => (
            <section>
              <h2>{text(`commandGroup_${group}`)}</h2>
              <dl>
                <For each={withKeys().filter((command) => command.group === group)}>
                  {(command) => <CommandKeys command={command} />}
                </For>
              </dl>
            </section>
          )}
        </For>
        <section>
          <h2>{text('helpMoving')}</h2>
          <dl>
            <For each={moving}>{({ title, keys }) => <Keys title={text(title)} keys={keys} />}</For>
          </dl>
        </section>
      </div>
    </dialog>
  );
}

function CommandKeys(props: { readonly command: Command }): JSX.Element {
  const text = useText();
  return <Keys title={text(props.command.title)} keys={props.command.keys ?? []} />;
}

function Keys(props: { readonly title: string; readonly keys: readonly string[] }): JSX.Element {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>
        <For each={props.keys}>{(keys) => <Shortcut keys={keys} />}</For>
      </dd>
    </div>
  );
}
