import * as abi from '../abi/abi';
import { eventCount, geneCount } from '../image/problem';
import { requestCount } from '../image/requests';
import { loadGenes } from '../solution/load-genes';
import {
  bestAt,
  choiceAt,
  geneOfAt,
  individualAt,
  STATE_HARD,
  STATE_SOFT,
  STATE_UNPLACED,
  stateWord,
  timeOfAt,
} from '../state';
import { countAway, isCapped } from './home';

/** Individuals: bare genes and their score. The best ever seen of the island is kept apart from the population. */

export function individualWord(at: usize, field: usize): i32 {
  return load<i32>(at + field);
}

export function movesLeft(at: usize): i64 {
  return load<i64>(at + <usize>abi.INDIVIDUAL_MOVES_LEFT);
}

export function setMovesLeft(at: usize, moves: i64): void {
  store<i64>(at + <usize>abi.INDIVIDUAL_MOVES_LEFT, moves);
}

/** Copies the working solution's genes and score to an individual. */
export function storeWorking(at: usize): void {
  store<i32>(at + <usize>abi.INDIVIDUAL_UNPLACED, stateWord(STATE_UNPLACED));
  store<i32>(at + <usize>abi.INDIVIDUAL_HARD, stateWord(STATE_HARD));
  store<i32>(at + <usize>abi.INDIVIDUAL_SOFT, stateWord(STATE_SOFT));
  const genesAt = at + abi.INDIVIDUAL_HEADER_BYTES;
  memory.copy(genesAt, timeOfAt, (<usize>eventCount) << 2);
  memory.copy(genesAt + ((<usize>eventCount) << 2), geneOfAt, (<usize>geneCount) << 2);
  memory.copy(genesAt + ((<usize>(eventCount + geneCount)) << 2), choiceAt, (<usize>requestCount) << 2);
}

export function loadWorking(at: usize): void {
  loadGenes(at + abi.INDIVIDUAL_HEADER_BYTES);
  if (isCapped()) countAway();
}

/** Genes and score of one individual over another; the moves left stay with the place. */
export function copyIndividual(to: usize, from: usize): void {
  const left = movesLeft(to);
  memory.copy(to, from, ((<usize>(eventCount + geneCount + requestCount)) << 2) + abi.INDIVIDUAL_HEADER_BYTES);
  setMovesLeft(to, left);
}

/** Elitism: the best score ever reached by the working solution is remembered with its genes. */
export function keepIfBest(): void {
  const unplaced = stateWord(STATE_UNPLACED);
  const hard = stateWord(STATE_HARD);
  const bestUnplaced = individualWord(bestAt, abi.INDIVIDUAL_UNPLACED);
  const bestHard = individualWord(bestAt, abi.INDIVIDUAL_HARD);
  if (unplaced > bestUnplaced || (unplaced == bestUnplaced && hard > bestHard)) return;
  if (
    unplaced == bestUnplaced &&
    hard == bestHard &&
    stateWord(STATE_SOFT) >= individualWord(bestAt, abi.INDIVIDUAL_SOFT)
  )
    return;
  storeWorking(bestAt);
}

export function forgetBest(): void {
  store<i32>(bestAt + <usize>abi.INDIVIDUAL_UNPLACED, i32.MAX_VALUE);
  store<i32>(bestAt + <usize>abi.INDIVIDUAL_HARD, i32.MAX_VALUE);
  store<i32>(bestAt + <usize>abi.INDIVIDUAL_SOFT, i32.MAX_VALUE);
}

/** Present cost of an individual at a common hard weight, for ranking. */
export function presentCost(individual: i32, hardWeight: i32): i64 {
  const at = individualAt(individual);
  const hard = <i64>individualWord(at, abi.INDIVIDUAL_HARD);
  const unplaced = <i64>individualWord(at, abi.INDIVIDUAL_UNPLACED);
  return unplaced * 1_000_000_000_000 + hard * <i64>hardWeight + <i64>individualWord(at, abi.INDIVIDUAL_SOFT);
}
