import { type Accessor, createSignal } from 'solid-js';
import { type Diagnostic, error } from '../../../domain/diagnostic.ts';
import type { Problem } from '../../../domain/problem.ts';
import { isActive } from '../../../domain/runs/run-states.ts';
import { resultKeyOf, runInputOf } from '../../../engine/run-contract/run-key.ts';
import { checkSettings } from '../../../engine/run-contract/run-settings.ts';
import type { RunRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { ActiveRun } from './active-run.ts';
import { createLiveRun, type LiveRun } from './live-run.ts';
import { newRunRecord, type WantedRun } from './new-record.ts';
import type { OwnRuns } from './own-runs.ts';

export interface RunRequest extends WantedRun {
  readonly projectName: string;
  readonly problem: Problem;
}

/** A result of just what was asked for. */
export interface KnownResult {
  readonly record: RunRecord;
  readonly request: RunRequest;
}

/** From the press of the button to a run that waits for its turn. */
export interface RunRequests {
  /** Why the last request was refused. */
  readonly refusal: Accessor<readonly Diagnostic[]>;
  /** What the last request would find again; null once it was run, or forgotten. */
  readonly known: Accessor<KnownResult | null>;
  forgetKnown(): void;
  /**
   * The run is there at once, before anything is measured or encoded; it begins when its turn comes. Null when it is
   * refused, when the same request is just being made, or when there is a result of it already (`known`), unless `again`.
   */
  start(request: RunRequest, again?: boolean): Promise<ActiveRun | null>;
}

/** `isQueueEmpty`: no run waits or is on, in any tab. */
export function createRunRequests(services: Services, own: OwnRuns, isQueueEmpty: () => boolean): RunRequests {
  const { runs: stored } = services.storage;
  const [refusal, setRefusal] = createSignal<readonly Diagnostic[]>([]);
  const [known, setKnown] = createSignal<KnownResult | null>(null);
  let isStarting = false;

  function refuse(causes: readonly Diagnostic[]): null {
    setRefusal(causes);
    return null;
  }

  async function enqueue(request: RunRequest, bare: RunRecord, again: boolean): Promise<ActiveRun | null> {
    const { problem, projectName, variant } = request;
    const live = createLiveRun(services, bare, projectName, problem, true);
    const show = () => {
      if (own.all().length === 0 && isQueueEmpty()) own.show(live.run);
    };
    // Where nothing is planned yet no result can be known: the run is shown before what it searches is hashed.
    if (bare.wish !== null) show();
    const input = await runInputOf(problem.data, variant, bare.settings.start);
    const resultKey = bare.wish === null ? await resultKeyOf(input.inputHash, bare.settings) : null;
    const found = resultKey === null || again ? null : await stored.findResult(resultKey);
    if (found?.ok === true && found.value !== null) {
      setKnown({ record: found.value, request });
      void stored.countResultHit();
      return null;
    }
    // Shown already, it may have been given up: there is nothing to bring on then.
    if (!isActive(live.run.state())) return live.run;
    // Shown already, it may have been held back: it waits so. From here on verbs are written after this row.
    live.amend({ ...input, resultKey, state: live.run.state(), log: live.run.log() });
    show();
    return await wait(live, problem);
  }

  /** It waits for its turn from here on, unless the storage says that too many do. */
  async function wait(live: LiveRun, problem: Problem): Promise<ActiveRun | null> {
    const { id } = live.record;
    own.add(live);
    own.ask(id);
    const waiting = await live.store(() => stored.enqueue(live.record, problem.data));
    const refused = waiting.diagnostics.filter(({ code }) => code.startsWith('run.'));
    if (!waiting.ok && refused.length > 0) {
      own.drop(id);
      if (own.current() === live.run) own.show(null);
      return refuse(refused);
    }
    // Nobody else knows of it then; it is brought on all the same.
    if (!waiting.ok) own.addUnstored(live);
    return live.run;
  }

  return {
    refusal,
    known,
    forgetKnown: () => void setKnown(null),
    async start(request, again = false) {
      // Set before the first await: a second press finds it.
      if (isStarting) return null;
      isStarting = true;
      setRefusal([]);
      setKnown(null);
      try {
        const record = newRunRecord(services.clock.newId(), services.clock.now().toISOString(), request);
        const flaws = flawsOf(request, record);
        return flaws.length > 0 ? refuse(flaws) : await enqueue(request, record, again);
      } finally {
        isStarting = false;
      }
    },
  };
}

/** Why a run would make no sense; settings that are planned later are checked then. */
function flawsOf({ problem }: RunRequest, { wish, settings }: RunRecord): readonly Diagnostic[] {
  const flaws = wish === null ? checkSettings(settings) : [];
  if (problem.events.length > 0) return flaws;
  const advice = 'Add events to the project first.';
  return [...flaws, error('run.noEvents', 'There is nothing to place.', { advice })];
}
