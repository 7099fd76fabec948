import { type Accessor, createMemo, createSignal } from 'solid-js';
import { advanced, emptyHistory, type HistoryLine, historyOf, type Step } from '../../../domain/operations/history.ts';
import type { Change, OperationLabel } from '../../../domain/operations/operation.ts';
import { changesOfStep } from '../../../domain/operations/replay.ts';
import { failure, type Result, success } from '../../../domain/result.ts';
import type { LoggedStep } from '../../../storage/history-contract.ts';

/** An operation that can be taken back or made again. */
export interface LoggedOperation {
  /** Number of the step that made it. */
  readonly seq: number;
  readonly at: string;
  readonly label: OperationLabel;
  /** Number of its changes. */
  readonly size: number;
  /** Reads them; fails with `storage.damaged`. */
  changes(): Result<readonly Change[]>;
}

/** The steps of a project that this tab knows, and the history they make. */
export interface HistoryLog {
  readonly history: Accessor<HistoryLine>;
  /** Oldest first; those from `history().position` on were taken back. */
  readonly operations: Accessor<readonly LoggedOperation[]>;
  /** Adds a step after all others. */
  add(step: LoggedStep): void;
  /** Steps from before the ones that are known. */
  addEarlier(steps: readonly LoggedStep[]): void;
  /** Forgets the steps after this one. */
  cut(after: number): void;
  /** Forgets the steps before this one. */
  prune(first: number): void;
  /** When the first step was made that is known, unless it is the first of all: then null. */
  readonly since: Accessor<string | null>;
  /** What a step changes. */
  changesOf(step: Pick<Step, 'kind' | 'seq'> & { readonly of?: readonly number[] }): Result<readonly Change[]>;
  after(seq: number): readonly LoggedStep[];
}

export function createHistoryLog(): HistoryLog {
  let steps: LoggedStep[] = [];
  const bySeq = new Map<number, LoggedStep>();
  const [history, setHistory] = createSignal<HistoryLine>(emptyHistory);

  const operations = createMemo(() =>
    history().line.flatMap((seq) => {
      const step = bySeq.get(seq);
      return step === undefined || step.label === null ? [] : [{ ...step, label: step.label }];
    }),
  );

  function reset(all: LoggedStep[]): void {
    steps = all;
    bySeq.clear();
    for (const step of all) bySeq.set(step.seq, step);
    setHistory(historyOf(all));
  }

  return {
    history,
    operations,
    add(step) {
      steps.push(step);
      bySeq.set(step.seq, step);
      setHistory((before) => advanced(before, step));
    },
    addEarlier: (earlier) => reset([...earlier, ...steps]),
    cut: (after) => reset(steps.filter(({ seq }) => seq <= after)),
    prune: (first) => reset(steps.filter(({ seq }) => seq >= first)),
    since: createMemo(() => {
      // it changes with the steps
      history();
      const [first] = steps;
      return first === undefined || first.seq === 1 ? null : first.at;
    }),
    changesOf: ({ kind, seq, of = [] }) =>
      changesOfStep(kind === 'do' ? { kind, seq } : { kind, seq, of }, (wanted) => {
        return bySeq.get(wanted)?.changes() ?? failure([]);
      }),
    after: (seq) => steps.filter((step) => step.seq > seq),
  };
}

/** A step that was made here, as if it had been read from the log. */
export function loggedStep(step: Step): LoggedStep {
  const { seq, at } = step;
  const isNew = { seq, at, bytes: 0 };
  if (step.kind !== 'do') return { ...isNew, kind: step.kind, label: null, size: 0, of: step.of, changes: none };
  const { label, changes } = step;
  return { ...isNew, kind: 'do', label, size: changes.length, of: [], changes: () => success(changes) };
}

function none(): Result<readonly Change[]> {
  return success([]);
}
