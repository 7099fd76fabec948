import { SECTION_PARTNER_LISTS, SECTION_PARTNERS } from '../../../assembly/abi/partners.ts';
import type { Sectioning } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';

/**
 * With which events each may come to have sectioned students in common: those of the courses that somebody asks for
 * beside a course of its own. Where each list starts is written always, see SECTION_PARTNER_LISTS; the lists themselves
 * when a matrix of the events would have more than `largestMatrix` bytes.
 */
export function writePartners(
  image: ImageWriter,
  sectioning: Sectioning,
  eventCount: number,
  largestMatrix: number,
): void {
  const lists = partnerLists(sectioning, eventCount);
  const firstOf = new Int32Array(eventCount + 1);
  for (let event = 0; event < eventCount; event++) {
    firstOf[event + 1] = (firstOf[event] ?? 0) + (lists[event]?.length ?? 0);
  }
  image.setWord(SECTION_PARTNER_LISTS, image.words(firstOf));
  if (eventCount * eventCount * 2 <= largestMatrix) return;
  const partners = new Uint16Array(firstOf[eventCount] ?? 0);
  for (let event = 0; event < eventCount; event++) partners.set(lists[event] ?? [], firstOf[event]);
  image.setWord(SECTION_PARTNERS, image.bytes(new Uint8Array(partners.buffer)));
}

/** By event, ascending. An event is among its own partners: a student may meet it in two courses. */
function partnerLists({ requests, optionsOf }: Sectioning, eventCount: number): Uint16Array[] {
  const eventsOf = optionsOf.map((options) => [...new Set(options.flat())]);
  const coursesOf = Array.from({ length: eventCount }, (): number[] => []);
  for (const [course, events] of eventsOf.entries()) for (const event of events) coursesOf[event]?.push(course);
  const besides = coursesBeside(requests, optionsOf.length);
  const seenFor = new Int32Array(eventCount).fill(-1);
  const found = new Uint16Array(eventCount);
  return coursesOf.map((courses, event) => {
    let count = 0;
    for (const course of courses) {
      for (const other of besides[course] ?? []) {
        for (const partner of eventsOf[other] ?? []) {
          if (seenFor[partner] === event) continue;
          seenFor[partner] = event;
          found[count++] = partner;
        }
      }
    }
    return found.slice(0, count).sort();
  });
}

/** By course, those that some student asks for as well, itself included. */
function coursesBeside(requests: Sectioning['requests'], courseCount: number): ReadonlySet<number>[] {
  const besides = Array.from({ length: courseCount }, (_, course) => new Set([course]));
  let first = 0;
  while (first < requests.length) {
    let end = first;
    while (end < requests.length && requests[end]?.student === requests[first]?.student) end++;
    for (let one = first; one < end; one++) {
      for (let two = first; two < end; two++) besides[requests[one]?.course ?? 0]?.add(requests[two]?.course ?? 0);
    }
    first = end;
  }
  return besides;
}
