import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { useAppState, useProject } from '../../app-state.tsx';
import { createRuleName } from '../../components/rules/rule-name.ts';
import { useServices } from '../../services.tsx';
import { useText } from '../../text/text.tsx';
import { type CardEdits, createCardEdits } from './card-edits.ts';
import { type CardTexts, createCardTexts } from './cards.ts';
import { type CardDrag, createCardDrag } from './drag.ts';
import { createTimetableEditing, type EditingContext, type TimetableEditing } from './editing.ts';
import type { ChoiceKind } from './moves.ts';
import { createTimetableSelection, type TimetableSelection } from './page.ts';
import { createSuggestions, type Suggestions } from './suggestions.ts';

/** Whoever only passes over cards asks nothing. */
const prepareDelay = 40;

export type TimetableDialog = 'fix' | 'lock';

/** All that the parts of the timetable page share. */
export interface TimetableState extends CardEdits {
  readonly selection: TimetableSelection;
  readonly context: EditingContext;
  readonly actions: TimetableEditing;
  readonly cards: CardTexts;
  readonly suggestions: Suggestions;
  readonly drag: CardDrag;
  /** Course whose meetings are marked, because the pointer is over one of them. */
  readonly hovered: Accessor<number | null>;
  hover(course: number | null): void;
  /** Cards picked with Ctrl and a click, for what is done to several. */
  readonly picked: Accessor<readonly number[]>;
  togglePicked(event: number): void;
  clearPicked(): void;
  readonly dialog: Accessor<TimetableDialog | null>;
  show(dialog: TimetableDialog | null): void;
  /** Which rooms or instructors of the selected card are offered for choice. */
  readonly choosing: Accessor<ChoiceKind | null>;
  choose(kind: ChoiceKind | null): void;
  /** The pointer or the focus is on a card, or (null) on none: it may be picked up next. */
  prepare(event: number | null): void;
  /** Selects a card and picks it up. */
  pickUp(event: number): void;
  /** The focus is on a cell with these cards, or (null) on none. */
  point(cards: (() => readonly number[]) | null): void;
  /**
   * The card that keys are about: the held one, else that of the cell to which the focus has moved, else the selected one.
   * Moving with a card in the hand looks for its place: it is still that card afterwards.
   */
  readonly subject: Accessor<number | null>;
  /** The hand is empty and the focus is on a cell without cards: what changes a card at once is about none then. */
  readonly isAtEmptyCell: Accessor<boolean>;
  /** Takes back one step of what is under way: the card in the hand, the suggestions, the selection. */
  stepBack(): void;
}

export function createTimetableState(): TimetableState {
  const project = useProject();
  const { editing, storage } = useServices();
  const { notices } = useAppState();
  const text = useText();
  const selection = createTimetableSelection(project, editing);
  const context: EditingContext = {
    project,
    editing,
    placed: selection.placed,
    text,
    ruleNames: createRuleName(selection.problem),
    complain: notices.complain,
  };
  const actions = createTimetableEditing(context);
  // A card in the hand belongs to the timetable that it was taken from.
  const recordId = createMemo(() => selection.record()?.id);
  createEffect(on(recordId, () => actions.putBack(), { defer: true }));
  const [hovered, hover] = createSignal<number | null>(null);
  const [dialog, show] = createSignal<TimetableDialog | null>(null);
  const [choosing, choose] = createSignal<ChoiceKind | null>(null);
  const { point, pointed, isAtEmptyCell } = createPointed(actions.held, selection.event);
  const subject = () => actions.held() ?? pointed() ?? selection.event();
  let preparing: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(preparing));

  function pickUp(event: number): void {
    actions.pickUp(event);
    choose(null);
    if (selection.event() !== event) selection.chooseEvent(event);
  }

  function prepare(event: number | null): void {
    clearTimeout(preparing);
    if (event !== null) preparing = setTimeout(() => actions.prepare(event), prepareDelay);
  }

  const edits = createCardEdits(context, actions);
  const suggestions = createSuggestions(context, actions, selection.showEvent);

  function stepBack(): void {
    if (actions.held() !== null) actions.putBack();
    else if (suggestions.event() !== null) suggestions.close();
    else selection.chooseEvent(null);
  }

  return {
    selection,
    context,
    actions,
    cards: createCardTexts(storage, project, selection),
    suggestions,
    stepBack,
    drag: createDrag(actions, edits, pickUp),
    hovered,
    hover,
    ...createPicked(),
    dialog,
    show,
    choosing,
    choose,
    prepare,
    pickUp,
    point,
    subject,
    isAtEmptyCell,
    ...edits,
  };
}

/** The card of the cell with the focus; of several there the selected one. */
function createPointed(held: Accessor<number | null>, selected: Accessor<number | null>) {
  const [cards, setCards] = createSignal<(() => readonly number[]) | null>(null);
  return {
    point: (next: (() => readonly number[]) | null) => void setCards(() => (held() === null ? next : null)),
    isAtEmptyCell: () => held() === null && cards()?.().length === 0,
    pointed(): number | null {
      const here = cards()?.() ?? [];
      const chosen = selected();
      return chosen !== null && here.includes(chosen) ? chosen : (here[0] ?? null);
    },
  };
}

function createPicked(): Pick<TimetableState, 'picked' | 'togglePicked' | 'clearPicked'> {
  const [picked, setPicked] = createSignal<readonly number[]>([]);
  return {
    picked,
    togglePicked: (event) =>
      setPicked((all) => (all.includes(event) ? all.filter((item) => item !== event) : [...all, event])),
    clearPicked: () => setPicked([]),
  };
}

/** A card that is dragged does what one in the hand does; over the tray it loses its place. */
function createDrag(actions: TimetableEditing, edits: CardEdits, pickUp: (event: number) => void): CardDrag {
  return createCardDrag({
    press: actions.prepare,
    pickUp,
    aim: (target) => actions.aim(target === 'tray' ? null : target),
    cancel: actions.putBack,
    drop(target) {
      const event = actions.held();
      if (event === null) return;
      if (target === 'tray') edits.unplace([event]);
      else actions.drop(target.day, target.slot, target.room);
    },
  });
}
