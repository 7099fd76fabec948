/** Maximum flow by shortest augmenting levels (Dinic, 1970). Capacities are whole numbers. */
export class FlowNetwork {
  readonly #nodeCount: number;
  readonly #edgesOf: number[][];
  readonly #target: number[] = [];
  /** Residual capacity; edge `e ^ 1` is the reverse of edge `e`. */
  readonly #residual: number[] = [];

  constructor(nodeCount: number) {
    this.#nodeCount = nodeCount;
    this.#edgesOf = Array.from({ length: nodeCount }, () => []);
  }

  addEdge(from: number, to: number, capacity: number): void {
    this.#edgesOf[from]?.push(this.#target.length);
    this.#edgesOf[to]?.push(this.#target.length + 1);
    this.#target.push(to, from);
    this.#residual.push(capacity, 0);
  }

  maximise(source: number, sink: number): number {
    let total = 0;
    for (;;) {
      const levels = this.#levels(source);
      if ((levels[sink] ?? -1) < 0) return total;
      const next = new Int32Array(this.#nodeCount);
      for (;;) {
        const pushed = this.#push(source, sink, Number.MAX_SAFE_INTEGER, levels, next);
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
    const levels = new Int32Array(this.#nodeCount).fill(-1);
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

  /** Paths have few levels here (source, demand, supplier, sink and detours), so recursion is safe. */
  #push(node: number, sink: number, limit: number, levels: Int32Array, next: Int32Array): number {
    if (node === sink) return limit;
    const edges = this.#edgesOf[node] ?? [];
    for (let at = next[node] ?? 0; at < edges.length; at++) {
      next[node] = at;
      const edge = edges[at] ?? 0;
      const to = this.#target[edge] ?? 0;
      const left = this.#residual[edge] ?? 0;
      if (left === 0 || levels[to] !== (levels[node] ?? 0) + 1) continue;
      const pushed = this.#push(to, sink, Math.min(limit, left), levels, next);
      if (pushed === 0) continue;
      this.#residual[edge] = left - pushed;
      this.#residual[edge ^ 1] = (this.#residual[edge ^ 1] ?? 0) + pushed;
      return pushed;
    }
    next[node] = edges.length;
    return 0;
  }
}
