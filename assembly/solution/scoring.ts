import { STATE_HARD, STATE_SOFT, setStateWord, stateWord } from '../state';

/** The score of the working solution while events move: added up rule by rule, or known before. */

/** False while moves are made whose change is known: only counters follow then, and no rule is asked. */
export let isScored: bool = true;
let hardThen: i32 = 0;
let softThen: i32 = 0;

export function addHard(change: i32): void {
  setStateWord(STATE_HARD, stateWord(STATE_HARD) + change);
}

export function addSoft(change: i32): void {
  setStateWord(STATE_SOFT, stateWord(STATE_SOFT) + change);
}

/** The moves until `endKnown` change the score by so much altogether. */
export function beginKnown(hard: i32, soft: i32): void {
  isScored = false;
  hardThen = stateWord(STATE_HARD) + hard;
  softThen = stateWord(STATE_SOFT) + soft;
}

export function endKnown(): void {
  isScored = true;
  setStateWord(STATE_HARD, hardThen);
  setStateWord(STATE_SOFT, softThen);
}
