import { type Accessor, createEffect, createMemo, createSignal, on, type Setter } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { VariantName } from '../../../domain/variants.ts';
import type { RunRecord } from '../../../storage/records.ts';
import { useAppState, useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { useText } from '../../text/text.tsx';
import { useQuery } from '../frame/query.ts';
import { remarkText } from '../words/message-text.ts';
import type { ActiveRun } from './run.ts';
import { createSettingsForm, type SettingsForm } from './settings-form.ts';
import { createStartForm, type StartForm } from './start-form.ts';
import { startVariants, withSeed } from './variant-batch.ts';

/** What the page shows where runs are begun. */
export interface Generating {
  readonly form: SettingsForm;
  readonly startForm: StartForm;
  readonly variant: Accessor<VariantName>;
  readonly setVariant: Setter<VariantName>;
  /** The run of this project that is shown, or null. */
  readonly active: Accessor<ActiveRun | null>;
  /** Those before it. */
  readonly earlier: Accessor<readonly RunRecord[]>;
  generate(): Promise<void>;
  generateVariants(variants: readonly VariantName[]): Promise<void>;
  retry(failed: ActiveRun): void;
  resume(record: RunRecord): Promise<void>;
}

export function createGenerating(problem: Problem): Generating {
  const { solver } = useServices();
  const project = useProject();
  const form = createSettingsForm(solver, problem);
  const [search] = useQuery<{ from?: string; repeat?: string }>();
  const startForm = createStartForm(project, search.from);
  const [variant, setVariant] = createSignal<VariantName>('balanced');
  repeatAsked(() => search.repeat, form, setVariant);
  return {
    form,
    startForm,
    variant,
    setVariant,
    ...createShownRuns(),
    ...createStarting(problem, form, startForm, variant),
  };
}

/** A former run that is to be done again, as it was or changed. */
function repeatAsked(asked: () => string | undefined, form: SettingsForm, setVariant: Setter<VariantName>): void {
  const { storage } = useServices();
  const { notices } = useAppState();
  const text = useText();
  createEffect(
    on(asked, async (id) => {
      const former = id === undefined ? null : await storage.runs.get(id);
      if (former?.ok !== true || id !== asked()) return;
      form.repeat(former.value.settings);
      setVariant(former.value.variant);
      notices.tell(text('runRepeated'));
    }),
  );
}

function createShownRuns(): Pick<Generating, 'active' | 'earlier'> {
  const { storage } = useServices();
  const { run } = useAppState();
  const project = useProject();
  const active = createMemo(() => {
    const current = run.current();
    return current?.projectId === project.id ? current : null;
  });
  const [runs, setRuns] = createSignal<readonly RunRecord[]>([]);
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
      const listed = await storage.runs.list(project.id);
      if (listed.ok) setRuns(listed.value);
    }),
  );
  const earlier = createMemo(() => runs().filter((item) => item.id !== active()?.id || active()?.outcome() !== null));
  return { active, earlier };
}

type Starting = Pick<Generating, 'generate' | 'generateVariants' | 'retry' | 'resume'>;

function createStarting(
  problem: Problem,
  form: SettingsForm,
  startForm: StartForm,
  variant: Accessor<VariantName>,
): Starting {
  const { run, notices, projectList } = useAppState();
  const project = useProject();
  const text = useText();
  const projectName = () => projectList.projects()?.find((item) => item.id === project.id)?.name ?? project.record.name;
  const request = () => ({ projectId: project.id, projectName: projectName(), problem });
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
  return {
    async generate() {
      if ((await startWith(variant(), false)) !== null) form.renewSeed();
    },
    /** All with one seed, so that nothing but the emphasis differs. */
    async generateVariants(variants) {
      const [seed = 1] = crypto.getRandomValues(new Uint32Array(1));
      const started = await startVariants(variants, async (one) => (await startWith(one, true, seed)) !== null);
      if (started > 0) form.renewSeed();
    },
    retry({ variant: emphasis, settings }) {
      const again = settings.start === undefined ? (form.request() ?? settings) : settings;
      void run.start({ ...request(), variant: emphasis, settings: again }, true);
    },
    async resume(record) {
      const resumed = await run.resume(record.id);
      if (!resumed.ok) notices.complain(remarkText(resumed.diagnostics[0]));
    },
  };
}
