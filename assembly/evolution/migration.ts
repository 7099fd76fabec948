import * as abi from '../abi/abi';
import { arrivalAt, individualAt, STATE_POPULATION, stateWord } from '../state';
import { copyIndividual, individualWord } from './population';
import { rank, ranked } from './selection';

/** Ring migration at the epoch barrier: the best present individual goes out, an arrival takes the place of the worst. */
export function emigrantAt(): usize {
  rank(stateWord(STATE_POPULATION));
  return individualAt(ranked(0));
}

/** Takes the individual that the host wrote to the arrival region, unless it is worse than the worst here. */
export function welcomeArrival(): void {
  const population = stateWord(STATE_POPULATION);
  rank(population);
  const worst = individualAt(ranked(population - 1));
  if (worseThan(arrivalAt, worst)) return;
  copyIndividual(worst, arrivalAt);
}

function worseThan(first: usize, second: usize): bool {
  for (let field = abi.INDIVIDUAL_UNPLACED; field <= abi.INDIVIDUAL_SOFT; field += 4) {
    const a = individualWord(first, field);
    const b = individualWord(second, field);
    if (a != b) return a > b;
  }
  return true;
}
