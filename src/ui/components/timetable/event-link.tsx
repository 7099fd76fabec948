import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { useProject } from '../../app-state.tsx';
import type { EvaluatedTimetable } from '../../state/timetable/evaluation.ts';
import { eventAddress } from '../../state/timetable/event-address.ts';

/** The name of an event, leading to it in the timetable that is looked at. */
export function EventLink(props: {
  readonly evaluated: Pick<EvaluatedTimetable, 'record' | 'problem' | 'timetable'>;
  readonly event: number;
  readonly children?: JSX.Element;
}): JSX.Element {
  const project = useProject();
  const address = () =>
    eventAddress(
      project.id,
      props.evaluated.problem,
      props.evaluated.record.id,
      props.evaluated.timetable,
      props.event,
    );
  return (
    <A href={address()}>
      {props.evaluated.problem.events[props.event]?.name ?? ''}
      {props.children}
    </A>
  );
}
