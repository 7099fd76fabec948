import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import type { EventMove, FixProgress, FixScope, LocalFix } from '../../../engine/editing/answers.ts';
import type { LocalFixRun } from '../../../workers/editing-client.ts';
import { messageText } from '../words/message-text.ts';
import type { EditingContext, TimetableEditing } from './editing.ts';
import { type EventFilter, eventsOfFilter } from './filter.ts';
import { fixEdit } from './moves.ts';
import { type Placed, sameAssignment } from './placement.ts';

export interface FixWish {
  readonly filter: EventFilter;
  /** Most cards that may move. */
  readonly cap: number;
  readonly seconds: number;
}

/** Bounds of what can be typed. */
export const fixRanges = { cap: { min: 1, max: 500 }, seconds: { min: 1, max: 120 } } as const;

export interface LocalFixing {
  readonly state: Accessor<'asking' | 'running' | 'done'>;
  readonly progress: Accessor<FixProgress | null>;
  readonly found: Accessor<LocalFix | null>;
  /** Where it puts what differs from now, cards out of the tray among them. */
  readonly moves: Accessor<readonly EventMove[]>;
  start(wish: FixWish): void;
  /** Ends the search with what it has. */
  stop(): void;
  accept(): void;
  /** Ends the search and forgets it. */
  discard(): void;
}

/** A short search around the timetable, looked at before it is taken over. */
export function createLocalFixing(
  { editing, placed, text, complain }: EditingContext,
  actions: TimetableEditing,
  picked: Accessor<readonly number[]>,
): LocalFixing {
  const [state, setState] = createSignal<'asking' | 'running' | 'done'>('asking');
  const [progress, setProgress] = createSignal<FixProgress | null>(null);
  const [found, setFound] = createSignal<LocalFix | null>(null);
  let run: LocalFixRun | null = null;
  let seed = 1;

  const discard = () => {
    run?.stop();
    run = null;
    setFound(null);
    setProgress(null);
    setState('asking');
  };
  onCleanup(discard);

  const moves = createMemo(() => {
    const fix = found();
    const now = placed()?.timetable;
    if (fix === null || now === undefined) return [];
    return fix.timetable.assignments.flatMap((assignment, event) =>
      sameAssignment(assignment, now.assignments[event]) ? [] : [{ event, assignment }],
    );
  });

  return {
    state,
    progress,
    found,
    moves,
    discard,
    stop: () => run?.stop(),
    start({ filter, cap, seconds }) {
      const shown = placed();
      if (shown === null || state() === 'running') return;
      const scope = scopeOf(shown, filter, picked());
      const request = { scope, cap, budget: { seconds }, seed: seed++ };
      setFound(null);
      setProgress(null);
      setState('running');
      const started = editing.fixLocally(shown.problem, shown.timetable, request, (news) => {
        if (run === started) setProgress(news);
      });
      run = started;
      void started.outcome.then((result) => {
        if (run !== started) return;
        run = null;
        if (result.ok) setFound(result.value);
        else complain(messageText(result.diagnostics[0]));
        setState(result.ok ? 'done' : 'asking');
      });
    },
    accept() {
      const shown = placed();
      const wanted = moves();
      if (shown === null) return;
      discard();
      actions.apply(fixEdit(shown, wanted), text('saidFixed', { count: wanted.length }));
    },
  };
}

/** What the engine names itself is left to it; the rest is a list of events. */
function scopeOf({ problem, timetable }: Placed, filter: EventFilter, picked: readonly number[]): FixScope {
  const { of, index } = filter;
  switch (of) {
    case 'instructor':
      return { of, instructor: index };
    case 'group':
      return { of, group: index };
    case 'room':
      return { of, room: index };
    case 'day':
      return { of, day: index };
    case 'selected':
    case 'all':
    case 'course':
      return { of: 'events', events: eventsOfFilter(problem, timetable, filter, picked) };
  }
}
