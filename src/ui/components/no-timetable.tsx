import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { useText } from '../text/text.tsx';
import { Icon } from './icon.tsx';

/** What a page about a timetable shows before there is one. */
export function NoTimetable(props: { readonly projectId: string }): JSX.Element {
  const text = useText();
  return (
    <section class="panel nothing-yet">
      <p>{text('timetableNone')}</p>
      <A class="button primary" href={`/p/${props.projectId}/generate`}>
        <Icon name="play" />
        {text('navGenerate')}
      </A>
    </section>
  );
}
