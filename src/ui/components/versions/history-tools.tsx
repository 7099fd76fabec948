import { createEffect, createRoot, type JSX, on, onCleanup } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { contentOf, exportFile, exportKinds } from '../../state/files/files.ts';
import { operationSentence } from '../../state/history/operation-sentence.ts';
import type { OpenProject } from '../../state/project/project.ts';
import type { Happening } from '../../state/project/project-editor.ts';
import { messageText, remarkText } from '../../state/words/message-text.ts';
import { type Translate, useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

/** Undo and redo, with what they would do, and what a screen reader hears of it. */
export function HistoryTools(props: { readonly project: OpenProject }): JSX.Element {
  const text = useText();
  const services = useServices();
  const { notices } = useAppState();
  const editor = () => props.project.editor;
  const undoable = () => (editor().right() === 'editing' ? editor().undoable() : null);
  const redoable = () => (editor().right() === 'editing' ? editor().redoable() : null);
  const titles = () => {
    const [undo, redo] = [undoable(), redoable()];
    return {
      undo: undo === null ? text('undoNothing') : text('undoWhat', { what: operationSentence(text, undo) }),
      redo: redo === null ? text('redoNothing') : text('redoWhat', { what: operationSentence(text, redo) }),
    };
  };
  createEffect(
    on(
      () => editor().happened(),
      (happened) => {
        if (happened?.kind !== 'trouble') return;
        notices.complain(remarkText(happened.causes[0]));
      },
    ),
  );
  const save = ({ record, data, timetables }: OpenProject) => {
    const content = contentOf({ ...record, problem: data() }, timetables());
    return exportFile(services, notices, exportKinds.project, content, null);
  };
  let shown: number | undefined;
  const hideUnsaved = () => {
    if (shown !== undefined) notices.dismiss(shown);
    shown = undefined;
  };
  createEffect(
    on(
      () => messageText(editor().unsaved()[0]),
      (cause) => {
        hideUnsaved();
        if (cause === '') return;
        const { project } = props;
        const action = { label: text('projectSave'), run: () => void save(project) };
        shown = notices.show({ kind: 'error', text: text('editUnsaved', { cause }), action });
      },
    ),
  );
  // It stays when the project is left, until all is stored: what never can be is in no other place.
  const { unsaved } = props.project.editor;
  onCleanup(() =>
    createRoot((end) =>
      createEffect(() => {
        if (unsaved().length > 0) return;
        hideUnsaved();
        end();
      }),
    ),
  );
  return (
    <div class="history-tools">
      <Tool icon="undo" title={titles().undo} off={undoable() === null} run={() => editor().undo()} />
      <Tool icon="redo" title={titles().redo} off={redoable() === null} run={() => editor().redo()} />
      <span class="visually-hidden" aria-live="polite">
        {announced(text, editor().happened())}
      </span>
    </div>
  );
}

/** It stays in the order of tabs while it can do nothing, so that the focus is not lost with the last step. */
function Tool(props: {
  readonly icon: 'undo' | 'redo';
  readonly title: string;
  readonly off: boolean;
  readonly run: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="plain"
      title={props.title}
      aria-label={props.title}
      aria-disabled={props.off}
      onClick={() => {
        if (!props.off) props.run();
      }}
    >
      <Icon name={props.icon} />
    </button>
  );
}

function announced(text: Translate, happened: Happening | null): string {
  if (happened === null || happened.kind === 'trouble') return '';
  const { kind, label, count } = happened;
  if (count > 1) return text(kind === 'undo' ? 'undoneMany' : 'redoneMany', { count });
  return text(kind === 'undo' ? 'undone' : 'redone', { what: operationSentence(text, label) });
}
