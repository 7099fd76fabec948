import { createEffect, on } from 'solid-js';
import type { EventMove, Place, WhyNot } from '../../../engine/editing/answers.ts';
import type { Translate } from '../../text/text.tsx';
import { namesOfRooms, timeLabel } from '../words/labels.ts';
import { messageText } from '../words/message-text.ts';
import type { EditingContext, TimetableEditing } from './editing.ts';
import type { Hand } from './hand.ts';
import { chainEdit, displaceEdit, placeEdit, type TimetableEdit } from './moves.ts';
import type { Placed } from './placement.ts';
import { cellKey, costWords, eventsInTheWay, type Verdict, verdictOf } from './verdicts.ts';

/** Puts the card in the hand down where somebody drops it: makes the edit, asks what to do, or says why not. */
export function createPuttingDown(
  context: EditingContext,
  hand: Hand,
  apply: TimetableEditing['apply'],
): Pick<TimetableEditing, 'drop' | 'answer'> {
  const { placed, text } = context;

  function put(edit: (shown: Placed) => TimetableEdit, move: EventMove, cost: string): void {
    const shown = placed();
    if (shown === null) return;
    hand.letGo();
    apply(edit(shown), placedWords(shown, move, cost, text));
  }

  function ask(shown: Placed, event: number, verdict: Verdict): void {
    hand.ask({ event, verdict, inTheWay: placedOnes(shown, eventsInTheWay(verdict.place)) });
  }

  const drop: TimetableEditing['drop'] = (day, slot, room) => {
    const event = hand.held();
    const shown = placed();
    if (event === null || shown === null) return;
    if (!hand.isJudged()) return hand.keepDrop({ day, slot, room });
    const verdict = hand.verdicts().get(cellKey(day, slot));
    if (verdict === undefined) return hand.say(text('saidNoStart'));
    const { place } = verdict;
    const move = { event, assignment: place.assignment };
    if (room !== undefined && !place.assignment.rooms.includes(room) && !isRefused(place)) {
      void dropInRoom(shown, event, verdict, room);
    } else if (place.kind === 'present') {
      hand.putBack();
    } else if (place.kind === 'free') {
      put((now) => placeEdit(now, move), move, costWords(place.change, text));
    } else if (isRefused(place)) {
      hand.say(text('saidRefused', { name: nameOf(shown, event), cause: verdict.words }));
    } else ask(shown, event, verdict);
  };

  /** What that room would mean there is not among the answers: it is asked for. */
  async function dropInRoom(shown: Placed, event: number, { place }: Verdict, room: number): Promise<void> {
    const rooms = place.assignment.rooms.map((given, position) => (position === 0 ? room : given));
    if (rooms.length === 0) return hand.say(text('saidNeedsNoRoom', { name: nameOf(shown, event) }));
    const assignment = { ...place.assignment, rooms };
    const answer = await context.editing.whyNot(shown.problem, shown.timetable, event, assignment);
    if (hand.held() !== event || placed()?.timetable !== shown.timetable) return;
    if (!answer.ok) return context.complain(messageText(answer.diagnostics[0]));
    const { change } = answer.value;
    const move = { event, assignment };
    if (change.hard <= 0) return put((now) => placeEdit(now, move), move, costWords(change, text));
    const blocked = blockedPlace(place.time, move, answer.value);
    ask(shown, event, verdictOf(shown.problem, blocked, text, context.ruleNames));
  }

  createEffect(
    on(hand.verdicts, () => {
      if (!hand.isJudged()) return;
      const wish = hand.takeDrop();
      if (wish !== null) drop(wish.day, wish.slot, wish.room);
    }),
  );

  return {
    drop,
    answer(choice) {
      const asked = hand.question();
      hand.ask(null);
      if (asked === null || choice === null) return;
      const { place } = asked.verdict;
      const move = { event: asked.event, assignment: place.assignment };
      if (choice === 'swap' && place.kind === 'swap') {
        const { moves, change } = place.chain;
        const own = moves.find(({ event }) => event === asked.event) ?? move;
        put((now) => chainEdit(now, moves), own, costWords(change, text));
      } else if (choice === 'displace') {
        const { inTheWay } = asked;
        put((now) => displaceEdit(now, move, inTheWay), move, text('saidDisplaced', { count: inTheWay.length }));
      } else put((now) => placeEdit(now, move), move, costWords(place.change, text));
    },
  };
}

/** Where an event is now, and what that costs. */
export function placedWords({ problem }: Placed, move: EventMove, cost: string, text: Translate): string {
  const { rooms, time } = move.assignment;
  return text('saidPlaced', {
    name: problem.events[move.event]?.name ?? '',
    time: timeLabel(problem, time),
    room: namesOfRooms(problem, rooms) || text('cardNoRoom'),
    cost,
  });
}

/** Locked elsewhere or not on offer: no edit of the timetable changes that. */
function isRefused(place: Place): boolean {
  return place.kind === 'off' && (place.reason === 'locked' || place.reason === 'notOffered');
}

/** A place with the hard rules that would be broken there in its way. */
function blockedPlace(time: number, { event, assignment }: EventMove, { change, caused }: WhyNot): Place {
  const obstacles = caused
    .filter(({ violation }) => violation.hard)
    .map(({ violation: { rule, kind, resource, events }, amount }) => ({
      ...{ rule, kind, amount, resource },
      events: events.filter((other) => other !== event),
    }));
  return { kind: 'blocked', time, assignment, change, obstacles };
}

function placedOnes({ timetable }: Placed, events: readonly number[]): readonly number[] {
  return events.filter((event) => (timetable.assignments[event]?.time ?? -1) >= 0);
}

function nameOf({ problem }: Placed, event: number): string {
  return problem.events[event]?.name ?? '';
}
