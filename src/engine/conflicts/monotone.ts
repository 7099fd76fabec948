import type { Measure } from '../../domain/constraints/definition.ts';
import type { ParamSpecs, ParamValues } from '../../domain/constraints/params.ts';
import { dayViewOf } from '../../domain/day-view.ts';
import type { Problem, Rule } from '../../domain/problem.ts';
import { daySets, weekViewOf } from '../../domain/week-view.ts';

type Params = ParamValues<ParamSpecs>;

/**
 * Whether taking events away can never add to what a rule counts at a resource. Where that is not so (at least four
 * days, no single lessons), the rule says nothing about a part of the resource's events.
 */
export class Monotone {
  readonly #known = new Map<string, boolean>();

  at(problem: Problem, rule: Rule, resource: number): boolean {
    return rule.definition.measures.every((measure) => this.#measure(problem, rule, resource, measure));
  }

  #measure(problem: Problem, rule: Rule, resource: number, measure: Measure<Params>): boolean {
    // `completeParams` has checked the values against the definition's specs.
    const params = rule.params as Params;
    const { dayCount, slotCount } = problem.axis;
    const key = JSON.stringify([rule.definition.id, rule.definition.measures.indexOf(measure), params]);
    switch (measure.term) {
      case 'unaryTime':
      case 'unaryRoom':
      case 'unaryInstructor':
      case 'resourceSlot':
      // each pair counts by itself; which pairs there are is checked by `subProblem`
      case 'timePair':
      case 'roomPair':
        return true;
      case 'dayShape':
        return Array.from({ length: dayCount }, (_, day) => dayViewOf(problem, resource, day)).every((view) =>
          this.#once(`${key}/${JSON.stringify(view)}`, slotCount, (mask) => measure.amount(mask, view, params)),
        );
      case 'weekShape': {
        const view = weekViewOf(problem, resource);
        const amounts = daySets(measure, view, dayCount).map((days) => measure.amount(days, params, view));
        return amounts.every((amount, size) => size === 0 || amount >= (amounts[size - 1] ?? 0));
      }
      case 'setShape': {
        const amounts = problem.rooms.map((_, distinct) => measure.amount(distinct, params));
        return amounts.every((amount, distinct) => distinct === 0 || amount >= (amounts[distinct - 1] ?? 0));
      }
      default:
        return false;
    }
  }

  /** Whether an amount never grows when a bit is taken away. */
  #once(key: string, bits: number, amountOf: (mask: number) => number): boolean {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const amounts = Int32Array.from({ length: 1 << bits }, (_, mask) => amountOf(mask));
    const isMonotone = amounts.every((amount, mask) => {
      for (let bit = 0; bit < bits; bit++) {
        if (((mask >>> bit) & 1) === 1 && (amounts[mask & ~(1 << bit)] ?? 0) > amount) return false;
      }
      return true;
    });
    this.#known.set(key, isMonotone);
    return isMonotone;
  }
}
