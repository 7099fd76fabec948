import type { Problem, Resource } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import { type BoundMeasure, byMember, measuresOf } from '../tabulate.ts';

/** What rules at one level say of the number of events that a set has in a slot. */
export interface EncodedCounts {
  /** Of the list of tables by cell in the image; 0 when there is none. */
  readonly offset: number;
  /** The most that one event can lower the amounts by each slot that it takes or leaves. */
  readonly gainOfSlot: number;
}

type Bound = BoundMeasure<'slotCount'>;

/** Tabulates the rules about how many events of a set are held at once. */
export class SlotCountEncoder {
  readonly #problem: Problem;
  readonly #image: ImageWriter;
  readonly #levels: Readonly<Record<'soft' | 'hard', ReadonlyMap<number, readonly Bound[]>>>;

  constructor(problem: Problem, image: ImageWriter) {
    this.#problem = problem;
    this.#image = image;
    const of = (hard: boolean) => byMember(measuresOf(problem, 'slotCount', hard), (rule) => rule.resources);
    this.#levels = { soft: of(false), hard: of(true) };
  }

  /** All rules about a set at one level. */
  encode({ index, events }: Resource, level: 'soft' | 'hard'): EncodedCounts {
    const measures = this.#levels[level].get(index);
    if (measures === undefined) return { offset: 0, gainOfSlot: 0 };
    const { cellCount, dayCount, slotCount } = this.#problem.axis;
    const offsets = new Int32Array(cellCount + 1);
    let steepest = 0;
    // the weeks do not differ
    for (let cell = 0; cell < dayCount * slotCount; cell++) {
      const [day, slot] = [Math.floor(cell / slotCount), cell % slotCount];
      const amounts = Int32Array.from({ length: events.length + 1 }, (_, count) =>
        measures.reduce((sum, { measure, context, unit }) => sum + unit * measure.amount(count, day, slot, context), 0),
      );
      const offset = this.#image.row(amounts);
      for (let same = cell; same < cellCount; same += dayCount * slotCount) offsets[same] = offset;
      for (let count = 1; count < amounts.length; count++) {
        steepest = Math.max(steepest, Math.abs((amounts[count] ?? 0) - (amounts[count - 1] ?? 0)));
      }
    }
    // as many slots are left as are taken
    return { offset: steepest === 0 ? 0 : this.#image.row(offsets), gainOfSlot: 2 * steepest };
  }
}
