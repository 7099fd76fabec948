import * as abi from '../abi/abi';
import { isOutOfMemory, reserve } from '../image/derived-memory';
import { eventCount, eventField, hardTerms, itemAt, longDays, nowhere, pairField } from '../image/problem';
import { tieCount, tiedTo } from './ties';

/**
 * Bonds: events that hard rules on pairs keep at times of one kind, whichever it is: in the same slot of whatever day, or on
 * the same day. Such a rule sorts all times into kinds. Derived when an image is opened, outside the mutable region.
 */

/** Rules of that form that are looked for; all further ones are kept pair by pair only. */
const MOST_TABLES: i32 = 16;
/** By rule: offset of its table, and address of the kinds of all times, 0 where it does not sort them. */
const tablesAt: usize = memory.data(16 * 8, 16);
let tables: i32 = 0;
let lastTable: i32 = 0;

let bonds: i32 = 0;
/** By event: its bond, or -1. While bonds are being found: by event the next one on the way to the first of its bond. */
let bondOfAt: usize = 0;
let tableOfAt: usize = 0;
/** By bond: first member and the end, and where the kinds of times are. */
let firstAt: usize = 0;
let membersAt: usize = 0;
let kindsAt: usize = 0;

export function bondCount(): i32 {
  return bonds;
}

export function bondOf(event: i32): i32 {
  return bonds == 0 ? -1 : load<i32>(bondOfAt + ((<usize>event) << 2));
}

/** Position of the first member of a bond; that of the next bond is behind its last one. */
export function firstOfBond(bond: i32): i32 {
  return load<i32>(firstAt + ((<usize>bond) << 2));
}

export function memberOfBond(position: i32): i32 {
  return load<i32>(membersAt + ((<usize>position) << 2));
}

/** The kind of a time for the members of the bond: they all have to be at times of one. */
export function kindOf(bond: i32, time: i32): i32 {
  const kinds = <usize>load<u32>(kindsAt + ((<usize>bond) << 2));
  return <i32>load<u16>(kinds + ((<usize>time) << 1));
}

/** False when there is no memory for them. */
export function openBonds(): bool {
  bonds = 0;
  if ((hardTerms & abi.TERM_PAIRS) == 0 || longDays || !hasSortingTable()) return !isOutOfMemory();
  const bytes = eventCount << 2;
  bondOfAt = reserve(bytes);
  tableOfAt = reserve(bytes);
  membersAt = reserve(bytes);
  if (isOutOfMemory()) return false;
  for (let event = 0; event < eventCount; event++) {
    store<i32>(bondOfAt + ((<usize>event) << 2), event);
    store<i32>(tableOfAt + ((<usize>event) << 2), -1);
  }
  for (let event = 0; event < eventCount; event++) unite(event);
  return number();
}

/** Relations of hard pairs over times that two events have. */
const OVER_TIMES: i32 = abi.PAIR_HARD | abi.PAIR_OVER_ROOMS | abi.PAIR_TRAVEL;

function hasSortingTable(): bool {
  tables = 0;
  let found = false;
  for (let event = 0; event < eventCount; event++) {
    const first = eventField(event, abi.EVENT_FIRST_PAIR);
    const last = first + eventField(event, abi.EVENT_PAIR_COUNT);
    for (let pair = first; pair < last; pair++) {
      if ((pairField(pair, abi.PAIR_FLAGS) & OVER_TIMES) == abi.PAIR_HARD && kindsOfPair(pair) != 0) found = true;
    }
  }
  return found;
}

/** Where the kinds of times are that the pair's rule keeps apart; 0 when it is of another form. */
function kindsOfPair(pair: i32): usize {
  const table = pairField(pair, abi.PAIR_TABLE);
  if (lastTable >= tables || load<i32>(tablesAt + ((<usize>lastTable) << 3)) != table) {
    for (lastTable = 0; lastTable < tables; lastTable++) {
      if (load<i32>(tablesAt + ((<usize>lastTable) << 3)) == table) break;
    }
    if (lastTable == MOST_TABLES) return 0;
    if (lastTable == tables) {
      store<i32>(tablesAt + ((<usize>tables) << 3), table);
      store<u32>(tablesAt + ((<usize>tables) << 3), <u32>sorted(table), 4);
      tables++;
    }
  }
  return <usize>load<u32>(tablesAt + ((<usize>lastTable) << 3), 4);
}

/** The kinds of all times; 0 unless the table breaks nothing exactly where two times are of one kind, of which there are several. */
function sorted(table: i32): usize {
  for (let time = 0; time < nowhere; time++) if (itemAt(table, time * (nowhere + 1) + time) != 0) return 0;
  const kinds = reserve((nowhere + 1) << 1);
  if (isOutOfMemory()) return 0;
  let count = 0;
  for (let time = 0; time < nowhere; time++) {
    let first = 0;
    while (itemAt(table, time * (nowhere + 1) + first) != 0) first++;
    const kind = first == time ? count++ : <i32>load<u16>(kinds + ((<usize>first) << 1));
    store<u16>(kinds + ((<usize>time) << 1), <u16>kind);
  }
  if (count == 1) return 0;
  for (let time = 0; time < nowhere; time++) {
    const kind = load<u16>(kinds + ((<usize>time) << 1));
    for (let other = 0; other < nowhere; other++) {
      const isSame = load<u16>(kinds + ((<usize>other) << 1)) == kind;
      if (isSame != (itemAt(table, time * (nowhere + 1) + other) == 0)) return 0;
    }
  }
  return kinds;
}

/** Puts the event into one bond with all to whom such a rule binds it, unless one of them is bound by another rule. */
function unite(event: i32): void {
  const first = eventField(event, abi.EVENT_FIRST_PAIR);
  const last = first + eventField(event, abi.EVENT_PAIR_COUNT);
  for (let pair = first; pair < last; pair++) {
    if ((pairField(pair, abi.PAIR_FLAGS) & OVER_TIMES) != abi.PAIR_HARD || kindsOfPair(pair) == 0) continue;
    const other = pairField(pair, abi.PAIR_OTHER);
    if (isTiedTo(event, other) || !canBind(event) || !canBind(other)) continue;
    store<i32>(tableOfAt + ((<usize>event) << 2), lastTable);
    store<i32>(tableOfAt + ((<usize>other) << 2), lastTable);
    store<i32>(bondOfAt + ((<usize>firstOf(other)) << 2), firstOf(event));
  }
}

function canBind(event: i32): bool {
  const table = load<i32>(tableOfAt + ((<usize>event) << 2));
  return table < 0 || table == lastTable;
}

function isTiedTo(event: i32, other: i32): bool {
  const ties = tieCount(event);
  for (let tie = 0; tie < ties; tie++) if (tiedTo(event, tie) == other) return true;
  return false;
}

function firstOf(event: i32): i32 {
  let at = event;
  let next = load<i32>(bondOfAt + ((<usize>at) << 2));
  while (next != at) {
    const further = load<i32>(bondOfAt + ((<usize>next) << 2));
    store<i32>(bondOfAt + ((<usize>at) << 2), further);
    at = next;
    next = load<i32>(bondOfAt + ((<usize>at) << 2));
  }
  return at;
}

/** Numbers the bonds of several events and lists their members. */
function number(): bool {
  // every event finds its first one while these still say who it is
  for (let event = 0; event < eventCount; event++) {
    const first = firstOf(event);
    store<i32>(bondOfAt + ((<usize>event) << 2), first);
    if (first == event && load<i32>(tableOfAt + ((<usize>event) << 2)) >= 0) bonds++;
  }
  firstAt = reserve((bonds + 1) << 2);
  kindsAt = reserve(bonds << 2);
  if (isOutOfMemory()) return false;
  let bond = 0;
  let members = 0;
  for (let event = 0; event < eventCount; event++) {
    const table = load<i32>(tableOfAt + ((<usize>event) << 2));
    if (table < 0 || load<i32>(bondOfAt + ((<usize>event) << 2)) != event) continue;
    store<i32>(firstAt + ((<usize>bond) << 2), members);
    store<u32>(kindsAt + ((<usize>bond) << 2), load<u32>(tablesAt + ((<usize>table) << 3), 4));
    for (let other = 0; other < eventCount; other++) {
      if (load<i32>(bondOfAt + ((<usize>other) << 2)) != event) continue;
      store<i32>(membersAt + ((<usize>members) << 2), other);
      members++;
    }
    bond++;
  }
  store<i32>(firstAt + ((<usize>bond) << 2), members);
  memory.fill(bondOfAt, 0xff, eventCount << 2);
  for (let k = 0; k < bonds; k++) {
    for (let position = firstOfBond(k); position < firstOfBond(k + 1); position++) {
      store<i32>(bondOfAt + ((<usize>memberOfBond(position)) << 2), k);
    }
  }
  return true;
}
