/**
 * What can become of a run. This table is the only place that says so: the interface offers what it allows, and the
 * storage refuses the rest (`docs/runs.md` draws it).
 */
export const runStates = [
  ...(['queued', 'running', 'paused', 'cancelling'] as const),
  ...(['cancelled', 'completed', 'failed', 'interrupted'] as const),
] as const;
export type RunState = (typeof runStates)[number];

const followers: Readonly<Record<RunState, readonly RunState[]>> = {
  // Held back before its turn, it is paused; where no tab can own the queue, it is interrupted with its tab.
  queued: ['running', 'paused', 'cancelled', 'failed', 'interrupted'],
  running: ['paused', 'cancelling', 'completed', 'failed', 'interrupted'],
  // Back to the queue, or away at once, when it was held back before its turn.
  paused: ['queued', 'running', 'cancelling', 'cancelled', 'failed', 'interrupted'],
  // Asked to end: `completed` keeps the best (the reason is `stopped`), `cancelled` keeps nothing.
  cancelling: ['cancelled', 'completed', 'failed', 'interrupted'],
  // Its tab is gone: it waits for its turn again, from its checkpoint, or is given up.
  interrupted: ['queued', 'cancelled'],
  cancelled: [],
  completed: [],
  failed: [],
};

/** True when a run in state `from` may go on to `to`. Staying is no transition. */
export function mayFollow(from: RunState, to: RunState): boolean {
  return followers[from].includes(to);
}

/** States of runs that are still to end, in this tab or another. */
export const activeStates = ['queued', 'running', 'paused', 'cancelling'] as const satisfies readonly RunState[];

/** True until the run has ended or broken off. */
export function isActive(state: RunState): boolean {
  return (activeStates as readonly RunState[]).includes(state);
}

/** True when nothing can become of the run any more. */
export function isFinal(state: RunState): boolean {
  return followers[state].length === 0;
}

/**
 * What a run is busy with: `preparing` measures the machine and encodes the problem, `constructing` looks for first
 * timetables, `repairing` goes on while hard rules are broken, `finishing` ends the generation and keeps the best.
 */
export const runPhases = ['waiting', 'preparing', 'constructing', 'repairing', 'improving', 'finishing'] as const;
export type RunPhase = (typeof runPhases)[number];

/** Its turn has not come: no tab is needed to keep it, or to change what becomes of it. */
export function isWaiting({ state, phase }: { readonly state: RunState; readonly phase: RunPhase }): boolean {
  return state === 'queued' || (state === 'paused' && phase === 'waiting');
}
