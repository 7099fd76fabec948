import { type Accessor, batch, createMemo, createSignal, untrack } from 'solid-js';
import type { BlockedQuestion, EditingContext, TimetableEditing } from './editing.ts';
import { createPlaces } from './places.ts';
import { cellKey, type Verdict, verdictsOf } from './verdicts.ts';
import { createWhyNot } from './why-not.ts';

/** A cell that a card is dropped in, and the room, where it was not the best one. */
export interface Drop {
  readonly day: number;
  readonly slot: number;
  readonly room?: number | undefined;
}

type Shown = 'held' | 'verdicts' | 'isJudged' | 'aimed' | 'target' | 'whyNot' | 'question' | 'said';

/** The card that is picked up, what every cell says of it, and what was asked of it. */
export interface Hand extends Pick<TimetableEditing, Shown | 'prepare' | 'pickUp' | 'putBack' | 'aim' | 'say'> {
  /** Nothing is held, aimed at, asked or waited for any more. */
  letGo(): void;
  ask(question: BlockedQuestion | null): void;
  /** A drop that came before the answer: it is for `takeDrop` when the verdicts come. */
  keepDrop(drop: Drop): void;
  takeDrop(): Drop | null;
}

export function createHand(context: EditingContext): Hand {
  const { placed, text } = context;
  const [held, setHeld] = createSignal<number | null>(null);
  const [question, setQuestion] = createSignal<BlockedQuestion | null>(null);
  const [said, setSaid] = createSignal('');
  let waiting: Drop | null = null;
  const { places, prepare } = createPlaces(context, held);
  const verdicts = createMemo(() => {
    const answer = places();
    const shown = untrack(placed);
    if (answer === null || shown === null) return new Map<string, Verdict>();
    return verdictsOf(shown.problem, answer, text, context.ruleNames);
  });
  const { aimed, target, aim, unaim } = createAim(verdicts);

  const letGo = () => {
    waiting = null;
    setHeld(null);
    unaim();
    setQuestion(null);
  };

  return {
    ...{ held, verdicts, aimed, target, question, said, prepare, aim, letGo },
    isJudged: () => places() !== null,
    whyNot: createWhyNot(context, held, target),
    say: setSaid,
    ask: (asked) => void setQuestion(asked),
    pickUp(event) {
      letGo();
      setHeld(event);
      setSaid(text('saidHeld', { name: placed()?.problem.events[event]?.name ?? '' }));
    },
    putBack() {
      if (held() === null) return;
      letGo();
      setSaid(text('saidPutBack'));
    },
    keepDrop(drop) {
      waiting = drop;
    },
    takeDrop() {
      const drop = waiting;
      waiting = null;
      return drop;
    },
  };
}

/** The cell that is looked at while a card is held, and what it says. */
function createAim(verdicts: Accessor<ReadonlyMap<string, Verdict>>) {
  const [aimed, setAimed] = createSignal<string | null>(null);
  const [ownVerdict, setOwnVerdict] = createSignal<Verdict | null>(null);
  const target = createMemo(() => {
    const key = aimed();
    return key === null ? null : (ownVerdict() ?? verdicts().get(key) ?? null);
  });
  const aim: TimetableEditing['aim'] = (wanted, verdict) => {
    const key = wanted === null ? null : cellKey(wanted.day, wanted.slot);
    batch(() => {
      // a drag says where it is, without what the cell says
      if (verdict !== undefined || key !== aimed()) setOwnVerdict(verdict ?? null);
      setAimed(key);
    });
  };
  return { aimed, target, aim, unaim: () => void setAimed(null) };
}
