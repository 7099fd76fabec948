import { firstRoom, nobody, nowhere, rowValue, setField } from '../image/problem';
import { distinctOf, setDistinctOf, setUsesAt } from '../state';

/**
 * Set shape: a table over the number of distinct rooms that the events of a class use. The rooms of one event differ
 * from each other, so their steps add up: sum `distinctStep` over its genes, then look up once with `setShapeChange`.
 */
export function distinctStep(set: i32, held: i32, taken: i32, from: i32, to: i32): i32 {
  const leaves = from != nowhere && held != nobody;
  const enters = to != nowhere && taken != nobody;
  if (leaves && enters && held == taken) return 0;
  let step = 0;
  if (leaves && uses(set, held) == 1) step--;
  if (enters && uses(set, taken) == 0) step++;
  return step;
}

function uses(set: i32, room: i32): i32 {
  return <i32>load<u16>(setUsesAt(set, room - firstRoom));
}

/** Distinct rooms after one use more (`step` 1) or less (-1) of a room. */
export function distinctAfter(set: i32, room: i32, step: i32): i32 {
  const count = uses(set, room);
  if (step > 0) return count == 0 ? distinctOf(set) + 1 : distinctOf(set);
  return count == 1 ? distinctOf(set) - 1 : distinctOf(set);
}

export function applySetUse(set: i32, room: i32, step: i32): void {
  setDistinctOf(set, distinctAfter(set, room, step));
  const at = setUsesAt(set, room - firstRoom);
  store<u16>(at, <u16>(<i32>load<u16>(at) + step));
}

/** Change of the table of one level (`field`) when the number of distinct rooms changes. */
export function setShapeChange(set: i32, field: i32, before: i32, after: i32): i32 {
  const table = setField(set, field);
  return table == 0 ? 0 : rowValue(table, after) - rowValue(table, before);
}
