import * as abi from '../abi/abi';
import {
  eventField,
  firstInstructor,
  geneField,
  instructorCount,
  listItem,
  nobody,
  nowhere,
  profileField,
  profileOf,
  rowAt,
} from '../image/problem';
import { geneOf, occupies, timeOf } from '../state';

/**
 * Instructor pairs: a table over the number of instructors that two events have in common, fixed ones and chosen ones,
 * while both have a time and an instructor. A swap exchanges times and rooms of events that have a time, so it changes
 * nothing here.
 */
export function peekInstructorPairs(
  event: i32,
  to: i32,
  gene: i32,
  resource: i32,
  gene2: i32,
  resource2: i32,
  hard: bool,
): i32 {
  const list = rowAt(eventField(event, abi.EVENT_INSTRUCTOR_PAIRS));
  if (list == 0) return 0;
  const from = timeOf(event);
  const changes = isChosen(gene) || isChosen(gene2);
  if (!changes && from != nowhere && to != nowhere) return 0;
  const end = list + 4 + <usize>(load<i32>(list) * abi.INSTRUCTOR_PAIR_BYTES);
  let change = 0;
  for (let pair = list + 4; pair < end; pair += abi.INSTRUCTOR_PAIR_BYTES) {
    if ((load<i32>(pair, abi.INSTRUCTOR_PAIR_HARD) != 0) != hard) continue;
    const other = load<i32>(pair, abi.INSTRUCTOR_PAIR_OTHER);
    if (timeOf(other) == nowhere || !hasInstructor(other)) continue;
    const table = rowAt(load<i32>(pair, abi.INSTRUCTOR_PAIR_TABLE));
    let step = 0;
    if (to != nowhere) step += amountWith(event, gene, resource, gene2, resource2, other, table);
    if (from != nowhere) step -= amountWith(event, -1, 0, -1, 0, other, table);
    change += step * load<i32>(pair, abi.INSTRUCTOR_PAIR_WEIGHT);
  }
  return change;
}

/** True for a gene that is an instructor: only these can change what two events have in common. */
function isChosen(gene: i32): bool {
  return gene >= 0 && geneField(gene, abi.GENE_IS_ROOM) == 0;
}

/** Amount of the pair when up to two genes of the event have changed; 0 when it has no instructor then. */
function amountWith(event: i32, gene: i32, resource: i32, gene2: i32, resource2: i32, other: i32, table: usize): i32 {
  let held = 0;
  let common = 0;
  const profile = profileOf(event);
  const firstStatic = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const lastStatic = firstStatic + profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = firstStatic; k < lastStatic; k++) {
    const instructor = listItem(k);
    if (!isInstructor(instructor)) continue;
    held++;
    if (occupies(other, instructor)) common++;
  }
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let k = first; k < last; k++) {
    if (geneField(k, abi.GENE_IS_ROOM) != 0) continue;
    const instructor = k == gene ? resource : k == gene2 ? resource2 : geneOf(k);
    if (instructor == nobody) continue;
    held++;
    if (occupies(other, instructor)) common++;
  }
  return held == 0 ? 0 : load<i32>(table + ((<usize>common) << 2));
}

function hasInstructor(event: i32): bool {
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let k = first; k < last; k++) {
    if (geneField(k, abi.GENE_IS_ROOM) == 0 && geneOf(k) != nobody) return true;
  }
  const profile = profileOf(event);
  const firstStatic = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const lastStatic = firstStatic + profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = firstStatic; k < lastStatic; k++) if (isInstructor(listItem(k))) return true;
  return false;
}

function isInstructor(resource: i32): bool {
  return <u32>(resource - firstInstructor) < <u32>instructorCount;
}
