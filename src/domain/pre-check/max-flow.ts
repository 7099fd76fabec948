/** Maximum flow by shortest augmenting levels (Dinic, 1970). Capacities are whole numbers. */
export class FlowNetwork {
  readonly #edgesOf: number[][];
  readonly #target: number[] = [];
  /** Residual capacity; edge `e ^ 1` is the reverse of edge `e`. */
  readonly #residual: number[] = [];

  constructor(nodeCount: number) {
    this.#edgesOf = Array.from({ length: nodeCount }, () => []);
  }

  get edgeCount(): number {
    return this.#target.length / 2;
  }

  addNode(): number {
    return this.#edgesOf.push([]) - 1;
  }

  addEdge(from: number, to: number, capacity: number): void {
    this.#edgesOf[from]?.push(this.#target.length);
    this.#edgesOf[to]?.push(this.#target.length + 1);
    this.#target.push(to, from);
    this.#residual.push(capacity, 0);
  }

  /** Both ends of every edge at a node, whatever its direction. */
  neighbours(node: number): number[] {
    return (this.#edgesOf[node] ?? []).map((edge) => this.#target[edge] ?? 0);
  }

  /** Capacity left on the edges out of `from` to `to`. */
  unused(from: number, to: number): number {
    return (this.#edgesOf[from] ?? []).reduce(
      (sum, edge) => sum + (edge % 2 === 0 && this.#target[edge] === to ? (this.#residual[edge] ?? 0) : 0),
      0,
    );
  }

  maximise(source: number, sink: number): number {
    let total = 0;
    for (;;) {
      const levels = this.#levels(source);
      if ((levels[sink] ?? -1) < 0) return total;
      const next = new Int32Array(this.#edgesOf.length);
      for (;;) {
        const pushed = this.#push(source, sink, levels, next);
        if (pushed === 0) break;
        total += pushed;
      }
    }
  }

  /** After `maximise`: the source's side of a minimum cut. */
  reachable(source: number): readonly boolean[] {
    return Array.from(this.#levels(source), (level) => level >= 0);
  }

  #levels(source: number): Int32Array {
    const levels = new Int32Array(this.#edgesOf.length).fill(-1);
    levels[source] = 0;
    const queue = [source];
    for (const node of queue) {
      for (const edge of this.#edgesOf[node] ?? []) {
        const to = this.#target[edge] ?? 0;
        if ((this.#residual[edge] ?? 0) === 0 || levels[to] !== -1) continue;
        levels[to] = (levels[node] ?? 0) + 1;
        queue.push(to);
      }
    }
    return levels;
  }

  /** One path along rising levels, found without recursion: detours may make it long. */
  #push(source: number, sink: number, levels: Int32Array, next: Int32Array): number {
    const path: number[] = [];
    let node = source;
    while (node !== sink) {
      const edge = this.#usable(node, levels, next);
      if (edge >= 0) {
        path.push(edge);
        node = this.#target[edge] ?? sink;
        continue;
      }
      const back = path.pop();
      if (back === undefined) return 0;
      node = this.#target[back ^ 1] ?? source;
      next[node] = (next[node] ?? 0) + 1;
    }
    const pushed = path.reduce((least, edge) => Math.min(least, this.#residual[edge] ?? 0), Number.MAX_SAFE_INTEGER);
    for (const edge of path) {
      this.#residual[edge] = (this.#residual[edge] ?? 0) - pushed;
      this.#residual[edge ^ 1] = (this.#residual[edge ^ 1] ?? 0) + pushed;
    }
    return pushed;
  }

  /** The next edge of a node that has capacity left and leads one level on, or -1. */
  #usable(node: number, levels: Int32Array, next: Int32Array): number {
    const edges = this.#edgesOf[node] ?? [];
    for (let at = next[node] ?? 0; at < edges.length; at++) {
      const edge = edges[at] ?? 0;
      next[node] = at;
      if ((this.#residual[edge] ?? 0) > 0 && levels[this.#target[edge] ?? 0] === (levels[node] ?? 0) + 1) return edge;
    }
    next[node] = edges.length;
    return -1;
  }
}
