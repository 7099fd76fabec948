import { largestPenalty, mostCells } from '../../domain/domain-facts.ts';
import type { DomainItem, Event, Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import { type BoundMeasure, byEvent, measuresOf, spread } from '../tabulate.ts';
import { type EncodedResources, measureGain } from './resources.ts';

/** One resource to be chosen for an event: a needed room, or an instructor from a pool. */
export interface EncodedGene {
  readonly isRoom: boolean;
  /** Resource indices. */
  readonly pool: readonly number[];
  /** The same for genes of the same kind and pool. */
  readonly poolKey: string;
  readonly hardRow: number;
  readonly softRow: number;
  readonly allowed: number;
  /** The first resource that the rows are about, and how many: every candidate is among them. */
  readonly base: number;
  readonly width: number;
  readonly gain: number;
  /** The part of it that is neither in the row of soft amounts nor about the days and weeks of instructors. */
  readonly restGain: number;
  /** The part that the row of soft amounts can win. */
  readonly rowGain: number;
}

/** The most that leaving one of a pool for another can win: all of it, and by soft unavailability. */
interface PoolGain {
  readonly all: number;
  readonly cells: number;
}

/** Rooms and instructors are measured alike. */
type ChoiceMeasure = BoundMeasure<'unaryRoom'> | BoundMeasure<'unaryInstructor'>;

export type Level<T> = { readonly soft: T; readonly hard: T };

/** With more rooms, or instructors, the rows of a gene are about its candidates only, so that they do not grow with all. */
const mostInRow = 256;

/** Turns the domains of rooms and instructors, and the rules on them, into rows. */
export class GeneEncoder {
  /** Rules on single instructors, by event. */
  readonly instructors: Level<Map<number, BoundMeasure<'unaryInstructor'>[]>>;
  readonly #problem: Problem;
  readonly #image: ImageWriter;
  readonly #resources: EncodedResources;
  readonly #rooms: Level<Map<number, BoundMeasure<'unaryRoom'>[]>>;
  /** Genes that no rule is about, by what they depend on. */
  readonly #plainGenes = new Map<string, EncodedGene>();
  /** What the resources of a pool can win, by the pool and the slots of the event. */
  readonly #poolGains = new Map<string, PoolGain>();

  constructor(problem: Problem, image: ImageWriter, resources: EncodedResources) {
    this.#problem = problem;
    this.#image = image;
    this.#resources = resources;
    this.#rooms = {
      soft: byEvent(measuresOf(problem, 'unaryRoom', false)),
      hard: byEvent(measuresOf(problem, 'unaryRoom', true)),
    };
    this.instructors = {
      soft: byEvent(measuresOf(problem, 'unaryInstructor', false)),
      hard: byEvent(measuresOf(problem, 'unaryInstructor', true)),
    };
  }

  /** One gene for each room, then for each instructor, that has to be chosen. */
  genes(event: Event): EncodedGene[] {
    const genes: EncodedGene[] = [];
    const { resourceOfRoom, resourceOfInstructor } = this.#problem;
    if (event.roomCount > 0) {
      const gene = this.#gene(event, event.rooms, resourceOfRoom, this.#rooms, true);
      for (let count = 0; count < event.roomCount; count++) genes.push(gene);
    }
    if (!event.instructorsFixed && event.instructorCount > 0) {
      const gene = this.#gene(event, event.instructors, resourceOfInstructor, this.instructors, false);
      for (let count = 0; count < event.instructorCount; count++) genes.push(gene);
    }
    return genes;
  }

  #gene(
    event: Event,
    domain: readonly DomainItem[],
    resourceOf: readonly number[],
    rules: Level<ReadonlyMap<number, readonly ChoiceMeasure[]>>,
    isRoom: boolean,
  ): EncodedGene {
    const softRules = rules.soft.get(event.index) ?? [];
    const hardRules = rules.hard.get(event.index) ?? [];
    const pool = domain.map((item) => resourceOf[item.index] ?? 0);
    const poolKey = `${isRoom}${pool.join('.')}`;
    const isPlain = softRules.length + hardRules.length === 0 && largestPenalty(domain) === 0;
    const slots = slotsOf(this.#problem, event);
    const plainKey = `${poolKey}*${slots}`;
    const known = isPlain ? this.#plainGenes.get(plainKey) : undefined;
    if (known !== undefined) return known;
    const measured = resourceOf.length <= mostInRow ? resourceOf : pool;
    const { base, width } = span(measured);
    const row = (list: readonly ChoiceMeasure[]) => choiceRow(event, measured, { base, width }, resourceOf, list);
    const soft = row(softRules);
    const hard = row(hardRules);
    const allowed = new Uint8Array(width);
    for (const [position, item] of domain.entries()) {
      const at = (pool[position] ?? base) - base;
      soft[at] = (soft[at] ?? 0) + item.penalty;
      allowed[at] = 1;
    }
    const pooled = this.#poolGain(plainKey, pool, slots);
    const gene = {
      isRoom,
      pool,
      poolKey,
      hardRow: this.#image.row(hard),
      softRow: this.#image.row(soft),
      allowed: this.#image.flags(allowed),
      base,
      width,
      gain: spread(soft) + pooled.all,
      restGain: isRoom ? pooled.all : pooled.cells,
      rowGain: spread(soft),
    };
    if (isPlain) this.#plainGenes.set(plainKey, gene);
    return gene;
  }

  /** Bounds of what the shapes and soft unavailability of pooled resources can win, and the latter alone. */
  #poolGain(key: string, pool: readonly number[], slots: number): PoolGain {
    const known = this.#poolGains.get(key);
    if (known !== undefined) return known;
    let all = 0;
    let closed = 0;
    for (const resource of pool) {
      const item = this.#resources.resources[resource];
      if (!item) continue;
      const cells = item.softCells === null ? 0 : spread(item.softCells) * slots;
      all = Math.max(all, item.dayGain * slots + item.weekGain + measureGain(item, slots) + cells);
      closed = Math.max(closed, cells);
    }
    const gain = { all: all * 2, cells: closed * 2 };
    this.#poolGains.set(key, gain);
    return gain;
  }
}

/** The most slots that a candidate time of the event takes, over all its days and week classes. */
export function slotsOf({ times }: Problem, event: Event): number {
  return Math.max(1, mostCells(times, event.times));
}

/** From the first to the last of the resources. */
function span(resources: readonly number[]): Pick<EncodedGene, 'base' | 'width'> {
  let base = resources[0] ?? 0;
  let last = base - 1;
  for (const resource of resources) {
    base = Math.min(base, resource);
    last = Math.max(last, resource);
  }
  return { base, width: last + 1 - base };
}

function choiceRow(
  event: Event,
  measured: readonly number[],
  { base, width }: Pick<EncodedGene, 'base' | 'width'>,
  resourceOf: readonly number[],
  rules: readonly ChoiceMeasure[],
): Int32Array {
  const row = new Int32Array(width);
  // resources of a kind follow each other
  const first = resourceOf[0] ?? 0;
  for (const { measure, context, unit } of rules) {
    for (const resource of measured) {
      const at = resource - base;
      row[at] = (row[at] ?? 0) + unit * measure.amount(event, resource - first, context);
    }
  }
  return row;
}
