import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js';
import type { EventMove, Place, WhyNot } from '../../../engine/editing/answers.ts';
import type { Editing } from '../../../workers/editing-client.ts';
import type { Translate } from '../../text/text.tsx';
import { roomNames, timeLabel } from '../labels.ts';
import { messageText } from '../message-text.ts';
import type { OpenProject } from '../project.ts';
import { chainEdit, displaceEdit, placeEdit, type TimetableEdit } from './moves.ts';
import type { Placed } from './placement.ts';
import { createPlaces } from './places.ts';
import { cellKey, costWords, eventsInTheWay, type RuleNames, type Verdict, verdictOf, verdictsOf } from './verdicts.ts';

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

const aimDelay = 60;

/** Picking a card up, seeing what would happen everywhere, and putting it down. */
export function createTimetableEditing(context: EditingContext): TimetableEditing {
  const { project, placed, text } = context;
  const [held, setHeld] = createSignal<number | null>(null);
  const [cell, setCell] = createSignal<string | null>(null);
  const [question, setQuestion] = createSignal<BlockedQuestion | null>(null);
  const [said, setSaid] = createSignal('');
  const { places, prepare } = createPlaces(context, held);
  const verdicts = createMemo(() => {
    const answer = places();
    const shown = untrack(placed);
    if (answer === null || shown === null) return new Map<string, Verdict>();
    return verdictsOf(shown.problem, answer, text, context.ruleNames);
  });
  const [ownVerdict, setOwnVerdict] = createSignal<Verdict | null>(null);
  const target = createMemo(() => (cell() === null ? null : (ownVerdict() ?? verdicts().get(cell() ?? '') ?? null)));
  const whyNot = createWhyNot(context, held, target);
  /** A drop that came before the answer. */
  let waiting: { readonly day: number; readonly slot: number; readonly room: number | undefined } | null = null;

  const letGo = () => {
    waiting = null;
    setHeld(null);
    setCell(null);
    setQuestion(null);
  };

  function apply({ label, changes }: TimetableEdit, message: string): boolean {
    const result = project.editor.apply(label, changes);
    if (!result.ok) context.complain(messageText(result.diagnostics[0]));
    else if (changes.length > 0) setSaid(message);
    return result.ok;
  }

  function put(edit: (shown: Placed) => TimetableEdit, move: EventMove, cost: string): void {
    const shown = placed();
    if (shown === null) return;
    const { problem } = shown;
    const assignments = [...shown.timetable.assignments];
    assignments[move.event] = move.assignment;
    const message = text('saidPlaced', {
      name: problem.events[move.event]?.name ?? '',
      time: timeLabel(problem, move.assignment.time),
      room: roomNames(problem, { assignments }, move.event) || text('cardNoRoom'),
      cost,
    });
    letGo();
    apply(edit(shown), message);
  }

  function drop(day: number, slot: number, room?: number): void {
    const event = held();
    const shown = placed();
    if (event === null || shown === null) return;
    if (places() === null) {
      waiting = { day, slot, room };
      return;
    }
    const verdict = verdicts().get(cellKey(day, slot));
    if (verdict === undefined) {
      setSaid(text('saidNoStart'));
      return;
    }
    const { place } = verdict;
    const move = { event, assignment: place.assignment };
    if (room !== undefined && !place.assignment.rooms.includes(room) && !isRefused(place)) {
      void dropInRoom(shown, event, verdict, room);
    } else if (place.kind === 'present') {
      letGo();
      setSaid(text('saidPutBack'));
    } else if (place.kind === 'free') {
      put((now) => placeEdit(now, move), move, costWords(place.change, text));
    } else if (isRefused(place)) {
      setSaid(text('saidRefused', { name: shown.problem.events[event]?.name ?? '', cause: verdict.words }));
    } else {
      setQuestion({ event, verdict, inTheWay: placedOnes(shown, eventsInTheWay(place)) });
    }
  }

  /** What that room would mean there is not among the answers: it is asked for. */
  async function dropInRoom(shown: Placed, event: number, { place }: Verdict, room: number): Promise<void> {
    const rooms = place.assignment.rooms.map((given, position) => (position === 0 ? room : given));
    if (rooms.length === 0) return setSaidNoRoom(shown, event);
    const assignment = { ...place.assignment, rooms };
    const answer = await context.editing.whyNot(shown.problem, shown.timetable, event, assignment);
    if (held() !== event || placed()?.timetable !== shown.timetable) return;
    if (!answer.ok) return context.complain(messageText(answer.diagnostics[0]));
    const { change, caused } = answer.value;
    const move = { event, assignment };
    if (change.hard <= 0) return put((now) => placeEdit(now, move), move, costWords(change, text));
    const obstacles = caused
      .filter(({ violation }) => violation.hard)
      .map(({ violation, amount }) => ({
        rule: violation.rule,
        kind: violation.kind,
        amount,
        resource: violation.resource,
        events: violation.events.filter((other) => other !== event),
      }));
    const blocked: Place = { kind: 'blocked', time: place.time, assignment, change, obstacles };
    const verdict = verdictOf(shown.problem, blocked, text, context.ruleNames);
    setQuestion({ event, verdict, inTheWay: placedOnes(shown, eventsInTheWay(blocked)) });
  }

  function setSaidNoRoom(shown: Placed, event: number): void {
    setSaid(text('saidNeedsNoRoom', { name: shown.problem.events[event]?.name ?? '' }));
  }

  createEffect(
    on(verdicts, () => {
      const wish = waiting;
      if (wish === null || places() === null) return;
      waiting = null;
      drop(wish.day, wish.slot, wish.room);
    }),
  );

  return {
    held,
    verdicts,
    isJudged: () => places() !== null,
    aimed: cell,
    target,
    whyNot,
    question,
    said,
    apply,
    say: setSaid,
    drop,
    prepare,
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
    aim(wanted, verdict) {
      const key = wanted === null ? null : cellKey(wanted.day, wanted.slot);
      batch(() => {
        // a drag says where it is, without what the cell says
        if (verdict !== undefined || key !== cell()) setOwnVerdict(verdict ?? null);
        setCell(key);
      });
    },
    answer(choice) {
      const asked = question();
      setQuestion(null);
      if (asked === null || choice === null) return;
      const { place } = asked.verdict;
      const move = { event: asked.event, assignment: place.assignment };
      if (choice === 'swap' && place.kind === 'swap') {
        const { moves, change } = place.chain;
        const own = moves.find(({ event }) => event === asked.event) ?? move;
        put((now) => chainEdit(now, moves), own, costWords(change, text));
      } else if (choice === 'displace') {
        put(
          (now) => displaceEdit(now, move, asked.inTheWay),
          move,
          text('saidDisplaced', { count: asked.inTheWay.length }),
        );
      } else put((now) => placeEdit(now, move), move, costWords(place.change, text));
    },
  };
}

/** Locked elsewhere or not on offer: no edit of the timetable changes that. */
function isRefused(place: Place): boolean {
  return place.kind === 'off' && (place.reason === 'locked' || place.reason === 'notOffered');
}

function placedOnes({ timetable }: Placed, events: readonly number[]): readonly number[] {
  return events.filter((event) => (timetable.assignments[event]?.time ?? -1) >= 0);
}

function createWhyNot(
  { editing, placed }: EditingContext,
  held: Accessor<number | null>,
  target: Accessor<Verdict | null>,
) {
  const [answer, setAnswer] = createSignal<WhyNot | null>(null);
  createEffect(
    on([held, target], ([event, verdict]) => {
      setAnswer(null);
      const shown = placed();
      if (event === null || verdict === null || shown === null || verdict.tone === 'here') return;
      let wanted = true;
      const timer = setTimeout(() => {
        void editing.whyNot(shown.problem, shown.timetable, event, verdict.place.assignment).then((result) => {
          if (wanted && result.ok) setAnswer(result.value);
        });
      }, aimDelay);
      onCleanup(() => {
        wanted = false;
        clearTimeout(timer);
      });
    }),
  );
  return answer;
}
