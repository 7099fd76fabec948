import * as abi from '../abi/abi';
import { eventCount, eventField, geneCount, geneField, listItem, nobody, nowhere } from '../image/problem';
import { freeRoom, heldElsewhere } from '../neighbourhoods/occupants';
import { nextRandom, randomBelow } from '../random';
import { clearSolution } from '../solution/clear';
import { chooseFirstOptions, loadOptions } from '../solution/clock-terms';
import { applyChange } from '../solution/working-solution';
import { geneOf, homeAt, STARTS_WITH_OPTIONS, STATE_START, stateWord, timeOf } from '../state';
import { construct } from './construct';
import { countAway, homeGene, homeTime, startOf } from './home';
import { placeEvent } from './place-event';

/** An individual as each beginning of this run makes it: from its start if it has one. */
export function constructIndividual(): void {
  if (stateWord(STATE_START) == 0) construct();
  else constructHome();
}

/** An individual as the start says; what it does not say is found as in any construction. */
function constructHome(): void {
  clearSolution();
  if (stateWord(STATE_START) == STARTS_WITH_OPTIONS) loadOptions(homeAt + ((<usize>(eventCount + geneCount)) << 2));
  else chooseFirstOptions();
  for (let event = 0; event < eventCount; event++) bringHome(event);
  for (let event = 0; event < eventCount; event++) {
    if (timeOf(event) == nowhere) placeEvent(event);
    else complete(event);
  }
  countAway();
}

function bringHome(event: i32): void {
  const time = startOf(homeTime(event));
  if (time < 0) return;
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  applyChange(event, time, -1, -1, -1, -1);
  for (let gene = first; gene < last; gene++) {
    const resource = startOf(homeGene(gene));
    if (resource >= 0) applyChange(event, time, gene, resource, -1, -1);
  }
}

/** Rooms and instructors that the start does not name. */
function complete(event: i32): void {
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  const time = timeOf(event);
  for (let gene = first; gene < last; gene++) {
    if (geneOf(gene) != nobody) continue;
    const resource = chooseFor(event, gene, time);
    if (resource >= 0) applyChange(event, time, gene, resource, -1, -1);
  }
}

/** One that is free then if a few tries find it, else any that the event does not hold yet; -1 when there is none. */
function chooseFor(event: i32, gene: i32, time: i32): i32 {
  const free = freeRoom(event, gene, time, <u32>(nextRandom() >> 32));
  if (free >= 0) return free;
  const count = geneField(gene, abi.GENE_POOL_COUNT);
  const offset = count == 0 ? 0 : randomBelow(count);
  for (let k = 0; k < count; k++) {
    const at = k + offset < count ? k + offset : k + offset - count;
    const resource = listItem(geneField(gene, abi.GENE_FIRST_POOL) + at);
    if (!heldElsewhere(event, gene, resource)) return resource;
  }
  return -1;
}
