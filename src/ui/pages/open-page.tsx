import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { useText } from '../text/text.tsx';

/** Where the operating system sends files; they arrive a moment later and are imported from there. */
export function OpenPage(): JSX.Element {
  const text = useText();
  return (
    <section class="page">
      <h1>{text('openTitle')}</h1>
      <p class="muted">{text('openWaiting')}</p>
      <A href="/">{text('backToProjects')}</A>
    </section>
  );
}
