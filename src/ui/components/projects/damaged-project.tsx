import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { DamagedProject } from '../../../storage/storage.ts';
import { useAppState } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { download } from '../../state/files/files.ts';
import { rawFileName } from '../../state/trust/repair-desk.ts';
import { messageText, remarkText } from '../../state/words/message-text.ts';
import { useText } from '../../text/text.tsx';

/** A project of the list that cannot be opened: it says so, and does not take the others with it. */
export function DamagedRow(props: { readonly project: DamagedProject }): JSX.Element {
  const text = useText();
  return (
    <tr>
      <td colSpan={4}>
        <span class="strong">{props.project.name || props.project.id}</span>{' '}
        <span class="tag" data-severity="error">
          {text('projectDamagedTag')}
        </span>{' '}
        <span class="muted">{messageText(props.project.fault)}</span>
      </td>
      <td class="actions">
        <RepairTools id={props.project.id} />
      </td>
    </tr>
  );
}

/** What can be done about a project that does not open. */
export function RepairTools(props: { readonly id: string }): JSX.Element {
  const text = useText();
  const { storage, clock } = useServices();
  const { notices } = useAppState();
  const save = async () => {
    const packed = await (await storage.recovery?.())?.saveRaw(props.id || null);
    if (packed === undefined) return;
    if (packed.ok) download(rawFileName(clock.now()), packed.value.bytes, 'application/gzip');
    else notices.complain(remarkText(packed.diagnostics[0]));
  };
  return (
    <Show when={storage.recovery !== null}>
      <button type="button" onClick={() => void save()}>
        {text('projectSaveRaw')}
      </button>{' '}
      <A class="button" href={`/repair/${encodeURIComponent(props.id)}`}>
        {text('projectRepair')}
      </A>
    </Show>
  );
}
