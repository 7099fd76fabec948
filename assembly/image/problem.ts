import * as abi from '../abi/abi';
import { TERM_ROOM_CHANGES } from '../abi/changes';

/** Read-only view of the problem image: section addresses, set once by `openProblem`, and named accessors. */
export let eventCount: i32 = 0;
export let profileCount: i32 = 0;
export let timeCount: i32 = 0;
export let resourceCount: i32 = 0;
export let dayCount: i32 = 0;
export let slotCount: i32 = 0;
export let weekClassCount: i32 = 0;
export let geneCount: i32 = 0;
export let setCount: i32 = 0;
export let firstRoom: i32 = 0;
export let roomCount: i32 = 0;
export let firstInstructor: i32 = 0;
export let instructorCount: i32 = 0;
export let simpleTimes: bool = false;
export let hardTerms: i32 = 0;
export let softTerms: i32 = 0;
/** Hard rules use no terms besides the clashes, and unavailability, of what is always occupied and of rooms. */
export let onlyClashesAreHard: bool = false;
/** Soft rules use no pairs and nothing that pooled resources have, and there is one week: a plain event's soft cost is in
 * few places. */
export let plainIsSimple: bool = false;
/** Soft terms of which the short ways for plain events know nothing. */
export const notPlainTerms: i32 =
  abi.TERM_PAIRS |
  abi.TERM_POOLED_CELLS |
  abi.TERM_POOLED_SHAPES |
  abi.TERM_INTERVALS |
  abi.TERM_ATTENDANCE |
  TERM_ROOM_CHANGES;
/** Cells are sets of meeting times, see HEADER_LONG_DAYS. */
export let longDays: bool = false;
export let nothingIsStatic: bool = false;
/** Some meeting times are no cells, and days are masks of slots. */
export let hasBlocks: bool = false;
/** Day indices and cells, each with a spare one for "nowhere". */
export let dayStride: i32 = 0;
export let cellStride: i32 = 0;
/** The day index of "nowhere". */
export let spareDay: i32 = 0;
export let nowhere: i32 = 0;
export let nobody: i32 = 0;

let image: usize = 0;
let times: usize = 0;
let timeDays: usize = 0;
let timeAtStart: usize = 0;
let events: usize = 0;
let profiles: usize = 0;
let profileOfAt: usize = 0;
let genes: usize = 0;
let resources: usize = 0;
let lists: usize = 0;
let pairs: usize = 0;
let sets: usize = 0;
let has: usize = 0;
let hasWords: i32 = 0;
let related: usize = 0;
/** True when soft pairs over times are kept as rows of costs. */
export let pairRows: bool = false;
/** Words by event: the most that one partner of its row costs it; 0 when there are no rows. */
export let rowMostAt: usize = 0;
let relatedWidth: i32 = 0;
/** Makes a profile the index of a byte in a row of SECTION_RELATED. */
export let relatedMask: i32 = 0;
let relatedLists: usize = 0;
let screens: usize = 0;

export function headerWord(word: i32): i32 {
  return load<i32>(image + (word << 2));
}

function section(word: i32): usize {
  return image + <usize>headerWord(word);
}

/** False when the bytes at `at` are no image of this layout. */
export function openProblem(at: usize): bool {
  image = at;
  if (headerWord(abi.HEADER_MAGIC) != abi.MAGIC || headerWord(abi.HEADER_VERSION) != abi.LAYOUT_VERSION) return false;
  eventCount = headerWord(abi.HEADER_EVENTS);
  profileCount = headerWord(abi.HEADER_PROFILES);
  timeCount = headerWord(abi.HEADER_TIMES);
  resourceCount = headerWord(abi.HEADER_RESOURCES);
  dayCount = headerWord(abi.HEADER_DAYS);
  slotCount = headerWord(abi.HEADER_SLOTS);
  weekClassCount = headerWord(abi.HEADER_WEEK_CLASSES);
  geneCount = headerWord(abi.HEADER_GENES);
  setCount = headerWord(abi.HEADER_SETS);
  firstRoom = headerWord(abi.HEADER_FIRST_ROOM);
  roomCount = headerWord(abi.HEADER_ROOMS);
  firstInstructor = headerWord(abi.HEADER_FIRST_INSTRUCTOR);
  instructorCount = headerWord(abi.HEADER_INSTRUCTORS);
  simpleTimes = headerWord(abi.HEADER_SIMPLE_TIMES) != 0;
  hardTerms = headerWord(abi.HEADER_HARD_TERMS);
  softTerms = headerWord(abi.HEADER_SOFT_TERMS);
  onlyClashesAreHard = (hardTerms & ~abi.TERM_KEPT_GENES) == 0;
  plainIsSimple = weekClassCount == 1 && (softTerms & notPlainTerms) == 0;
  hasWords = headerWord(abi.HEADER_HAS_WORDS);
  dayStride = dayCount * weekClassCount + 1;
  cellStride = dayCount * weekClassCount * slotCount + 1;
  spareDay = dayStride - 1;
  nowhere = timeCount - 1;
  nobody = resourceCount - 1;
  times = section(abi.SECTION_TIMES);
  timeDays = section(abi.SECTION_TIME_DAYS);
  timeAtStart = section(abi.SECTION_TIME_AT);
  events = section(abi.SECTION_EVENTS);
  profiles = section(abi.SECTION_PROFILES);
  profileOfAt = section(abi.SECTION_PROFILE_OF);
  genes = section(abi.SECTION_GENES);
  resources = section(abi.SECTION_RESOURCES);
  lists = section(abi.SECTION_LISTS);
  pairs = section(abi.SECTION_PAIRS);
  sets = section(abi.SECTION_SETS);
  has = section(abi.SECTION_HAS);
  rowMostAt = rowAt(headerWord(abi.SECTION_ROW_MOST));
  pairRows = rowMostAt != 0;
  related = section(abi.SECTION_RELATED);
  relatedWidth = headerWord(abi.HEADER_RELATED_WIDTH);
  relatedMask = headerWord(abi.HEADER_RELATED_MASK);
  relatedLists = rowAt(headerWord(abi.SECTION_RELATED_LISTS));
  screens = section(abi.SECTION_SCREEN);
  longDays = (headerWord(abi.HEADER_LONG_DAYS) & abi.LONG_DAYS) != 0;
  nothingIsStatic = (headerWord(abi.HEADER_LONG_DAYS) & abi.NOTHING_STATIC) != 0;
  hasBlocks = !simpleTimes && !longDays;
  return true;
}

export function imageBytes(): i32 {
  return headerWord(abi.HEADER_BYTES);
}

/** An address inside the image from an offset found in a record; 0 stays 0. */
export function rowAt(offset: i32): usize {
  return offset == 0 ? 0 : image + <usize>offset;
}

/** Entry of a row of 32-bit amounts; 0 when there is no row. */
export function rowValue(offset: i32, index: i32): i32 {
  return offset == 0 ? 0 : load<i32>(image + <usize>offset + ((<usize>index) << 2));
}

export function listItem(position: i32): i32 {
  return load<i32>(lists + ((<usize>position) << 2));
}

/** Address of an entry of the lists. */
export function listAt(position: i32): usize {
  return lists + ((<usize>position) << 2);
}

export function timeField(time: i32, field: i32): i32 {
  assert(time >= 0 && time < timeCount);
  return load<i32>(times + <usize>(time * abi.TIME_BYTES) + <usize>field);
}

/** Address of a meeting time's record, for code that reads several fields. */
export function timeRecordAt(time: i32): usize {
  assert(time >= 0 && time < timeCount);
  return times + <usize>(time * abi.TIME_BYTES);
}

/** Day index of the `entry`-th day of a meeting time. */
export function timeDay(time: i32, entry: i32): i32 {
  return load<i32>(timeDays + ((<usize>(timeField(time, abi.TIME_FIRST_DAY_ENTRY) + entry)) << 2));
}

/** The meeting time of a shape class that starts in a cell, or -1. */
export function timeStartingAt(shapeClass: i32, cell: i32): i32 {
  return load<i32>(timeAtStart + ((<usize>(shapeClass * cellStride + cell)) << 2));
}

export function eventField(event: i32, field: i32): i32 {
  assert(event >= 0 && event < eventCount);
  return load<i32>(events + <usize>(event * abi.EVENT_BYTES) + <usize>field);
}

/** Address of a profile's record, for code that reads several fields; the spare profile has one, too. */
export function profileAt(profile: i32): usize {
  assert(profile >= 0 && profile <= profileCount);
  return profiles + <usize>(profile * abi.PROFILE_BYTES);
}

export function profileOf(event: i32): i32 {
  assert(event >= 0 && event < eventCount);
  return <i32>load<u16>(profileOfAt + ((<usize>event) << 1), 2);
}

/** Entry of a list that a record points to by its byte offset. */
export function itemAt(offset: i32, index: i32): i32 {
  return load<i32>(image + <usize>offset + ((<usize>index) << 2));
}

export function profileField(profile: i32, field: i32): i32 {
  assert(profile >= 0 && profile < profileCount);
  return load<i32>(profiles + <usize>(profile * abi.PROFILE_BYTES) + <usize>field);
}

export function geneField(gene: i32, field: i32): i32 {
  assert(gene >= 0 && gene < geneCount);
  return load<i32>(genes + <usize>(gene * abi.GENE_BYTES) + <usize>field);
}

export function resourceField(resource: i32, field: i32): i32 {
  assert(resource >= 0 && resource < resourceCount);
  return load<i32>(resources + <usize>(resource * abi.RESOURCE_BYTES) + <usize>field);
}

export function pairField(pair: i32, field: i32): i32 {
  return load<i32>(pairs + <usize>(pair * abi.PAIR_BYTES) + <usize>field);
}

export function setField(set: i32, field: i32): i32 {
  return load<i32>(sets + <usize>(set * abi.SET_BYTES) + <usize>field);
}

/** Address of the record that the screening of a profile's proposals looks at. */
export function screenRecordAt(profile: i32): usize {
  assert(profile >= 0 && profile <= profileCount);
  return screens + <usize>(profile * abi.SCREEN_BYTES);
}

/** True when every event of the profile occupies the resource whatever is chosen. */
export function profileHas(profile: i32, resource: i32): bool {
  if (hasWords == 0) return listHas(profile, resource);
  const word = load<u32>(has + ((<usize>(profile * hasWords + (resource >> 5))) << 2));
  return ((word >> (resource & 31)) & 1) != 0;
}

/** The same for large problems, which have no matrix: the list is short and ascending. */
function listHas(profile: i32, resource: i32): bool {
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  const at = lowerBound(lists, first, last, resource);
  return at < last && listItem(at) == resource;
}

/** Position of the first of the ascending words [first, last) at `base` that is not below `value`. */
function lowerBound(base: usize, first: i32, last: i32, value: i32): i32 {
  let low = first;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<i32>(base + ((<usize>middle) << 2)) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when the rows of SECTION_RELATED are exact, and all of them are about clashing resources. */
export function relatedByClashes(): bool {
  if (relatedLists != 0) return false;
  const end = related + <usize>(profileCount * relatedWidth);
  for (let at = related; at < end; at++) if (<i32>load<u8>(at) == abi.RELATED_OTHERWISE) return false;
  return true;
}

/** See SECTION_RELATED. */
export function profilesRelated(first: i32, second: i32): i32 {
  const entry = <i32>load<u8>(related + <usize>(first * relatedWidth + (second & relatedMask)));
  return entry == 0 || relatedLists == 0 ? entry : listedRelation(first, second);
}

function listedRelation(first: i32, second: i32): i32 {
  const end = load<i32>(relatedLists + ((<usize>(first + 1)) << 2));
  const at = lowerBound(relatedLists, load<i32>(relatedLists + ((<usize>first) << 2)), end, second << 8);
  const found = at < end ? load<i32>(relatedLists + ((<usize>at) << 2)) : -1;
  return found >> 8 == second ? found & 255 : 0;
}

export function timeAllowed(profile: i32, time: i32): bool {
  return load<u8>(image + <usize>profileField(profile, abi.PROFILE_TIME_ALLOWED) + <usize>time) != 0;
}

export function resourceAllowed(gene: i32, resource: i32): bool {
  const position = resource - geneField(gene, abi.GENE_BASE);
  if (<u32>position >= <u32>geneField(gene, abi.GENE_WIDTH)) return false;
  return load<u8>(image + <usize>geneField(gene, abi.GENE_ALLOWED) + <usize>position) != 0;
}
