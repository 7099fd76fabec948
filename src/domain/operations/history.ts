import type { Change, OperationLabel } from './operation.ts';

/**
 * The log of a project. Its steps are numbered from 1 and never changed: taking an operation back is a step, too. So
 * the state of a project is known from any earlier state and the steps after it.
 */
export type Step = DoStep | MoveStep;

interface StepBase {
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
}

/** An operation was made. */
export interface DoStep extends StepBase {
  readonly kind: 'do';
  readonly label: OperationLabel;
  readonly changes: readonly Change[];
}

/**
 * Operations, by the number of the step that made them, were taken back or made again, in this order. `discard` takes
 * the last one back without a trace: nothing can make it again.
 */
export interface MoveStep extends StepBase {
  readonly kind: 'undo' | 'redo' | 'discard';
  readonly of: readonly number[];
}

/** What a step does to the history, without its changes. */
export type StepHead = Pick<DoStep, 'kind' | 'seq'> | Pick<MoveStep, 'kind' | 'seq' | 'of'>;

/** The operations that can be taken back and made again: `line` by step number, the first `position` of them are made. */
export interface HistoryLine {
  readonly line: readonly number[];
  readonly position: number;
}

export const emptyHistory: HistoryLine = { line: [], position: 0 };

/** The history after one more step. What does not follow from it (a step before was lost) begins a new history. */
export function advanced(history: HistoryLine, step: StepHead): HistoryLine {
  return follow([...history.line], history.position, [step]);
}

/** The history of steps, oldest first; where one is missing, it begins anew. */
export function historyOf(steps: Iterable<StepHead>): HistoryLine {
  return follow([], 0, steps);
}

function follow(line: number[], from: number, steps: Iterable<StepHead>): HistoryLine {
  let position = from;
  let last: number | null = null;
  for (const step of steps) {
    if (last !== null && step.seq !== last + 1) position = line.length = 0;
    last = step.seq;
    if (step.kind === 'do') {
      line.length = position;
      position = line.push(step.seq);
      continue;
    }
    const { of, kind } = step;
    const follows = of.every((seq, index) => line[kind === 'redo' ? position + index : position - 1 - index] === seq);
    if (!follows) position = line.length = 0;
    else if (kind === 'redo') position += of.length;
    else position -= of.length;
    if (kind === 'discard') line.length = position;
  }
  return { line, position };
}

/** The step from the present position to another one, 0 … length of the line; null when it is there already. */
export function moveTo({ line, position }: HistoryLine, wanted: number): Pick<MoveStep, 'kind' | 'of'> | null {
  const target = Math.max(0, Math.min(wanted, line.length));
  if (target === position) return null;
  if (target > position) return { kind: 'redo', of: line.slice(position, target) };
  return { kind: 'undo', of: line.slice(target, position).reverse() };
}
