import { type Accessor, createSignal } from 'solid-js';
import type { WhyNot } from '../../../engine/editing/answers.ts';
import type { Editing } from '../../../workers/editing-client.ts';
import type { Translate } from '../../text/text.tsx';
import type { OpenProject } from '../project/project.ts';
import { messageText } from '../words/message-text.ts';
import { createHand } from './hand.ts';
import type { TimetableEdit } from './moves.ts';
import type { Placed } from './placement.ts';
import { createPuttingDown } from './putting-down.ts';
import type { RuleNames, Verdict } from './verdicts.ts';

/** A place that others or rules are in the way of: what to do is for the user to say. */
export interface BlockedQuestion {
  readonly event: number;
  readonly verdict: Verdict;
  /** Placed events that would have to leave. */
  readonly inTheWay: readonly number[];
}

export type BlockedAnswer = 'swap' | 'displace' | 'anyway';

export interface TimetableEditing {
  /** The event that is picked up, or null. */
  readonly held: Accessor<number | null>;
  /** What every cell says of it; empty until the answer has come. */
  readonly verdicts: Accessor<ReadonlyMap<string, Verdict>>;
  /** True once the answer has come; then no verdicts mean that there is no place for it at all. */
  readonly isJudged: Accessor<boolean>;
  /** Key of the cell that is looked at while a card is held, and what it says. */
  readonly aimed: Accessor<string | null>;
  readonly target: Accessor<Verdict | null>;
  /** What placing it there would break and mend; null until it is known. */
  readonly whyNot: Accessor<WhyNot | null>;
  readonly question: Accessor<BlockedQuestion | null>;
  /** What happened last, for those who cannot see it. */
  readonly said: Accessor<string>;
  /** Finds out ahead of time what the cells would say of an event that will perhaps be picked up. */
  prepare(event: number): void;
  pickUp(event: number): void;
  putBack(): void;
  /** Looks at a cell, or at none; with a verdict: at one that says something else than the others of its time. */
  aim(cell: { readonly day: number; readonly slot: number } | null, verdict?: Verdict): void;
  /**
   * Puts the card down in a cell, asks what to do, or says why it cannot go there. With a room: in that room instead of
   * the best one.
   */
  drop(day: number, slot: number, room?: number): void;
  answer(choice: BlockedAnswer | null): void;
  /** Makes an edit and says so; false when it failed. */
  apply(edit: TimetableEdit, message: string): boolean;
  say(message: string): void;
}

export interface EditingContext {
  readonly project: OpenProject;
  readonly editing: Editing;
  readonly placed: Accessor<Placed | null>;
  readonly text: Translate;
  readonly ruleNames: RuleNames;
  /** Told of what the user should see although nobody asked. */
  readonly complain: (message: string) => void;
}

/** Picking a card up, seeing what would happen everywhere, and putting it down. */
export function createTimetableEditing(context: EditingContext): TimetableEditing {
  const hand = createHand(context);
  const { position } = context.project.editor;
  /** What was said of an edit, and where the history was then: once it is undone, it is true no longer. */
  const [edited, setEdited] = createSignal({ message: '', position: -1 });
  const isUndone = () => hand.said() === edited().message && position() < edited().position;
  const apply: TimetableEditing['apply'] = ({ label, changes }, message) => {
    const result = context.project.editor.apply(label, changes);
    if (!result.ok) context.complain(messageText(result.diagnostics[0]));
    else if (changes.length > 0) {
      hand.say(message);
      setEdited({ message, position: position() });
    }
    return result.ok;
  };
  return { ...hand, said: () => (isUndone() ? '' : hand.said()), apply, ...createPuttingDown(context, hand, apply) };
}
