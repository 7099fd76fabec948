import { type Diagnostic, warning } from '../domain/diagnostic.ts';
import type { Step } from '../domain/operations/history.ts';
import {
  type Change,
  isPlaceChange,
  type OperationLabel,
  type ProjectDocument,
} from '../domain/operations/operation.ts';
import { applyKnown, changesOfStep } from '../domain/operations/replay.ts';
import { packItemSteps, unpackItems } from '../domain/packed.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { finish, inSlices, type Steps } from '../domain/steps.ts';
import { damaged, restore } from './backup/restore.ts';
import type { LoggedStep } from './history-contract.ts';
import { changesShape, stepShape } from './operation-shapes.ts';
import type { Rows } from './rows.ts';

/** A row of the table `operations`. Changes are bytes: an import has tens of thousands, and most are never read again. */
export interface StepRow {
  readonly id: string;
  readonly version: 1;
  readonly projectId: string;
  readonly seq: number;
  readonly at: string;
  readonly kind: Step['kind'];
  readonly label?: OperationLabel;
  /** Number of changes. */
  readonly size?: number;
  readonly packed?: readonly Uint8Array[];
  readonly of?: readonly number[];
}

/** Rows of a project are in the order of their numbers. */
export function stepId(projectId: string, seq: number): string {
  return `${projectId}/${String(seq).padStart(10, '0')}`;
}

const greatestSeq = 9_999_999_999;

export function lastStepId(projectId: string): string {
  return stepId(projectId, greatestSeq);
}

export function seqOfId(id: string): number {
  return Number(id.slice(id.lastIndexOf('/') + 1));
}

export async function stepRow(projectId: string, step: Step): Promise<StepRow> {
  const head = { id: stepId(projectId, step.seq), version: 1, projectId, seq: step.seq, at: step.at } as const;
  if (step.kind !== 'do') return { ...head, kind: step.kind, of: step.of };
  const { label, changes } = step;
  // Short ones at once: nothing may come between an edit and its row.
  const packed = changes.length > 200 ? await inSlices(packItemSteps(changes)) : finish(packItemSteps(changes));
  return { ...head, kind: 'do', label, size: changes.length, packed };
}

export function restoreStep(row: unknown): Result<LoggedStep> {
  const restored = restore<StepRow>('history', stepShape, row);
  if (!restored.ok) return restored;
  const { seq, at, kind, label = null, size = 0, of = [], packed = [] } = restored.value;
  const bytes = packed.reduce((sum, part) => sum + part.byteLength, 0);
  let known: Result<readonly Change[]> | null = null;
  const changes = (): Result<readonly Change[]> => {
    known ??= unpackChanges(restored.value);
    return known;
  };
  return success({ seq, at, kind, label, size, bytes, of, changes });
}

function unpackChanges(row: StepRow): Result<readonly Change[]> {
  try {
    const items = finish(unpackItems(row.packed ?? []));
    const flaw = changesShape(items, 'changes');
    // Checked just now.
    return flaw === null ? success(items as readonly Change[]) : failure([damaged('history', row, flaw)]);
  } catch {
    return failure([damaged('history', row, 'packed')]);
  }
}

/** The steps after `after`, and the operations before them that they speak of. */
export async function readSteps(rows: Rows, projectId: string, after: number): Promise<readonly unknown[]> {
  const found = await rows.range('operations', stepId(projectId, after + 1), lastStepId(projectId));
  const earlier = new Set<number>();
  for (const row of found) {
    const step = restoreStep(row);
    if (step.ok) for (const seq of step.value.of) if (seq <= after) earlier.add(seq);
  }
  const before: unknown[] = [];
  for (const seq of earlier) before.push(await rows.get('operations', stepId(projectId, seq)));
  return [...before, ...found];
}

/** Which changes of the steps concern the part of the document that is at hand. */
export type Part = 'problem' | 'timetables';

export interface Replayed {
  readonly document: ProjectDocument;
  /** Number of the last step it contains. */
  readonly seq: number;
  readonly remarks: readonly Diagnostic[];
}

/**
 * The document with the steps after `after`, in slices. A step that is damaged or cannot be made ends it: what was made
 * before it is kept, and a remark says that something was lost.
 */
export async function replay(
  document: ProjectDocument,
  part: Part,
  after: number,
  rows: readonly unknown[],
): Promise<Replayed> {
  return inSlices(replaySteps(document, part, after, rows));
}

function* replaySteps(document: ProjectDocument, part: Part, after: number, rows: readonly unknown[]): Steps<Replayed> {
  let state: Replayed = { document, seq: after, remarks: [] };
  const operations = new Map<number, LoggedStep>();
  const changesOf = (seq: number): Result<readonly Change[]> => operations.get(seq)?.changes() ?? failure([]);
  for (const row of rows) {
    const step = restoreStep(row);
    if (!step.ok) return { ...state, remarks: [lostSteps()] };
    if (step.value.kind === 'do') operations.set(step.value.seq, step.value);
    if (step.value.seq <= after) continue;
    const changes = changesOfStep(step.value, changesOf);
    // Which timetables there are is told by their rows, which are written with the step.
    const concerns = (change: Change) => change.of !== 'timetable' && isPlaceChange(change) === (part === 'timetables');
    const made = changes.ok ? applyKnown(state.document, changes.value.filter(concerns)) : changes;
    if (!made.ok || step.value.seq !== state.seq + 1) return { ...state, remarks: [lostSteps()] };
    state = { document: made.value, seq: step.value.seq, remarks: [] };
    yield;
  }
  return state;
}

function lostSteps(): Diagnostic {
  return warning('history.lost', 'The last edits of this project are damaged in the storage of the browser.', {
    advice: 'Look at the project: what was done last may be missing.',
  });
}
