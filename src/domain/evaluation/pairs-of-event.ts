import type { WeightedPair } from '../constraints/definition.ts';

/** The pairs of a rule by the events that are in them. A rule about all students has hundreds of thousands. */
export class PairsOfEvent {
  readonly #pairs: readonly [first: Int32Array, second: Int32Array, weight: Int32Array];
  /** Where the pairs of each event begin among `#places`, and the end. */
  readonly #begin: Int32Array;
  readonly #places: Int32Array;

  constructor(pairs: Iterable<WeightedPair>, eventCount: number) {
    const firsts: number[] = [];
    const seconds: number[] = [];
    const weights: number[] = [];
    this.#begin = new Int32Array(eventCount + 1);
    const count = (event: number) => {
      this.#begin[event + 1] = (this.#begin[event + 1] ?? 0) + 1;
    };
    for (const { first, second, weight } of pairs) {
      firsts.push(first);
      seconds.push(second);
      weights.push(weight);
      count(first);
      if (second !== first) count(second);
    }
    for (let event = 0; event < eventCount; event++) {
      this.#begin[event + 1] = (this.#begin[event + 1] ?? 0) + (this.#begin[event] ?? 0);
    }
    this.#pairs = [Int32Array.from(firsts), Int32Array.from(seconds), Int32Array.from(weights)];
    this.#places = new Int32Array(this.#begin[eventCount] ?? 0);
    const next = this.#begin.slice();
    const put = (event: number, pair: number) => {
      const at = next[event] ?? 0;
      this.#places[at] = pair;
      next[event] = at + 1;
    };
    firsts.forEach((first, pair) => {
      put(first, pair);
      const second = seconds[pair] ?? first;
      if (second !== first) put(second, pair);
    });
  }

  /** In the order of the rule. */
  *of(event: number): Iterable<WeightedPair> {
    const [firsts, seconds, weights] = this.#pairs;
    for (let at = this.#begin[event] ?? 0; at < (this.#begin[event + 1] ?? 0); at++) {
      const pair = this.#places[at] ?? 0;
      yield { first: firsts[pair] ?? 0, second: seconds[pair] ?? 0, weight: weights[pair] ?? 0 };
    }
  }
}
