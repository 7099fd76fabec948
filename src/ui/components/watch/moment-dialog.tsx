import { createMemo, createResource, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import type { Handout } from '../../../handout/handout.ts';
import { handoutTexts } from '../../../handout/handout-texts.ts';
import type { SnapshotRecord } from '../../../storage/records.ts';
import { mountViewer } from '../../../viewer/viewer.ts';
import { useAppState, useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { handoutOfMoment, keepMoment } from '../../state/watch/moment-actions.ts';
import { timetableOf } from '../../state/watch/run-moments.ts';
import { duration, scoreText } from '../../state/words/numbers.ts';
import { spokenTexts } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { TitledDialog } from '../basics/titled-dialog.tsx';
import { Miniature } from '../charts/miniature.tsx';
import '../../../viewer/viewer.css';
import '../../styles/share.css';
import { remarkText } from '../../state/words/message-text.ts';

/** A moment of a run: its score, its timetable to be looked at, and the way to keep it. */
export function MomentDialog(props: {
  readonly problem: Problem;
  readonly moment: SnapshotRecord;
  readonly onClose: () => void;
}): JSX.Element {
  const text = useText();
  const [timetable] = createResource(
    () => props.moment,
    (moment) => timetableOf(props.problem, moment),
  );
  const title = () =>
    text('momentTitle', { time: duration(props.moment.seconds), generation: props.moment.generation });
  return (
    <TitledDialog open title={title()} onClose={() => props.onClose()}>
      <p class="moment-score">{scoreText(text, props.moment.score)}</p>
      <Show
        when={timetable()}
        fallback={
          <Show when={!timetable.loading}>
            <p class="remark">{text('momentLost')}</p>
          </Show>
        }
      >
        {(found) => (
          <Opened problem={props.problem} moment={props.moment} timetable={found()} onClose={() => props.onClose()} />
        )}
      </Show>
    </TitledDialog>
  );
}

function Opened(props: {
  readonly problem: Problem;
  readonly moment: SnapshotRecord;
  readonly timetable: Timetable;
  readonly onClose: () => void;
}): JSX.Element {
  const text = useText();
  const services = useServices();
  const project = useProject();
  const { notices } = useAppState();
  const [handout, setHandout] = createSignal<Handout | null>(null);
  const name = createMemo(() =>
    text('momentName', { time: duration(props.moment.seconds), generation: props.moment.generation }),
  );
  const open = async () => {
    const made = await handoutOfMoment(services, props.problem, props.timetable, name());
    if (made.ok) setHandout(made.value);
    else notices.complain(remarkText(made.diagnostics[0]) || text('exportFailed'));
  };
  const keep = async () => {
    const kept = await keepMoment(services, project, props.moment.runId, props.timetable, name());
    if (!kept.ok) return notices.complain(remarkText(kept.diagnostics[0]));
    notices.tell(text('momentKept', { name: name() }));
    props.onClose();
  };
  return (
    <>
      <p class="moment-verbs">
        <button type="button" class="primary" onClick={() => void open()} disabled={handout() !== null}>
          {text('momentOpen')}
        </button>
        <button type="button" onClick={() => void keep()}>
          {text('momentKeep')}
        </button>
      </p>
      <Show
        when={handout()}
        keyed
        fallback={<Miniature problem={props.problem} timetable={props.timetable} title={name()} />}
      >
        {(shown) => <Mounted handout={shown} />}
      </Show>
    </>
  );
}

function Mounted(props: { readonly handout: Handout }): JSX.Element {
  const root = document.createElement('div');
  root.className = 'moment-view';
  const viewer = mountViewer(root, props.handout, { texts: spokenTexts() ?? handoutTexts });
  onCleanup(() => viewer.dispose());
  return root;
}
