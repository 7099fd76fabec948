import type { DomainItem } from '../../domain/problem.ts';
import type { Random } from '../../domain/random.ts';
import type { Board, Position } from './board.ts';

/** One or two events and where they would go. */
export type Proposal = readonly { readonly event: number; readonly position: Position }[];

/** Of a hundred proposals, so many relocate an event, and so many more change what it holds; the rest are exchanges. */
const relocations = 55;
const exchangesOfRooms = 20;

/** Of a hundred proposals, so many are about those who break hard rules. */
const drawsOfTroubled = 30;

/** Proposes random moves of the events that may move. */
export class FixMoves {
  readonly #board: Board;
  readonly #movable: readonly number[];
  readonly #random: Random;
  #troubled: readonly number[] = [];
  readonly #times = new Map<number, ReadonlySet<number>>();

  constructor(board: Board, movable: readonly number[], random: Random) {
    this.#board = board;
    this.#movable = movable;
    this.#random = random;
    for (const event of movable) this.#times.set(event, indices(board.problem.events[event]?.times ?? []));
  }

  /** Looks who breaks hard rules now, or has no place: they are drawn more often. */
  refocus(): void {
    this.#troubled = this.#movable.filter((event) => {
      const away = { ...this.#board.positionOf(event), time: this.#board.nowhere };
      return !this.#board.isPlaced(event) || this.#board.peek(event, away).hard < 0;
    });
  }

  /** Null when what was drawn is no move. */
  propose(): Proposal | null {
    const isTroubled = this.#troubled.length > 0 && this.#random.below(100) < drawsOfTroubled;
    const event = this.#random.pick(isTroubled ? this.#troubled : this.#movable);
    const kind = this.#random.below(100);
    if (kind < relocations || !this.#board.isPlaced(event)) return this.#relocation(event);
    return kind < relocations + exchangesOfRooms ? this.#otherRoom(event) : this.#exchange(event);
  }

  #relocation(event: number): Proposal | null {
    const { index } = this.#random.pick(this.#board.problem.events[event]?.times ?? []);
    const { held } = this.#board.positionOf(event);
    const changed = held.map((resource, gene) =>
      resource === this.#board.nobody || this.#random.chance(gene < this.#board.roomGenes(event) ? 0.5 : 0.05)
        ? this.#draw(event, gene, held)
        : resource,
    );
    return this.#unlessRepeated(event, { time: index, held: changed });
  }

  #otherRoom(event: number): Proposal | null {
    const { time, held } = this.#board.positionOf(event);
    if (held.length === 0) return null;
    const gene = this.#random.below(held.length);
    return this.#unlessRepeated(event, { time, held: held.with(gene, this.#draw(event, gene, held)) });
  }

  /** Two events take each other's time, and each other's first room where both may. */
  #exchange(event: number): Proposal | null {
    const partner = this.#random.pick(this.#movable);
    const mine = this.#board.positionOf(event);
    const theirs = this.#board.positionOf(partner);
    const may = this.#times.get(event)?.has(theirs.time) && this.#times.get(partner)?.has(mine.time);
    if (!may || mine.time === theirs.time) return null;
    const swapsRooms = this.#mayHave(event, theirs) && this.#mayHave(partner, mine);
    const first = (from: Position, other: Position) =>
      swapsRooms ? from.held.with(0, other.held[0] ?? this.#board.nobody) : from.held;
    const one = this.#unlessRepeated(event, { time: theirs.time, held: first(mine, theirs) });
    const other = this.#unlessRepeated(partner, { time: mine.time, held: first(theirs, mine) });
    return one === null || other === null ? null : [...one, ...other];
  }

  #mayHave(event: number, { held }: Position): boolean {
    const { problem } = this.#board;
    const room = held[0];
    if (this.#board.roomGenes(event) === 0 || room === undefined || room === this.#board.nobody) return false;
    return problem.events[event]?.rooms.some(({ index }) => problem.resourceOfRoom[index] === room) ?? false;
  }

  #draw(event: number, gene: number, held: readonly number[]): number {
    const { problem, nobody } = this.#board;
    const isRoom = gene < this.#board.roomGenes(event);
    const pool = (isRoom ? problem.events[event]?.rooms : problem.events[event]?.instructors) ?? [];
    if (pool.length === 0) return held[gene] ?? nobody;
    const { index } = this.#random.pick(pool);
    return (isRoom ? problem.resourceOfRoom : problem.resourceOfInstructor)[index] ?? nobody;
  }

  /** Nobody holds a room twice. */
  #unlessRepeated(event: number, position: Position): Proposal | null {
    const { nobody } = this.#board;
    const { held } = position;
    const isRepeated = held.some((resource, gene) => resource !== nobody && held.indexOf(resource) < gene);
    return isRepeated ? null : [{ event, position }];
  }
}

function indices(items: readonly DomainItem[]): ReadonlySet<number> {
  return new Set(items.map(({ index }) => index));
}
