import type { JSX } from 'solid-js';
import { type Result, success } from '../../../domain/result.ts';
import type { ProjectContent } from '../../../formats/format.ts';
import { useAppState } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { exportFile } from '../../state/files/files.ts';
import { contentOfActive, contentOfStored, runFileKind } from '../../state/run-file/save-run.ts';
import type { ActiveRun } from '../../state/runs/run.ts';
import { remarkText } from '../../state/words/message-text.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

/** Saves a run to a file with which it goes on elsewhere: one of this tab, or a stored one by its id. */
export function SaveRun(props: { readonly run: ActiveRun | string }): JSX.Element {
  const text = useText();
  const services = useServices();
  const { notices } = useAppState();
  const save = async () => {
    const { run } = props;
    const content: Result<ProjectContent> =
      typeof run === 'string' ? await contentOfStored(services, run) : success(await contentOfActive(services, run));
    if (content.ok) {
      await exportFile(services, notices, runFileKind, content.value, null);
      return;
    }
    notices.complain(remarkText(content.diagnostics[0]));
  };
  return (
    <button type="button" title={text('runSaveHint')} onClick={() => void save()}>
      <Icon name="download" />
      {text('runSave')}
    </button>
  );
}
