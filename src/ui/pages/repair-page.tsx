import { A, useParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { RepairSteps } from '../components/trust/repair-steps.tsx';
import { useServices } from '../services.tsx';
import { createRepairDesk, type RecoverySource } from '../state/trust/repair-desk.ts';
import { useText } from '../text/text.tsx';

/** Checks and mends what is stored, of one project or of all. */
export function RepairPage(): JSX.Element {
  const text = useText();
  const params = useParams<{ id?: string }>();
  const { storage } = useServices();
  return (
    <section class="page repair">
      <div class="page-head">
        <h1>{params.id === undefined ? text('repairTitle') : text('repairProjectTitle')}</h1>
        <span class="grow" />
        <A href="/">{text('backToProjects')}</A>
      </div>
      <Show when={storage.recovery} fallback={<p>{text('repairNothing')}</p>}>
        {(source) => <Steps source={source()} projectId={params.id ?? null} />}
      </Show>
    </section>
  );
}

function Steps(props: { readonly source: RecoverySource; readonly projectId: string | null }): JSX.Element {
  const { clock } = useServices();
  const desk = createRepairDesk(() => props.source(), props.projectId, clock.now);
  return <RepairSteps desk={desk} inPlace />;
}
