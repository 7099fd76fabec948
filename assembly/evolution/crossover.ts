import * as abi from '../abi/abi';
import { eventCount, eventField, profileCount, profileOf } from '../image/problem';
import { randomBelow } from '../random';
import { peekHard } from '../solution/score';
import { applyChange } from '../solution/working-solution';
import { geneOf } from '../state';
import { admitsRelocation, isCapped } from './home';
import { copyIndividual, loadWorking, storeWorking } from './population';

/**
 * Crossover between relatives: the child is the first parent; the events of about a quarter of the courses follow the
 * second parent wherever that adds no hard amount. The annealing that follows repairs the seams.
 */
export function crossover(parent: usize, mate: usize, child: usize): void {
  loadWorking(parent);
  const genes = mate + abi.INDIVIDUAL_HEADER_BYTES;
  const offset = randomBelow(4);
  for (let event = 0; event < eventCount; event++) {
    const profile = profileOf(event);
    if (((profile * 7 + profileCount) & 3) == offset) inherit(event, genes);
  }
  copyIndividual(child, parent);
  storeWorking(child);
}

function inherit(event: i32, genes: usize): void {
  const to = load<i32>(genes + ((<usize>event) << 2));
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const count = eventField(event, abi.EVENT_GENE_COUNT);
  if (count == 0) {
    settle(event, to, -1, -1, -1, -1);
    return;
  }
  const resource = load<i32>(genes + ((<usize>(eventCount + first)) << 2));
  const gene2 = count > 1 ? first + 1 : -1;
  const resource2 = count > 1 ? load<i32>(genes + ((<usize>(eventCount + first + 1)) << 2)) : -1;
  if (count > 2 && (resource != geneOf(first) || resource2 != geneOf(first + 1))) return;
  settle(event, to, first, resource, gene2, resource2);
}

function settle(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): void {
  if (peekHard(event, to, gene, resource, gene2, resource2) > 0) return;
  if (isCapped() && !admitsRelocation(event, to, gene, resource, gene2, resource2)) return;
  applyChange(event, to, gene, resource, gene2, resource2);
}
