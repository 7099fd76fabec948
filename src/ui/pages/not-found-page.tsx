import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { useText } from '../text/text.tsx';

export function NotFoundPage(): JSX.Element {
  const text = useText();
  return (
    <section class="page">
      <h1>{text('notFound')}</h1>
      <A href="/">{text('backToProjects')}</A>
    </section>
  );
}
