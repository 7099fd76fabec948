import { type Accessor, createSignal } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import { addEvent, betterEvent, type RunEvent } from '../../../domain/runs/run-log.ts';
import type { RunPhase, RunState } from '../../../domain/runs/run-states.ts';
import type { EpochPoint, RunOutcome, RunProgress } from '../../../engine/run-contract/run-events.ts';
import { nothingFound } from '../../../engine/run-contract/run-outcome.ts';
import type { RunSettings } from '../../../engine/run-contract/run-settings.ts';
import type { RunError, RunRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import { createRunMoments } from '../watch/run-moments.ts';
import type { ActiveRun, RunBest } from './active-run.ts';

/** What is found out about a run while it goes on; shown at once, and stored by whoever tells it. */
export interface RunReports {
  /** As the row in the storage has it, where another tab changed it. */
  follow(state: RunState): void;
  tell(kind: RunEvent['kind'], more?: Partial<RunEvent>): void;
  setSettings(settings: RunSettings): void;
  setPhase(phase: RunPhase): void;
  setProgress(progress: RunProgress): void;
  addPoint(point: EpochPoint): void;
  /** Forgets the points after that generation: the run goes on from there. */
  cutSeries(generation: number): void;
  setBest(best: RunBest): void;
  end(outcome: RunOutcome, error: RunError | null, timetableId: string | null): void;
}

type Shown =
  | 'state'
  | 'phase'
  | 'progress'
  | 'series'
  | 'best'
  | 'log'
  | 'outcome'
  | 'error'
  | 'timetableId'
  | 'moments';

export interface RunDisplay {
  readonly shown: Pick<ActiveRun, Shown>;
  readonly settings: Accessor<RunSettings>;
  readonly reports: RunReports;
  /** It was given up before its turn: it has an outcome, but never had a phase. */
  endUnbegun(): void;
}

/** What is shown of a run: at first what its row says. */
export function createRunDisplay(services: Services, record: RunRecord, problem: Problem): RunDisplay {
  const [state, setState] = createSignal<RunState>(record.state);
  const [phase, setPhase] = createSignal<RunPhase>('waiting');
  const [progress, setProgress] = createSignal<RunProgress | null>(null);
  const [series, setSeries] = createSignal<readonly EpochPoint[]>(record.series);
  const [best, setBest] = createSignal<RunBest | null>(null);
  const [log, setLog] = createSignal<readonly RunEvent[]>(record.log);
  const [outcome, setOutcome] = createSignal<RunOutcome | null>(null);
  const [error, setError] = createSignal<RunError | null>(null);
  const [timetableId, setTimetableId] = createSignal<string | null>(null);
  const [settings, setSettings] = createSignal(record.settings);
  const moments = createRunMoments(services.storage.snapshots, record.id, problem, record.startedAt !== null);
  const now = () => services.clock.now().toISOString();

  const reports: RunReports = {
    follow: setState,
    tell(kind, more = {}) {
      const seconds = progress()?.seconds ?? log().at(-1)?.seconds ?? record.seconds;
      setLog((all) => addEvent(all, { at: now(), seconds, kind, ...more }));
    },
    setSettings: (next) => void setSettings(next),
    setPhase: (next) => void setPhase(next),
    setProgress(next) {
      setProgress(next);
      setPhase(next.phase);
      // Before the first construction is done there is nothing to speak of.
      const event = next.moves > 0 ? betterEvent(log(), next.best, now(), next.seconds) : null;
      if (event !== null) setLog((all) => addEvent(all, event));
    },
    addPoint(point) {
      setSeries((points) => [...points, point]);
      moments.offer(point, best());
    },
    cutSeries: (generation) => void setSeries((points) => points.filter((point) => point.generation <= generation)),
    setBest: (next) => void setBest(next),
    end(ended, cause, keptAs) {
      if (ended.best !== null && ended.score !== null) setBest({ timetable: ended.best, score: ended.score });
      setTimetableId(keptAs);
      setError(cause);
      setPhase('finishing');
      setOutcome(ended);
    },
  };
  return {
    shown: { state, phase, progress, series, best, log, outcome, error, timetableId, moments: moments.all },
    settings,
    reports,
    endUnbegun: () => void setOutcome({ ...nothingFound, reason: 'cancelled' }),
  };
}
