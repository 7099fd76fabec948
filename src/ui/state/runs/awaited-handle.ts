import type { Checkpoint, RunHandle } from '../../../engine/run-contract/run-events.ts';

/** Why a run without a handle ended. */
export class GivenUp extends Error {}

/** The hold on a run in the engine, from before there is one: a run is shown, and can be given up, before it begins. */
export interface AwaitedHandle {
  /** Resolves with the handle. */
  readonly attached: Promise<RunHandle>;
  /** Rejects with `GivenUp` when the run is given up before it has a handle. */
  readonly givenUp: Promise<never>;
  attach(handle: RunHandle): void;
  /** Says nothing where there is no handle yet: whoever attaches one looks at the state of the run. */
  pass(verb: 'pause' | 'resume'): void;
  /** Ends the run; without a handle it is given up. */
  finish(verb: 'stop' | 'cancel'): void;
  checkpoint(): Promise<Checkpoint | null>;
}

export function createAwaitedHandle(): AwaitedHandle {
  let handle: RunHandle | null = null;
  let resolve: (given: RunHandle) => void = () => undefined;
  const attached = new Promise<RunHandle>((settle) => {
    resolve = settle;
  });
  let giveUp: () => void = () => undefined;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(new GivenUp());
  });
  // Nobody may be waiting for it.
  givenUp.catch(() => undefined);
  return {
    attached,
    givenUp,
    attach(given) {
      handle = given;
      resolve(given);
    },
    pass: (verb) => handle?.[verb](),
    finish(verb) {
      if (handle === null) giveUp();
      else handle[verb]();
    },
    checkpoint: async () => handle?.checkpoint() ?? null,
  };
}
