import type { Problem } from '../problem.ts';
import { cellFrame } from './cells.ts';
import type { CountingNames, Proof } from './finding.ts';
import { fillsGreedily } from './greedy-fill.ts';
import { FlowNetwork } from './max-flow.ts';
import { type FlowMode, type TimeClass, timeClasses } from './time-classes.ts';

/** A larger network is not solved: the pre-check must stay quick. */
const mostEdges = 300_000;

const source = 0;
const sink = 1;

/**
 * Shortages that only show slot by slot: a maximum flow from events over their group, rooms and instructors in each
 * cell. A group, an instructor or a room can be used once in a cell; that events are blocks, need several instructors
 * or several rooms, and that different pools share groups and rooms is left out, so the flow is never too small.
 */
export function timeFlowProofs(
  problem: Problem,
  names: CountingNames,
  mode: FlowMode,
  excluded: ReadonlySet<number>,
): Proof[] {
  return components(timeClasses(problem, mode, excluded)).flatMap((classes) =>
    shortages(problem, classes).map((shortage) => proofOf(shortage, names, mode)),
  );
}

interface TimeShortage {
  readonly classes: readonly TimeClass[];
  readonly needed: number;
  readonly missing: number;
}

/** Classes connected by instructors that could teach either. */
function components(classes: readonly TimeClass[]): TimeClass[][] {
  const parent = new Map<number, number>();
  const rootOf = (item: number): number => {
    let root = item;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(item, root);
    return root;
  };
  for (const { instructors } of classes) {
    for (const instructor of instructors) parent.set(rootOf(instructor), rootOf(instructors[0] ?? -1));
  }
  const parts = new Map<number, TimeClass[]>();
  for (const item of classes) {
    const root = rootOf(item.instructors[0] ?? -1);
    const part = parts.get(root) ?? [];
    part.push(item);
    parts.set(root, part);
  }
  return [...parts.values()];
}

function shortages(problem: Problem, classes: readonly TimeClass[]): TimeShortage[] {
  if (fillsGreedily(problem, classes)) return [];
  const network = new FlowNetwork(2);
  const builder = new NetworkBuilder(problem, network);
  const nodes = classes.map(() => network.addNode());
  for (const [index, item] of classes.entries()) {
    builder.addClass(nodes[index] ?? sink, item);
    if (network.edgeCount > mostEdges) return [];
  }
  const needed = classes.reduce((sum, item) => sum + item.needed, 0);
  if (network.maximise(source, sink) === needed) return [];
  const reached = network.reachable(source);
  const classAt = new Map(nodes.map((node, index) => [node, index]));
  return partsOf(
    network,
    nodes.filter((node) => reached[node]),
    reached,
  ).map((part) => {
    const inside = part.flatMap((node) => classAt.get(node) ?? []);
    return {
      classes: inside.flatMap((index) => classes[index] ?? []),
      needed: inside.reduce((sum, index) => sum + (classes[index]?.needed ?? 0), 0),
      missing: inside.reduce((sum, index) => sum + network.unused(source, nodes[index] ?? sink), 0),
    };
  });
}

/** Connected parts of the cut's source side: nothing flows between them, so each is a shortage of its own. */
function partsOf(network: FlowNetwork, starts: readonly number[], reached: readonly boolean[]): number[][] {
  const seen = new Set<number>([source]);
  return starts.flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const part = [start];
    for (const node of part) {
      for (const neighbour of network.neighbours(node)) {
        if (seen.has(neighbour) || reached[neighbour] !== true) continue;
        seen.add(neighbour);
        part.push(neighbour);
      }
    }
    return [part];
  });
}

/** Class → (group, cell) → (pool of rooms and instructors, cell) → (instructor, cell) → sink. */
class NetworkBuilder {
  readonly #problem: Problem;
  readonly #network: FlowNetwork;
  readonly #frame: ReturnType<typeof cellFrame>;
  /** By what they stand for: a node in each cell, 0 where there is none yet. */
  readonly #nodesOf = new Map<string | number, Int32Array>();

  constructor(problem: Problem, network: FlowNetwork) {
    this.#problem = problem;
    this.#network = network;
    this.#frame = cellFrame(problem);
  }

  addClass(node: number, item: TimeClass): void {
    this.#network.addEdge(source, node, item.needed);
    const pools = this.#nodes(item.poolKey);
    const groups = this.#nodes(`${item.group}:${item.poolKey}`);
    const { bits } = this.#frame;
    item.cells.forEach((mask, dayIndex) => {
      for (let slot = 0; slot < bits; slot++) {
        if (((mask >>> slot) & 1) === 0) continue;
        const cell = dayIndex * bits + slot;
        const pool = pools[cell] || this.#addPool(pools, item, dayIndex, slot);
        if (item.group < 0) {
          this.#network.addEdge(node, pool, item.events.length);
          continue;
        }
        this.#network.addEdge(node, groups[cell] || this.#addNode(groups, cell, pool, 1), 1);
      }
    });
  }

  #addPool(pools: Int32Array, item: TimeClass, dayIndex: number, slot: number): number {
    const usable = (resource: number) => (((item.supply(resource)[dayIndex] ?? 0) >>> slot) & 1) === 1;
    const cell = dayIndex * this.#frame.bits + slot;
    const after = this.#network.addNode();
    let before = after;
    if (item.rooms.length === 0) pools[cell] = after;
    else {
      const capacity = item.rooms.filter(usable).reduce((sum, room) => sum + this.#capacity(room), 0);
      before = this.#addNode(pools, cell, after, capacity);
    }
    for (const instructor of item.instructors) {
      if (!usable(instructor)) continue;
      const capacity = this.#capacity(instructor);
      const taught = this.#nodes(instructor);
      this.#network.addEdge(after, taught[cell] || this.#addNode(taught, cell, sink, capacity), capacity);
    }
    return before;
  }

  /** A node of this cell whose one edge onwards bounds what can go through it. */
  #addNode(nodes: Int32Array, cell: number, onwards: number, capacity: number): number {
    const node = this.#network.addNode();
    nodes[cell] = node;
    this.#network.addEdge(node, onwards, capacity);
    return node;
  }

  #nodes(key: string | number): Int32Array {
    const known = this.#nodesOf.get(key) ?? new Int32Array(this.#frame.words * this.#frame.bits);
    this.#nodesOf.set(key, known);
    return known;
  }

  #capacity(resource: number): number {
    return this.#problem.resources[resource]?.capacity ?? 1;
  }
}

function proofOf({ classes, needed, missing }: TimeShortage, names: CountingNames, mode: FlowMode): Proof {
  const events = classes.flatMap((item) => item.events).sort((a, b) => a - b);
  const unique = (items: readonly number[]) => [...new Set(items)].sort((a, b) => a - b);
  const instructors = unique(classes.flatMap((item) => item.instructors));
  const groups = unique(classes.flatMap((item) => (item.group < 0 ? [] : [item.group])));
  const rooms = unique(classes.flatMap((item) => item.rooms));
  const available = needed - missing;
  const parts = [
    counted(instructors, 'instructor', names),
    ...(groups.length > 0 ? [counted(groups, 'group', names)] : []),
    ...(rooms.length > 0 ? [counted(rooms, 'room', names)] : []),
  ];
  const holders = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  const stretches = mode === 'stretches' ? ' in stretches that are long enough' : '';
  return {
    finding: {
      code: 'preCheck.timeShortage',
      ...(mode === 'stretches' ? { variant: 'long' } : {}),
      severity: 'impossible',
      message:
        `${names.events(events)} need ${names.slots(needed)}; ${names.slot} by ${names.slot}, ${holders} can hold ${available} ` +
        `together${stretches}: ${names.slots(missing)} ${missing === 1 ? 'is' : 'are'} missing.`,
      needed,
      available,
      events,
      resources: unique([...instructors, ...groups, ...rooms]),
    },
    // A rule broken once frees one slot, or, by stretches, one event of all its slots.
    bound: mode === 'slots' ? missing : Math.ceil(missing / Math.max(...classes.map((item) => item.largest))),
  };
}

/** "Ada", "3 instructors". */
export function counted(resources: readonly number[], kind: string, names: CountingNames): string {
  return resources.length === 1 ? names.resource(resources[0] ?? -1) : `${resources.length} ${kind}s`;
}
