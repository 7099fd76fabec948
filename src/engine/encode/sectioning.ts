import * as abi from '../../../assembly/abi/abi.ts';
import { enoughToMiss } from '../../domain/constraints/travel.ts';
import type { Problem, Sectioning } from '../../domain/problem.ts';
import { firstSectioning } from '../first-sectioning.ts';
import type { ImageWriter } from '../image.ts';
import { measuresOf } from '../tabulate.ts';
import type { TermsInUse } from './encoding.ts';
import type { IndexLists } from './lists.ts';
import { writePartners } from './partners.ts';
import { enoughTable } from './travel.ts';

/** Requests of students, their options and what it costs to miss an event; the bits of the levels in use. */
export function encodeSectioning(
  problem: Problem,
  image: ImageWriter,
  lists: IndexLists,
  largestMatrix: number,
): TermsInUse {
  const { sectioning } = problem;
  if (sectioning === null) return { hard: 0, soft: 0 };
  const units = (hard: boolean) => measuresOf(problem, 'attendance', hard).reduce((sum, { unit }) => sum + unit, 0);
  image.setWord(abi.HEADER_ATTENDANCE_SOFT, units(false));
  image.setWord(abi.HEADER_ATTENDANCE_HARD, units(true));
  image.setWord(abi.SECTION_ENOUGH, image.flags(enoughTable(problem, enoughToMiss)));
  image.setWord(abi.HEADER_REQUESTS, sectioning.requests.length);
  image.setWord(abi.SECTION_STUDENTS, image.words(sectioning.firstRequestOf));
  writePartners(image, sectioning, problem.events.length, largestMatrix);
  image.setWord(abi.SECTION_LIMITS, image.words(sectioning.limitOf));
  const options: number[] = [];
  const firstOptionOf = sectioning.optionsOf.map((list) => {
    const first = options.length / 2;
    for (const events of list) {
      const place = lists.place(events);
      options.push(place.first, place.count);
    }
    return first;
  });
  image.setWord(abi.SECTION_OPTIONS, image.words(options));
  writeRequests(problem, sectioning, image, lists, firstOptionOf);
  return {
    hard: units(true) > 0 ? abi.TERM_ATTENDANCE : 0,
    soft: units(false) > 0 ? abi.TERM_ATTENDANCE : 0,
  };
}

function writeRequests(
  problem: Problem,
  { requests, optionsOf }: Sectioning,
  image: ImageWriter,
  lists: IndexLists,
  firstOptionOf: readonly number[],
): void {
  const requestsOf: number[][] = problem.courses.map(() => []);
  for (const [request, { course }] of requests.entries()) requestsOf[course]?.push(request);
  const peersOf = requestsOf.map((list) => lists.place(list));
  const first = firstSectioning(problem);
  const at = image.reserve(requests.length * abi.REQUEST_BYTES);
  const movable: number[] = [];
  requests.forEach(({ student, course }, request) => {
    const record = at + request * abi.REQUEST_BYTES;
    const optionCount = optionsOf[course]?.length ?? 0;
    if (optionCount > 1) movable.push(request);
    image.setAt(record + abi.REQUEST_STUDENT, student);
    image.setAt(record + abi.REQUEST_FIRST_OPTION, firstOptionOf[course] ?? 0);
    image.setAt(record + abi.REQUEST_OPTION_COUNT, optionCount);
    image.setAt(record + abi.REQUEST_FIRST_PEER, peersOf[course]?.first ?? 0);
    image.setAt(record + abi.REQUEST_PEER_COUNT, peersOf[course]?.count ?? 0);
    image.setAt(record + abi.REQUEST_INITIAL, first[request] ?? -1);
  });
  image.setWord(abi.SECTION_REQUESTS, at);
  image.setWord(abi.HEADER_MOVABLE, movable.length);
  image.setWord(abi.SECTION_MOVABLE, image.words(movable));
}
