import { type Accessor, createSignal } from 'solid-js';
import type { ItemLists, ListName, OperationAction } from '../../../domain/operations/operation.ts';
import { type Removal, removalOf } from '../../../domain/operations/removal.ts';
import type { OpenProject } from '../project/project.ts';
import type { TableDefinition } from './column.ts';
import { type EditedRow, type EditPlan, planEdits, type UnknownNamesChoice } from './edit-plan.ts';

/** An edit that asks something first: names that nothing has, new rows, or cells that cannot be. */
export interface PendingEdit {
  readonly plan: EditPlan;
  readonly action: OperationAction;
  readonly again: (choice: UnknownNamesChoice) => EditPlan;
  readonly then: (() => void) | null;
}

/** What was done, for the line that says so. */
export type TableMessage =
  | {
      readonly key: 'tableDone';
      readonly parts: { added: number; changed: number; unchanged: number; refused: number };
    }
  | { readonly key: 'tableRemoved' | 'tableCopied'; readonly parts: { count: number } };

export type TableProject = Pick<OpenProject, 'data' | 'editor' | 'timetables'>;

/** How edits of a table become operations, after what has to be asked. */
export interface TableEdits<List extends ListName> {
  /** Does it at once when there is nothing to ask; `then` follows when it is done. */
  attempt(action: OperationAction, edited: readonly EditedRow<ItemLists[List]>[], then: (() => void) | null): void;
  readonly pending: Accessor<PendingEdit | null>;
  decide(choice: UnknownNamesChoice | null): void;
  readonly message: Accessor<TableMessage | null>;
  say(message: TableMessage): void;
}

export function createTableEdits<List extends ListName>(
  definition: TableDefinition<List>,
  project: TableProject,
): TableEdits<List> {
  const [pending, setPending] = createSignal<PendingEdit | null>(null);
  const [message, setMessage] = createSignal<TableMessage | null>(null);

  function apply(action: OperationAction, plan: EditPlan): void {
    const { added, changed, unchanged } = plan;
    const label = { action, subject: definition.list, count: added + changed };
    const result = project.editor.apply(label, plan.changes);
    if (result.ok) {
      setMessage({ key: 'tableDone', parts: { added, changed, unchanged, refused: plan.refused.length } });
    }
  }

  return {
    attempt(action, edited, then) {
      const again = (choice: UnknownNamesChoice) => planEdits(project.data(), definition, edited, choice);
      const plan = again('ask');
      const isTyped = action === 'change' || action === 'add';
      const asks = plan.unknown.size > 0 || plan.refused.length > 0 || (plan.added > 0 && !isTyped);
      // what it would do once the names are there
      if (asks) setPending({ plan: again('create'), action, again, then });
      else {
        apply(action, plan);
        then?.();
      }
    },
    pending,
    decide(choice) {
      const asked = pending();
      setPending(null);
      if (asked === null || choice === null) return;
      apply(asked.action, asked.again(choice));
      asked.then?.();
    },
    message,
    say: (next) => void setMessage(next),
  };
}

/** Rows go after it was said what goes with them. */
export function createTableRemoval<List extends ListName>(
  { list }: TableDefinition<List>,
  project: TableProject,
  selectedIds: () => readonly string[],
  say: (message: TableMessage) => void,
) {
  const [removing, setRemoving] = createSignal<Removal | null>(null);
  return {
    removing,
    remove() {
      const ids = selectedIds();
      if (ids.length === 0) return;
      const timetables = new Map(project.timetables().map(({ id, timetable }) => [id, timetable]));
      setRemoving(removalOf({ problem: project.data(), timetables }, list, ids));
    },
    decideRemoval(yes: boolean) {
      const asked = removing();
      setRemoving(null);
      if (asked === null || !yes) return;
      const count = asked.summary.removed.get(list) ?? 0;
      project.editor.apply({ action: 'remove', subject: list, count }, asked.changes);
      say({ key: 'tableRemoved', parts: { count } });
    },
  };
}
