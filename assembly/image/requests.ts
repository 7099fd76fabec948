import * as abi from '../abi/abi';
import { SECTION_PARTNER_LISTS, SECTION_PARTNERS } from '../abi/partners';
import { headerWord, rowAt } from './problem';

/** Read-only view of sectioning: who asks for which course, and the options there are. */
export let requestCount: i32 = 0;
/** Requests with more than one option. */
export let movableCount: i32 = 0;
/** What a student who misses an event costs on each level. */
export let attendanceSoft: i32 = 0;
export let attendanceHard: i32 = 0;

let requests: usize = 0;
let options: usize = 0;
let students: usize = 0;
let limits: usize = 0;
let movable: usize = 0;
let partnerLists: usize = 0;
/** Events, 16 bits each, see SECTION_PARTNERS; 0 when there is a matrix in their place. */
export let partnerIdsAt: usize = 0;

export function openRequests(): void {
  requestCount = headerWord(abi.HEADER_REQUESTS);
  movableCount = headerWord(abi.HEADER_MOVABLE);
  attendanceSoft = headerWord(abi.HEADER_ATTENDANCE_SOFT);
  attendanceHard = headerWord(abi.HEADER_ATTENDANCE_HARD);
  requests = rowAt(headerWord(abi.SECTION_REQUESTS));
  options = rowAt(headerWord(abi.SECTION_OPTIONS));
  students = rowAt(headerWord(abi.SECTION_STUDENTS));
  limits = rowAt(headerWord(abi.SECTION_LIMITS));
  partnerLists = rowAt(headerWord(SECTION_PARTNER_LISTS));
  partnerIdsAt = rowAt(headerWord(SECTION_PARTNERS));
  movable = rowAt(headerWord(abi.SECTION_MOVABLE));
}

export function requestField(request: i32, field: i32): i32 {
  assert(request >= 0 && request < requestCount);
  return load<i32>(requests + <usize>(request * abi.REQUEST_BYTES) + <usize>field);
}

/** Number of an option of a request among all. */
function optionOf(request: i32, option: i32): i32 {
  assert(option >= 0 && option < requestField(request, abi.REQUEST_OPTION_COUNT));
  return requestField(request, abi.REQUEST_FIRST_OPTION) + option;
}

/** First event of an option among the lists; of none when `option` is -1. */
export function firstOptionEvent(request: i32, option: i32): i32 {
  return option < 0 ? 0 : load<i32>(options + ((<usize>optionOf(request, option)) << 3));
}

export function optionEventCount(request: i32, option: i32): i32 {
  return option < 0 ? 0 : load<i32>(options + ((<usize>optionOf(request, option)) << 3), 4);
}

/** First request of a student; that of the next one is the end. */
export function firstRequest(student: i32): i32 {
  return load<i32>(students + ((<usize>student) << 2));
}

/** Place of the first of the event's possible partners among those of all events; that of the next one is the end. */
export function firstPartner(event: i32): i32 {
  return load<i32>(partnerLists + ((<usize>event) << 2));
}

export function limitOf(event: i32): i32 {
  return load<i32>(limits + ((<usize>event) << 2));
}

export function movableRequest(position: i32): i32 {
  return load<i32>(movable + ((<usize>position) << 2));
}
