import { A, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js';
import type { PreCheckFinding } from '../../domain/pre-check.ts';
import type { Problem } from '../../domain/problem.ts';
import type { VariantName } from '../../domain/variants.ts';
import type { RunRecord } from '../../storage/records.ts';
import { useAppState, useProject } from '../app-state.tsx';
import { DiagnosticList } from '../components/diagnostic-list.tsx';
import { ExpertSettings } from '../components/expert-settings.tsx';
import { Later } from '../components/later.tsx';
import { Readiness } from '../components/readiness.tsx';
import { RunControls } from '../components/run-controls.tsx';
import { RunStartControls } from '../components/run-start.tsx';
import { RunView } from '../components/run-view.tsx';
import { RunsTable } from '../components/runs-table.tsx';
import { VariantsPanel } from '../components/variants-panel.tsx';
import { useServices } from '../services.tsx';
import { createSettingsForm } from '../state/settings-form.ts';
import { createStartForm } from '../state/start-form.ts';
import { startVariants } from '../state/variant-batch.ts';
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
  const services = useServices();
  const { run, notices, projectList } = useAppState();
  const project = useProject();
  const form = createSettingsForm(services.solver, props.problem);
  const [search] = useSearchParams<{ from?: string; repeat?: string }>();
  const startForm = createStartForm(project, search.from);
  const [variant, setVariant] = createSignal<VariantName>('balanced');
  // A former run that is to be done again, as it was or changed.
  createEffect(
    on(
      () => search.repeat,
      async (id) => {
        const former = id === undefined ? null : await services.storage.runs.get(id);
        if (former?.ok !== true || id !== search.repeat) return;
        form.repeat(former.value.settings);
        setVariant(former.value.variant);
        notices.show({ kind: 'info', text: text('runRepeated'), action: null });
      },
    ),
  );
  const active = createMemo(() => {
    const current = run.current();
    return current?.projectId === project.id ? current : null;
  });
  const [runs, setRuns] = createSignal<readonly RunRecord[]>([]);
  const projectName = () => projectList.projects()?.find((item) => item.id === project.id)?.name ?? project.record.name;

  // Read again whenever a run starts or ends: its row has changed.
  createEffect(
    on([run.busy, active], async () => {
      const listed = await services.storage.runs.list(project.id);
      if (listed.ok) setRuns(listed.value);
    }),
  );
  const earlier = createMemo(() => runs().filter((item) => item.id !== active()?.id || active()?.outcome() !== null));

  const request = () => ({ projectId: project.id, projectName: projectName(), problem: props.problem });
  const generate = async (emphasis: VariantName = variant()): Promise<boolean> => {
    const start = startForm.start();
    const settings = async () => {
      const chosen = await form.settings();
      return chosen === null || start === undefined ? chosen : { ...chosen, start };
    };
    const startName = startForm.record()?.name;
    const started = await run.start({ ...request(), variant: emphasis, settings, startName });
    if (started === null && form.remarks().length > 0) {
      notices.show({ kind: 'error', text: text('settingsWrong'), action: null });
    }
    return started !== null;
  };
  const resume = async (record: RunRecord) => {
    const checkpoint = await services.storage.checkpoints.get(record.id);
    if (!checkpoint.ok || checkpoint.value === null) {
      const cause = checkpoint.ok ? text('runsNoCheckpoint') : (checkpoint.diagnostics[0]?.message ?? '');
      notices.show({ kind: 'error', text: cause, action: null });
      return;
    }
    const settings = async () => record.settings;
    await run.start({
      ...request(),
      variant: record.variant,
      settings,
      resume: { checkpoint: checkpoint.value, record },
    });
  };

  return (
    <section class="page wide">
      <h1 class="visually-hidden">{text('generateTitle')}</h1>
      <Show when={project.readiness() === null || (project.readiness() ?? []).length > 0}>
        {/* Out of the way of the chart while a run is shown. */}
        <details class="panel readiness" open={active() === null}>
          <summary>
            <strong>{text('readinessTitle')}</strong>
            <Show when={project.readiness()}>
              {(findings) => <span class="muted">{text('readinessCounts', countFindings(findings()))}</span>}
            </Show>
          </summary>
          <Readiness project={project} />
        </details>
      </Show>
      <section class="panel generate-panel">
        <RunControls
          form={form}
          variant={variant()}
          onVariant={setVariant}
          active={active()}
          isWrong={startForm.wrong().size > 0}
          onGenerate={() => void generate()}
        />
        <RunStartControls form={startForm} disabled={run.busy()} />
        <ExpertSettings form={form} disabled={run.busy()} />
        <VariantsPanel
          disabled={run.busy() || startForm.wrong().size > 0 || form.wrong().size > 0}
          onStart={(variants) => void startVariants(variants, generate, run.busy)}
        />
        <Show when={run.refusal().length > 0}>
          <DiagnosticList diagnostics={run.refusal()} />
        </Show>
      </section>
      <Show when={active()} keyed fallback={<p class="muted idle">{text('generateIdle')}</p>}>
        {(current) => <RunView run={current} />}
      </Show>
      <Later>
        <RunsTable
          runs={earlier()}
          projectId={project.id}
          busy={run.busy()}
          kept={new Set(project.timetables().map((record) => record.id))}
          onResume={(record) => void resume(record)}
        />
        <p class="more-runs">
          <A href={`/p/${project.id}/runs`}>{text('runHistoryOfProject')}</A>
        </p>
      </Later>
    </section>
  );
}
