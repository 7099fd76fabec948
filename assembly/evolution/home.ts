import * as abi from '../abi/abi';
import { eventCount, eventField, geneCount, geneField } from '../image/problem';
import { geneOf, homeAt, STATE_AWAY, STATE_CAP, setStateWord, stateWord, timeOf } from '../state';

/**
 * The timetable that a run starts from, and how many events may leave it. An event is away when its time, one of its
 * rooms or one of its instructors is not what it had at home. With a cap, whatever would bring more events away than
 * that is refused where it would be accepted, so every timetable of the run keeps the cap.
 *
 * By event and then by gene, the host writes what was at home: an index where the event counts, -2 - index where it
 * only starts there (it cannot stay, so it is away wherever it goes), -1 where the start says nothing.
 */
const NOTHING: i32 = -1;

export function homeTime(event: i32): i32 {
  return load<i32>(homeAt + ((<usize>event) << 2));
}

export function homeGene(gene: i32): i32 {
  assert(gene >= 0 && gene < geneCount);
  return load<i32>(homeAt + ((<usize>(eventCount + gene)) << 2));
}

/** Where the run starts with what the host wrote, -1 when it did not say. */
export function startOf(value: i32): i32 {
  return value < NOTHING ? -2 - value : value;
}

/** True when only so many events may be away. */
export function isCapped(): bool {
  return stateWord(STATE_CAP) != 0;
}

/** At most `cap` events may be away, -1 for no limit. */
export function setCap(cap: i32): void {
  setStateWord(STATE_CAP, cap + 1);
}

/** Counts those who are away in the working solution again. */
export function countAway(): void {
  let away = 0;
  for (let event = 0; event < eventCount; event++) away += isAway(event) ? 1 : 0;
  setStateWord(STATE_AWAY, away);
}

export function isAway(event: i32): bool {
  return wouldBeAway(event, timeOf(event), -1, -1, -1, -1);
}

/** The same for an event that goes to a time, with up to two of its genes changed. */
function wouldBeAway(event: i32, time: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): bool {
  const home = homeTime(event);
  if (home < 0) return false;
  if (home != time) return true;
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let k = first; k < last; k++) {
    const held = k == gene ? resource : k == gene2 ? resource2 : geneOf(k);
    if (held != homeGene(k) && isNew(held, k, first, last)) return true;
  }
  return false;
}

/** True unless the event had the resource in any gene of the kind, or the start says nothing of this kind. */
function isNew(held: i32, gene: i32, first: i32, last: i32): bool {
  const kind = geneField(gene, abi.GENE_IS_ROOM);
  let isSaid = false;
  for (let k = first; k < last; k++) {
    if (geneField(k, abi.GENE_IS_ROOM) != kind || homeGene(k) < 0) continue;
    if (homeGene(k) == held) return false;
    isSaid = true;
  }
  return isSaid;
}

/** Takes note of `change` more events away, unless that are too many: then nothing may be changed. */
function admits(change: i32): bool {
  const away = stateWord(STATE_AWAY) + change;
  if (change > 0 && away >= stateWord(STATE_CAP)) return false;
  setStateWord(STATE_AWAY, away);
  return true;
}

/** Asked right before a relocation is applied. */
export function admitsRelocation(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): bool {
  const before = isAway(event) ? 1 : 0;
  const after = wouldBeAway(event, to, gene, resource, gene2, resource2) ? 1 : 0;
  return admits(after - before);
}

/** Asked right before two events exchange times and the resources of two of their genes. */
export function admitsExchange(event: i32, gene: i32, partner: i32, partnerGene: i32): bool {
  const before = (isAway(event) ? 1 : 0) + (isAway(partner) ? 1 : 0);
  const after = wouldBeAway(event, timeOf(partner), gene, geneOf(partnerGene), -1, -1) ? 1 : 0;
  const partnerAfter = wouldBeAway(partner, timeOf(event), partnerGene, geneOf(gene), -1, -1) ? 1 : 0;
  return admits(after + partnerAfter - before);
}

/** Asked when several events have moved, of whom `before` were away: if it is not admitted, they have to go back. */
export function admitsMoved(before: i32, after: i32): bool {
  return admits(after - before);
}
