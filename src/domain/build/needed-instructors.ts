import type { EventData } from '../problem-data.ts';
import { largestNumber, type Remarks } from './remarks.ts';

/** How many instructors of its pool an event needs: all where it does not say, none where nobody is qualified. */
export function neededInstructors(data: EventData, poolSize: number, place: string, remarks: Remarks): number {
  if (data.instructorCount === undefined) return poolSize;
  const count = remarks.whole(
    data.instructorCount,
    0,
    largestNumber,
    'The number of instructors',
    `${place}.instructorCount`,
  );
  if (count === null) return 0;
  if (poolSize === 0) {
    if (count > 0) {
      remarks.warning('emptyPool', 'The event "{id}" needs instructors but nobody is qualified for it.', {
        values: { id: data.id },
        value: count,
        place: `${place}.instructors`,
        advice: 'It will be planned without an instructor.',
      });
    }
    return 0;
  }
  if (count <= poolSize) return count;
  remarks.error('instructorCount', 'The event "{id}" needs more instructors than its pool has.', {
    values: { id: data.id, n: poolSize },
    value: count,
    place: `${place}.instructorCount`,
    advice: 'The pool has {n}.',
  });
  return poolSize;
}
