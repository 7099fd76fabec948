import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { useAppState, useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { createTimetableActions } from '../../state/timetable/actions.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

/** What a page about a timetable shows before there is one. */
export function NoTimetable(props: {
  readonly projectId: string;
  /** Offers an empty timetable to be filled by hand. */
  readonly byHand?: boolean;
}): JSX.Element {
  const text = useText();
  return (
    <section class="panel nothing-yet">
      <p>{text('timetableNone')}</p>
      <p class="card-actions">
        <A class="button primary" href={`/p/${props.projectId}/generate`}>
          <Icon name="play" />
          {text('navGenerate')}
        </A>
        <Show when={props.byHand}>
          <ByHand />
        </Show>
      </p>
    </section>
  );
}

function ByHand(): JSX.Element {
  const text = useText();
  const services = useServices();
  const project = useProject();
  const { notices } = useAppState();
  const actions = createTimetableActions(services, project, notices, text);
  return (
    <button type="button" onClick={() => actions.addEmpty()}>
      {text('byHand')}
    </button>
  );
}
