import { A } from '@solidjs/router';
import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js';
import type { PreCheckFinding } from '../../domain/pre-check.ts';
import type { Problem } from '../../domain/problem.ts';
import type { VariantName } from '../../domain/variants.ts';
import type { RunRecord } from '../../storage/records.ts';
import { useAppState, useProject } from '../app-state.tsx';
import { Later } from '../components/later.tsx';
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
import { useServices } from '../services.tsx';
import { remarkText } from '../state/message-text.ts';
import { useQuery } from '../state/query.ts';
import type { ActiveRun } from '../state/run.ts';
import { createSettingsForm } from '../state/settings-form.ts';
import { createStartForm } from '../state/start-form.ts';
import { startVariants, withSeed } from '../state/variant-batch.ts';
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
  const [search] = useQuery<{ from?: string; repeat?: string }>();
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
        notices.tell(text('runRepeated'));
      },
    ),
  );
  const active = createMemo(() => {
    const current = run.current();
    return current?.projectId === project.id ? current : null;
  });
  const [runs, setRuns] = createSignal<readonly RunRecord[]>([]);
  const projectName = () => projectList.projects()?.find((item) => item.id === project.id)?.name ?? project.record.name;

  /** Ids and states of the runs of this project that have not ended. */
  const waiting = createMemo(() =>
    run.queue
      .runs()
      .filter(({ record }) => record.projectId === project.id)
      .map(({ record }) => `${record.id} ${record.state}`)
      .join(),
  );
  // Read again whenever a run starts or ends: its row has changed.
  createEffect(
    on([run.busy, active, waiting], async () => {
      const listed = await services.storage.runs.list(project.id);
      if (listed.ok) setRuns(listed.value);
    }),
  );
  const earlier = createMemo(() => runs().filter((item) => item.id !== active()?.id || active()?.outcome() !== null));

  const request = () => ({ projectId: project.id, projectName: projectName(), problem: props.problem });
  /** Null when something that was typed is wrong, or the run is refused. */
  const startWith = async (emphasis: VariantName, again: boolean, seed?: number): Promise<ActiveRun | null> => {
    const asked = form.request();
    const settings = asked === null || seed === undefined ? asked : withSeed(asked, seed);
    if (settings === null) {
      notices.complain(text('settingsWrong'));
      return null;
    }
    const startName = startForm.record()?.name;
    const wanted = { variant: emphasis, settings, start: startForm.start(), startName };
    return run.start({ ...request(), ...wanted }, again);
  };
  const generate = async () => {
    if ((await startWith(variant(), false)) !== null) form.renewSeed();
  };
  /** All with one seed, so that nothing but the emphasis differs. */
  const generateVariants = async (variants: readonly VariantName[]) => {
    const [seed = 1] = crypto.getRandomValues(new Uint32Array(1));
    const started = await startVariants(variants, async (emphasis) => (await startWith(emphasis, true, seed)) !== null);
    if (started > 0) form.renewSeed();
  };
  const retry = (failed: ActiveRun) => {
    const { variant, settings } = failed;
    void run.start(
      { ...request(), variant, settings: settings.start === undefined ? (form.request() ?? settings) : settings },
      true,
    );
  };
  const resume = async (record: RunRecord) => {
    const resumed = await run.resume(record.id);
    if (resumed.ok) return;
    notices.complain(remarkText(resumed.diagnostics[0]));
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
        <RunStartControls form={startForm} disabled={false} />
        <ExpertSettings form={form} disabled={false} />
        <VariantsPanel
          disabled={startForm.wrong().size > 0 || form.wrong().size > 0}
          onStart={(variants) => void generateVariants(variants)}
        />
        <Show when={run.refusal().length > 0}>
          <DiagnosticList diagnostics={run.refusal()} />
        </Show>
        <KnownResult projectId={project.id} />
      </section>
      <RunQueuePanel shown={active()?.id ?? null} />
      <Show when={active()} keyed fallback={<p class="muted idle">{text('generateIdle')}</p>}>
        {(current) => <RunView run={current} onRetry={() => retry(current)} />}
      </Show>
      <Later>
        <RunsTable
          runs={earlier()}
          projectId={project.id}
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
