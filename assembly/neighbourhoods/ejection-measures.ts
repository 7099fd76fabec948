import * as abi from '../abi';
import { dayCount, resourceField, rowAt, rowValue, slotCount, weekClassCount } from '../problem';
import { countOf, maskOf } from '../state';
import { meetsOn } from '../terms/day-shape';
import { derivedFrom, excessOf } from './ejection-tables';

/**
 * The part of a debt that comes from hard limits of a total over the week, such as gaps or late starts. The least total
 * that additions can reach says what stays broken; each unit above what is allowed needs a slot at least. Limits of other
 * forms are left to the end of a repair.
 */
let need: i32 = 0;
let excess: i32 = 0;

export function measureNeed(): i32 {
  return need;
}

export function measureExcess(): i32 {
  return excess;
}

/** Sums up for the resource, as if the days of `time` got the slots `added` and lost those of `freed` that one event holds. */
export function sumUpMeasures(resource: i32, time: i32, added: i32, freed: i32): void {
  need = 0;
  excess = 0;
  const list = resourceField(resource, abi.RESOURCE_HARD_MEASURES);
  if (list == 0) return;
  const first = rowAt(list) + 4;
  const end = first + <usize>(load<i32>(rowAt(list)) * abi.MEASURE_BYTES);
  for (let measure = first; measure < end; measure += abi.MEASURE_BYTES) {
    if (load<i32>(measure, abi.MEASURE_FORM) != abi.MEASURE_TOTAL) continue;
    for (let weekClass = 0; weekClass < weekClassCount; weekClass++) {
      addTotal(measure, resource, weekClass * dayCount, time, added, freed);
    }
  }
}

function addTotal(measure: usize, resource: i32, firstDay: i32, time: i32, added: i32, freed: i32): void {
  const tables = rowAt(load<i32>(measure, abi.MEASURE_VALUES));
  const amounts = load<i32>(measure, abi.MEASURE_AMOUNTS);
  let total = 0;
  let least = 0;
  for (let day = 0; day < dayCount; day++) {
    let mask = maskOf(resource, firstDay + day);
    if ((added | freed) != 0 && meetsOn(time, firstDay + day)) {
      mask = (mask | added) & ~(freed == 0 ? 0 : onlyThere(resource, firstDay + day, freed));
    }
    const table = load<i32>(tables + ((<usize>day) << 2));
    const value = rowValue(table, mask);
    const derived = derivedFrom(table);
    total += value;
    least += derived == 0 ? value : excessOf(derived, mask);
  }
  const amount = rowValue(amounts, total);
  if (amount == 0) return;
  const lowest = rowValue(amounts, least);
  if (lowest < amount) {
    let allowed = total;
    while (rowValue(amounts, allowed) != lowest) allowed--;
    need += total - allowed;
    excess += lowest;
  } else if (total == 0 || rowValue(amounts, total - 1) > amount) {
    // too little so far: each unit is a slot that is missing
    need += amount;
  } else excess += amount;
}

/** Those of the slots that one event keeps busy. */
export function onlyThere(resource: i32, day: i32, slots: i32): i32 {
  let alone = 0;
  for (let slot = 0; slot < slotCount; slot++) {
    if (((slots >> slot) & 1) != 0 && countOf(resource, day * slotCount + slot) == 1) alone |= 1 << slot;
  }
  return alone;
}
