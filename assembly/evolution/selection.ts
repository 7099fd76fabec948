import * as abi from '../abi/abi';
import { headerWord } from '../image/problem';
import { movableCount } from '../image/requests';
import { nextRandom } from '../random';
import { individualAt, orderAt, STATE_CROSSOVER_RATE, STATE_POPULATION, stateWord } from '../state';
import { crossover } from './crossover';
import { copyIndividual, presentCost } from './population';

/**
 * Selection at the end of an epoch: the worst quarter is replaced by copies of the best, which part at once because the
 * annealing draws other random numbers; at the crossover rate by a child of two good ones instead.
 */
export function replaceWorst(): void {
  const population = stateWord(STATE_POPULATION);
  if (population < 2) return;
  rank(population);
  const replaced = population < 8 ? 1 : population / 4;
  for (let k = 0; k < replaced; k++) {
    const parent = individualAt(ranked(k));
    const mate = individualAt(ranked(k + 1));
    const child = individualAt(ranked(population - 1 - k));
    if (<i32>((nextRandom() >> 44) % 1_000_000) < stateWord(STATE_CROSSOVER_RATE)) crossover(parent, mate, child);
    else copyIndividual(child, parent);
  }
}

export function ranked(position: i32): i32 {
  return load<i32>(orderAt + ((<usize>position) << 2));
}

/** A breach weighs so much at least when individuals are compared, however cheap it is while they are hot. */
const LEAST_HARD_WEIGHT: i32 = 100;
/**
 * Where students are sectioned, soft costs of individuals lie hundreds apart: a feasible one must not be lost to one that
 * is cheaper by a breach.
 */
const SECTIONED_FACTOR: i32 = 10;

/** Insertion sort by present cost: populations are small. */
export function rank(population: i32): void {
  const weight = max<i32>(LEAST_HARD_WEIGHT, headerWord(abi.HEADER_HARD_WEIGHT));
  const hardWeight = weight * (movableCount == 0 ? 1 : SECTIONED_FACTOR);
  for (let k = 0; k < population; k++) {
    const cost = presentCost(k, hardWeight);
    let position = k;
    while (position > 0 && presentCost(ranked(position - 1), hardWeight) > cost) {
      store<i32>(orderAt + ((<usize>position) << 2), ranked(position - 1));
      position--;
    }
    store<i32>(orderAt + ((<usize>position) << 2), k);
  }
}
