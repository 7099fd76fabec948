import { A } from '@solidjs/router';
import { createMemo, type JSX, Show, untrack } from 'solid-js';
import type { PreCheckFinding } from '../../domain/pre-check.ts';
import type { Problem } from '../../domain/problem.ts';
import { useAppState, useProject } from '../app-state.tsx';
import { Later } from '../components/basics/later.tsx';
import { DiagnosticList } from '../components/problems/diagnostic-list.tsx';
import { Readiness } from '../components/problems/readiness.tsx';
import { ExpertSettings } from '../components/run/expert-settings.tsx';
import { KnownResult } from '../components/run/known-result.tsx';
import { RunControls } from '../components/run/run-controls.tsx';
import { RunQueuePanel } from '../components/run/run-queue.tsx';
import { RunStartControls } from '../components/run/run-start.tsx';
import { RunView } from '../components/run/run-view.tsx';
import { RunsTable } from '../components/run/runs-table.tsx';
import { VariantsPanel } from '../components/run/variants-panel.tsx';
import { createGenerating } from '../state/runs/generating.ts';
import { useText } from '../text/text.tsx';

function countFindings(findings: readonly PreCheckFinding[]) {
  const impossible = findings.filter((finding) => finding.severity === 'impossible').length;
  return { impossible, tight: findings.length - impossible };
}

/** Edited data is another problem, with settings and runs of its own. */
export function GeneratePage(): JSX.Element {
  const project = useProject();
  return (
    <Show when={project.problem()} keyed>
      {(problem) => <Generate problem={problem} />}
    </Show>
  );
}

function Generate(props: { readonly problem: Problem }): JSX.Element {
  const text = useText();
  const { run } = useAppState();
  const project = useProject();
  // The page is made anew for another problem.
  const generating = createGenerating(untrack(() => props.problem));
  const { form, startForm, active } = generating;
  const counts = createMemo(() => countFindings(project.readiness() ?? []));
  return (
    <section class="page wide">
      <h1 class="visually-hidden">{text('generateTitle')}</h1>
      <Show when={project.readiness() === null || (project.readiness() ?? []).length > 0}>
        {/* Out of the way of the chart while a run is shown, and of the button where nothing speaks against a run. */}
        <details class="panel readiness" open={active() === null && counts().impossible > 0}>
          <summary>
            <strong>{text('readinessTitle')}</strong>
            <Show when={project.readiness()}>
              <span class="muted">{text('readinessCounts', counts())}</span>
            </Show>
          </summary>
          <Readiness project={project} />
        </details>
      </Show>
      <section class="panel generate-panel">
        <RunControls
          form={form}
          variant={generating.variant()}
          onVariant={generating.setVariant}
          active={active()}
          isWrong={startForm.wrong().size > 0}
          onGenerate={() => void generating.generate()}
        />
        <RunStartControls form={startForm} disabled={false} />
        <ExpertSettings form={form} disabled={false} />
        <VariantsPanel
          disabled={startForm.wrong().size > 0 || form.wrong().size > 0}
          onStart={(variants) => void generating.generateVariants(variants)}
        />
        <Show when={run.refusal().length > 0}>
          <DiagnosticList diagnostics={run.refusal()} />
        </Show>
        <KnownResult projectId={project.id} />
      </section>
      <RunQueuePanel shown={active()?.id ?? null} />
      <Show when={active()} keyed fallback={<p class="muted idle">{text('generateIdle')}</p>}>
        {(current) => <RunView run={current} onRetry={() => generating.retry(current)} />}
      </Show>
      <Later>
        <RunsTable
          runs={generating.earlier()}
          projectId={project.id}
          kept={new Set(project.timetables().map((record) => record.id))}
          onResume={(record) => void generating.resume(record)}
        />
        <p class="more-runs">
          <A href={`/p/${project.id}/runs`}>{text('runHistoryOfProject')}</A>
        </p>
      </Later>
    </section>
  );
}
