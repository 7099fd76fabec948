import * as abi from '../abi/abi';
import { dayCount, rowAt, rowValue, slotCount, weekClassCount } from '../image/problem';
import { countOf, maskOf } from '../state';
import { meetsOn } from '../terms/day-shape';
import {
  dayTableAt,
  excessOf,
  LIMITED_BYTES,
  LIMITED_LIMIT,
  LIMITED_MEASURE,
  LIMITED_OWN,
  LIMITED_TOGETHER,
  limitedOf,
  needOf,
} from './tables';

/**
 * The part of a debt that comes from hard limits of a total over the week, such as gaps or late starts. The least total
 * that additions can reach says what stays broken; each unit above what is allowed needs a slot at least. Limits of other
 * forms are left to the end of a repair.
 */
let need: i32 = 0;
let beyondDays: i32 = 0;
let excess: i32 = 0;
/** By day of the week: the busy slots, what the measure counts, and slots that it would ask for in addition if its limit were 0. */
const masksAt: usize = memory.data(abi.MOST_DAYS * 4, 16);
const valuesAt: usize = memory.data(abi.MOST_DAYS * 4, 16);
const moreAt: usize = memory.data(abi.MOST_DAYS * 4, 16);

export function measureNeed(): i32 {
  return need;
}

/** Slots that one of the measures asks for in addition to what the days need one by one. */
export function needBeyondDays(): i32 {
  return beyondDays;
}

export function measureExcess(): i32 {
  return excess;
}

/** Sums up for the resource, as if the days of `time` got the slots `added` and lost those of `freed` that one event holds. */
export function sumUpMeasures(resource: i32, time: i32, added: i32, freed: i32): void {
  need = 0;
  beyondDays = 0;
  excess = 0;
  const list = limitedOf(resource);
  if (list == 0) return;
  const end = list + 16 + <usize>(load<i32>(list) * LIMITED_BYTES);
  for (let limited = list + 16; limited < end; limited += LIMITED_BYTES) {
    let beyond = 0;
    for (let weekClass = 0; weekClass < weekClassCount; weekClass++) {
      beyond += addTotal(limited, resource, weekClass * dayCount, time, added, freed);
    }
    beyondDays = max<i32>(beyondDays, beyond);
  }
}

/** Returns the slots that the limit asks for in addition to what the days need one by one. */
function addTotal(limited: usize, resource: i32, firstDay: i32, time: i32, added: i32, freed: i32): i32 {
  const measure = <usize>load<u32>(limited, LIMITED_MEASURE);
  const tables = rowAt(load<i32>(measure, abi.MEASURE_VALUES));
  let total = 0;
  for (let day = 0; day < dayCount; day++) {
    let mask = maskOf(resource, firstDay + day);
    if ((added | freed) != 0 && meetsOn(time, firstDay + day)) {
      mask = (mask | added) & ~(freed == 0 ? 0 : onlyThere(resource, firstDay + day, freed));
    }
    const at = (<usize>day) << 2;
    const value = rowValue(load<i32>(tables + at), mask);
    store<i32>(masksAt + at, mask);
    store<i32>(valuesAt + at, value);
    total += value;
  }
  const amount = rowValue(load<i32>(measure, abi.MEASURE_AMOUNTS), total);
  return amount == 0 ? 0 : weigh(limited, resource, firstDay, total, amount);
}

/** The same for the masks and values above, which are more than the limit allows. */
function weigh(limited: usize, resource: i32, firstDay: i32, total: i32, amount: i32): i32 {
  const amounts = load<i32>(<usize>load<u32>(limited, LIMITED_MEASURE), abi.MEASURE_AMOUNTS);
  const own = <usize>load<u32>(limited, LIMITED_OWN);
  const together = <usize>load<u32>(limited, LIMITED_TOGETHER);
  let least = 0;
  let further = 0;
  for (let day = 0; day < dayCount; day++) {
    const at = (<usize>day) << 2;
    const mask = load<i32>(masksAt + at);
    const derived = <usize>load<u32>(own + at);
    least += derived == 0 ? load<i32>(valuesAt + at) : excessOf(derived, mask);
    if (together == 0) continue;
    const alone = dayTableAt(resource, firstDay + day);
    const more = needOf(<usize>load<u32>(together + at), mask) - (alone == 0 ? 0 : needOf(alone, mask));
    store<i32>(moreAt + at, max<i32>(0, more));
    further += max<i32>(0, more);
  }
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
  return further == 0 ? 0 : further - spared(load<i32>(limited, LIMITED_LIMIT));
}

/** Slots that need not be added since the limit leaves so many units as they are: where a unit costs most. */
function spared(limit: i32): i32 {
  let left = limit;
  let slots = 0;
  while (left > 0) {
    let best: usize = 0;
    let bestMore = 0;
    let bestUnits = 1;
    for (let day = 0; day < dayCount; day++) {
      const at = (<usize>day) << 2;
      const more = load<i32>(moreAt + at);
      const units = max<i32>(1, load<i32>(valuesAt + at));
      if (more * bestUnits <= bestMore * units) continue;
      best = at;
      bestMore = more;
      bestUnits = units;
    }
    if (bestMore == 0) return slots;
    slots += bestUnits <= left ? bestMore : (bestMore * left + bestUnits - 1) / bestUnits;
    left -= bestUnits;
    store<i32>(moreAt + best, 0);
  }
  return slots;
}

/** Those of the slots that one event keeps busy. */
export function onlyThere(resource: i32, day: i32, slots: i32): i32 {
  let alone = 0;
  for (let slot = 0; slot < slotCount; slot++) {
    if (((slots >> slot) & 1) != 0 && countOf(resource, day * slotCount + slot) == 1) alone |= 1 << slot;
  }
  return alone;
}
