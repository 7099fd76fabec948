import type { Measure } from '../constraints/definition.ts';
import { bitCount } from '../constraints/masks.ts';
import type { ParamSpecs, ParamValues } from '../constraints/params.ts';
import { unavailableMasks } from '../day-view.ts';
import type { Event, MeetingTime, Problem } from '../problem.ts';
import { canBePlaced, domainKey, timesOf } from './cells.ts';
import { awayAmounts, awayKey } from './long-days.ts';

/** Meeting times that events choose from; what is said of them below is by their position here. */
export interface PriceDomain {
  readonly times: readonly MeetingTime[];
}

/** A resource at each time of a domain: the hard units of being busy then, besides clashes. */
export interface PriceLine {
  readonly resource: number;
  readonly domain: PriceDomain;
  readonly costs: Float64Array;
}

/** Resources of which an event takes some; `extra` are hard units of taking that one, whatever the time. */
export interface PricePool {
  readonly domain: PriceDomain;
  readonly lines: readonly PriceLine[];
  readonly extra: readonly number[];
}

/** Events alike: each takes one time, all of `lines`, and `each` resources of every pool. */
export interface PriceDemand {
  readonly events: number[];
  readonly domain: PriceDomain;
  /** Hard units of the time itself. */
  readonly costs: Float64Array;
  readonly lines: readonly PriceLine[];
  readonly choices: readonly { readonly pool: PricePool; readonly each: number }[];
}

export interface PriceModel {
  readonly problem: Problem;
  readonly lines: readonly PriceLine[];
  readonly pools: readonly PricePool[];
  readonly demands: readonly PriceDemand[];
  /** Sums that one look at all prices takes: what the effort is counted in. */
  readonly size: number;
}

/**
 * What these events must take and what it costs in hard units: unavailable and closed slots, hard rules on a single
 * time, room or instructor. Other hard rules are left out, and so are events that cannot be placed.
 */
export function priceModel(problem: Problem, events: readonly Event[]): PriceModel {
  const builder = new ModelBuilder(problem);
  for (const event of events) {
    if (event.times.length === 0 || (event.roomCount > 0 && event.rooms.length === 0)) continue;
    builder.add(event);
  }
  return builder.model();
}

class ModelBuilder {
  readonly #problem: Problem;
  readonly #unary: ReturnType<typeof createUnaryCosts>;
  readonly #domains = new Map<string, PriceDomain>();
  readonly #lines = new Map<string, PriceLine>();
  readonly #pools = new Map<string, PricePool>();
  readonly #demands = new Map<string, PriceDemand>();
  /** By domain: the costs of closed slots alone; and by domain and masks those of being away. */
  readonly #shutCosts = new Map<string, Float64Array>();
  readonly #awayCosts = new Map<string, Float64Array>();

  constructor(problem: Problem) {
    this.#problem = problem;
    this.#unary = createUnaryCosts(problem);
  }

  add(event: Event): void {
    if (!canBePlaced(event)) return;
    const key = domainKey(this.#problem, event);
    const domain = this.#domains.get(key) ?? { times: timesOf(this.#problem, event) };
    this.#domains.set(key, domain);
    const held = event.staticResources.filter((resource) => (this.#problem.resources[resource]?.capacity ?? 0) > 0);
    const choices = [
      ...this.#choice(key, domain, event, event.rooms, event.roomCount, this.#problem.resourceOfRoom, 'unaryRoom'),
      ...this.#choice(
        key,
        domain,
        event,
        event.instructorsFixed ? [] : event.instructors,
        event.instructorCount,
        this.#problem.resourceOfInstructor,
        'unaryInstructor',
      ),
    ];
    const costs = this.#timeCosts(key, domain, event);
    const chosen = choices.map((choice) => `${choice.key}*${choice.each}`).join('/');
    const demandKey = `${key}|${held.join(',')}|${chosen}|${costs === this.#shutCosts.get(key) ? '' : costs.join(',')}`;
    const known = this.#demands.get(demandKey);
    if (known !== undefined) {
      known.events.push(event.index);
      return;
    }
    const lines = held.map((resource) => this.#line(key, domain, resource));
    this.#demands.set(demandKey, { events: [event.index], domain, costs, lines, choices });
  }

  model(): PriceModel {
    const lines = [...this.#lines.values()];
    const pools = [...this.#pools.values()];
    const demands = [...this.#demands.values()];
    const size =
      lines.reduce((sum, { domain }) => sum + domain.times.reduce((cells, time) => cells + time.cells.length, 0), 0) +
      pools.reduce((sum, pool) => sum + pool.lines.length * pool.domain.times.length, 0) +
      demands.reduce((sum, { lines: own, choices, domain }) => {
        return sum + (own.length + choices.length + 1) * domain.times.length;
      }, 0);
    return { problem: this.#problem, lines, pools, demands, size };
  }

  #choice(
    key: string,
    domain: PriceDomain,
    event: Event,
    candidates: Event['rooms'],
    each: number,
    resourceOf: readonly number[],
    term: 'unaryRoom' | 'unaryInstructor',
  ): { key: string; pool: PricePool; each: number }[] {
    if (each === 0 || candidates.length === 0) return [];
    const sorted = candidates.map(({ index }) => index).sort((a, b) => (resourceOf[a] ?? -1) - (resourceOf[b] ?? -1));
    const extra = sorted.map((index) => this.#unary[term](event, index));
    const extraKey = extra.some((cost) => cost !== 0) ? extra.join(',') : '';
    const poolKey = `${key}/${term}/${sorted.join(',')}/${extraKey}`;
    const pool = this.#pools.get(poolKey) ?? {
      domain,
      lines: sorted.map((index) => this.#line(key, domain, resourceOf[index] ?? -1)),
      extra,
    };
    this.#pools.set(poolKey, pool);
    return [{ key: poolKey, pool, each }];
  }

  #line(key: string, domain: PriceDomain, resource: number): PriceLine {
    const lineKey = `${key}/${resource}`;
    const known = this.#lines.get(lineKey);
    if (known !== undefined) return known;
    const line = { resource, domain, costs: this.#awayCost(key, domain, resource) };
    this.#lines.set(lineKey, line);
    return line;
  }

  /** Shared: most resources are away at the same times, or never. */
  #awayCost(key: string, domain: PriceDomain, resource: number): Float64Array {
    const { dayCount, cellsAreSlots } = this.#problem.axis;
    const away = cellsAreSlots ? (unavailableMasks(this.#problem).hard[resource] ?? []) : [];
    const costKey = `${key}/${cellsAreSlots ? away.join(',') : awayKey(this.#problem, resource)}`;
    const known = this.#awayCosts.get(costKey);
    if (known !== undefined) return known;
    const amounts = cellsAreSlots ? undefined : awayAmounts(this.#problem, resource);
    const costs = Float64Array.from(domain.times, ({ index, spans }) =>
      cellsAreSlots
        ? spans.reduce((sum, { dayIndex, mask }) => sum + bitCount(mask & (away[dayIndex % dayCount] ?? 0)), 0)
        : (amounts?.[index] ?? 0),
    );
    this.#awayCosts.set(costKey, costs);
    return costs;
  }

  /** The array of the domain itself where no rule looks at the times of the event. */
  #timeCosts(key: string, domain: PriceDomain, event: Event): Float64Array {
    const shut = this.#shutCosts.get(key) ?? Float64Array.from(domain.times, (time) => this.#shutCost(time));
    this.#shutCosts.set(key, shut);
    const own = domain.times.map((time) => this.#unary.unaryTime(event, time));
    return own.some((cost) => cost !== 0) ? shut.map((cost, index) => cost + (own[index] ?? 0)) : shut;
  }

  #shutCost(time: MeetingTime): number {
    const { breakMaskOfDay, closedMaskOfDay, dayCount, cellsAreSlots } = this.#problem.axis;
    if (!cellsAreSlots) return 0;
    let cost = 0;
    for (const { dayIndex, mask } of time.spans) {
      const day = dayIndex % dayCount;
      cost += bitCount(mask & ((breakMaskOfDay[day] ?? 0) | (closedMaskOfDay[day] ?? 0)));
    }
    return cost;
  }
}

type Unary = Extract<Measure<ParamValues<ParamSpecs>>, { term: 'unaryTime' | 'unaryRoom' | 'unaryInstructor' }>;

/** Hard units of one choice of one event by the rules about single events. */
function createUnaryCosts(problem: Problem) {
  type Ask = (event: Event, choice: MeetingTime | number) => number;
  const empty = () => problem.events.map((): Ask[] => []);
  const asked: Readonly<Record<Unary['term'], Ask[][]>> = {
    unaryTime: empty(),
    unaryRoom: empty(),
    unaryInstructor: empty(),
  };
  for (const rule of problem.rules) {
    if (!rule.hard) continue;
    for (const measure of rule.definition.measures) {
      if (measure.term !== 'unaryTime' && measure.term !== 'unaryRoom' && measure.term !== 'unaryInstructor') continue;
      // `completeParams` has checked the values against the definition's specs.
      const context = { problem, rule, params: rule.params as ParamValues<ParamSpecs> };
      const ask: Ask = (event, choice) => {
        if (measure.term === 'unaryTime')
          return typeof choice === 'number' ? 0 : measure.amount(event, choice, context);
        return typeof choice === 'number' ? measure.amount(event, choice, context) : 0;
      };
      for (const event of rule.events) asked[measure.term][event]?.push(ask);
    }
  }
  const sum = (term: Unary['term'], event: Event, choice: MeetingTime | number) => {
    let total = 0;
    for (const ask of asked[term][event.index] ?? []) total += ask(event, choice);
    return total;
  };
  return {
    unaryTime: (event: Event, time: MeetingTime) => sum('unaryTime', event, time),
    unaryRoom: (event: Event, room: number) => sum('unaryRoom', event, room),
    unaryInstructor: (event: Event, instructor: number) => sum('unaryInstructor', event, instructor),
  };
}
