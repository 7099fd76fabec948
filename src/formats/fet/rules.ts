import { definitionOf } from '../../domain/constraints/registry.ts';
import { type Diagnostic, info, warning } from '../../domain/diagnostic.ts';
import type { BreakData, EventLock, ForeignRule, RuleData } from '../../domain/problem-data.ts';
import type { XmlElement } from '../xml/xml.ts';
import { unitedAbsences } from './absences.ts';
import { activityMappings, startOf } from './activity-rules.ts';
import { dayId, type FetContext, type RuleDraft } from './context.ts';
import { halfDayMappings, halvesOfRealDays } from './half-days.ts';
import { currentTag } from './mode.ts';
import { breaksOf, type FetMapping, peopleMappings } from './people-rules.ts';
import { canSayExceptions } from './real-days.ts';
import { planRooms, type RoomPlan, type RoomWish, roomWishOf, spaceMappings } from './rooms.ts';
import { type Strength, strengthOf } from './strength.ts';
import { tagMappings } from './tag-rules.ts';
import { termMappings } from './term-rules.ts';
import type { FetResult } from './timetable.ts';
import { allCount, unitedEvents } from './whole-rules.ts';

const mappings: Readonly<Record<string, FetMapping>> = {
  ...peopleMappings,
  ...tagMappings,
  ...halfDayMappings,
  ...activityMappings,
  ...termMappings,
  ...spaceMappings,
};

/** A day's slots and breaks are one mask of so many bits. */
const mostSlotsWithBreaks = 16;

const alwaysKept: Strength = { hard: true, weight: 1, percent: 100 };
const longestNote = 2000;
const exceptionKind = 'Mornings_Afternoons_Behavior (with exceptions)';

/** Always on here as well. */
const basics = new Set(['ConstraintBasicCompulsoryTime', 'ConstraintBasicCompulsorySpace']);

export interface FetRules {
  readonly rules: readonly RuleData[];
  readonly breaks: readonly BreakData[];
  readonly lockOf: ReadonlyMap<string, EventLock>;
  readonly rooms: RoomPlan;
  readonly notEnforced: readonly ForeignRule[];
}

/**
 * All constraints of a file as rules, breaks, locks and rooms; what cannot be expressed is kept word for word. Those of
 * a saved timetable are no rules.
 */
export function rulesOfFet(context: FetContext, saved: FetResult | null, remarks: Diagnostic[]): FetRules {
  const collector = new RuleCollector(context);
  for (const element of context.file.constraints) if (saved?.constraints.has(element) !== true) collector.read(element);
  const rooms = new Map([...(saved?.roomsOf ?? [])].map(([id, { own }]) => [id, own]));
  return collector.finish(rooms, remarks);
}

class RuleCollector {
  readonly #context: FetContext;
  readonly #rules: RuleData[] = [];
  readonly #wishes: RoomWish[] = [];
  readonly #lockOf = new Map<string, string>();
  readonly #breakDays = new Map<number, Set<string>>();
  readonly #kept = new Map<string, string[]>();
  readonly #numberOf = new Map<string, number>();
  /** Soft percentages, with the constraints that have them. */
  readonly #percents = new Map<number, { readonly weight: number; count: number }>();

  constructor(context: FetContext) {
    this.#context = context;
  }

  read(element: XmlElement): void {
    const { fields } = this.#context;
    if (!element.name.startsWith('Constraint') || basics.has(element.name)) return;
    const strength = strengthOf(element, fields);
    if (strength === null || !fields.truth(element, true, 'Active')) {
      this.#keep(element, `${element.name} (inactive)`);
    } else if (this.#apply(element, strength)) {
      if (!strength.hard) this.#countPercent(strength);
    } else this.#keep(element, element.name);
  }

  #apply(element: XmlElement, strength: Strength): boolean {
    const context = this.#context;
    if (element.name === 'ConstraintBreakTimes') {
      for (const [slot, days] of breaksOf(element, context)) {
        const known = this.#breakDays.get(slot) ?? new Set();
        for (const day of days) known.add(day);
        this.#breakDays.set(slot, known);
      }
      return true;
    }
    if (element.name === 'ConstraintActivityPreferredStartingTime' && strength.hard && this.#lock(element)) return true;
    const wish = roomWishOf(element, strength, context);
    if (wish !== null) {
      this.#wishes.push(wish);
      return true;
    }
    // A tag such as "constructor" is no constraint.
    const mapping = Object.hasOwn(mappings, element.name) ? mappings[element.name] : undefined;
    const drafts = mapping?.(element, context)?.map(usable) ?? [null];
    if (drafts.includes(null)) return false;
    const note = (context.fields.optional(element, 'Comments') ?? '').trim();
    for (const draft of drafts) if (draft !== null) this.#add(draft, strength, element.name, note);
    return true;
  }

  /** A whole starting time becomes a lock; false when the day or the hour is open, or another time is locked already. */
  #lock(element: XmlElement): boolean {
    const start = startOf(element, this.#context);
    if (start === null || start.timeId === null) return false;
    const known = this.#lockOf.get(start.activity.id);
    if (known !== undefined && known !== start.timeId) return false;
    this.#lockOf.set(start.activity.id, start.timeId);
    return true;
  }

  #add(draft: RuleDraft, strength: Strength, tag: string, note = ''): void {
    const name = tag.replace(/^Constraint/, '');
    const number = (this.#numberOf.get(name) ?? 0) + 1;
    this.#numberOf.set(name, number);
    const hard = strength.hard || draft.always === true;
    const { kind, scope, params } = draft;
    const id = `${name}-${number}`;
    const said = note === '' ? {} : { note: note.slice(0, longestNote) };
    this.#rules.push({ id, kind, scope, params, hard, weight: hard ? 1 : strength.weight, ...said });
  }

  #keep(element: XmlElement, kind: string): void {
    const texts = this.#kept.get(kind) ?? [];
    this.#kept.set(kind, texts);
    const text = this.#context.file.text.slice(element.start, element.end);
    // In version 6 a tag of the old half days means something else.
    const written = /^<([\w.-]+)/.exec(text)?.[1] ?? '';
    const tag = currentTag(written, this.#context.file.mode);
    texts.push(written === tag ? text : text.replaceAll(`${written}>`, `${tag}>`));
  }

  #countPercent({ percent, weight }: Strength): void {
    const known = this.#percents.get(percent) ?? { weight, count: 0 };
    known.count++;
    this.#percents.set(percent, known);
  }

  finish(savedRooms: ReadonlyMap<string, readonly string[]>, remarks: Diagnostic[]): FetRules {
    const rooms = planRooms(this.#wishes, this.#context, savedRooms);
    // In block planning an hour is a block, at one time on all days: students are in it once, teachers may be again.
    if (this.#context.file.mode.name === 'Block_Planning') {
      this.#add({ kind: 'differentTime', scope: { of: 'groups' }, params: {} }, alwaysKept, 'Blocks');
    }
    for (const draft of halvesOfRealDays(this.#context)) this.#add(draft, alwaysKept, 'MorningOrAfternoon');
    for (const draft of rooms.drafts) this.#add(draft, draft.strength, 'ConstraintPreferredRooms');
    if (rooms.needOf.size > 0) this.#addBasic('roomCapacity');
    const lockOf = new Map<string, EventLock>([...this.#lockOf].map(([id, timeId]) => [id, { timeId }]));
    for (const [id, { lockedRooms }] of rooms.needOf) {
      if (lockedRooms !== undefined) lockOf.set(id, { ...lockOf.get(id), roomIds: lockedRooms });
    }
    if (lockOf.size > 0) this.#addBasic('pinned');
    for (const activity of this.#context.file.activities) {
      if (!activity.active) this.#keep(activity.element, 'Activity (inactive)');
    }
    const { days, halfDayTeachers } = this.#context.file;
    const realDays = Math.floor(days.length / 2);
    const excepted = [...halfDayTeachers.values()].filter(
      (exceptions) => !canSayExceptions(realDays, exceptions),
    ).length;
    const notEnforced = [...this.#kept].map(
      ([kind, texts]): ForeignRule => ({ format: 'fet', kind, text: texts.join('\n'), count: texts.length }),
    );
    // Their details, which are kept, say on how many days they may work both halves.
    if (excepted > 0) notEnforced.push({ format: 'fet', kind: exceptionKind, text: '', count: excepted });
    this.#report(notEnforced, rooms, remarks);
    const breaks = this.#breaks();
    return {
      rules: allCount(unitedEvents(unitedAbsences(this.#rules), this.#context), this.#context),
      breaks,
      lockOf,
      rooms,
      notEnforced,
    };
  }

  /** What is always hard in FET. */
  #addBasic(kind: string): void {
    this.#rules.push({ id: kind, kind, scope: { of: 'events' }, params: {}, hard: true, weight: 1 });
  }

  /** Days with more slots than masks hold have no breaks: there no event may lie in them instead. */
  #breaks(): BreakData[] {
    const { days, hours } = this.#context.file;
    if (hours.length > mostSlotsWithBreaks && this.#breakDays.size > 0) {
      const slots = days.map((_, day) => ({
        day: dayId(day),
        slots: [...hours.keys()].filter((hour) => this.#breakDays.get(hour)?.has(dayId(day)) !== true),
      }));
      const params = { slots, wholly: true };
      this.#rules.push({ id: 'breaks', kind: 'preferredTime', scope: { of: 'events' }, params, hard: true, weight: 1 });
      return [];
    }
    return [...this.#breakDays]
      .sort(([first], [second]) => first - second)
      .map(([slot, on]) => ({ name: 'Break', slot, ...(on.size === days.length ? {} : { days: [...on] }) }));
  }

  #report(notEnforced: readonly ForeignRule[], rooms: RoomPlan, remarks: Diagnostic[]): void {
    for (const { kind, count } of notEnforced) {
      const remark = kind.endsWith('(inactive)') ? info : warning;
      remarks.push(
        remark('fet.notEnforced', '"{kind}" is kept, but not enforced.', {
          value: count,
          values: { kind },
          advice: 'It is listed in the project and stays in its file.',
        }),
      );
    }
    if (this.#percents.size > 0) {
      const shown = [...this.#percents]
        .sort(([first], [second]) => second - first)
        .map(([percent, { weight, count }]) => `${percent} % → ${weight} (${count})`);
      remarks.push(
        info('fet.percentages', 'Percentages below 100 became weights of soft rules.', {
          value: shown.join(', '),
          advice: 'A weight is the odds of the percentage, from 1 to 100. Change it in the list of rules.',
        }),
      );
    }
    reportRooms(rooms, remarks);
  }
}

function reportRooms({ contradictory, unresolved }: RoomPlan, remarks: Diagnostic[]): void {
  if (contradictory.length > 0) {
    const message =
      '{count|activity wants|activities want} rooms that exclude each other; a constraint of each will be broken.';
    const values = { count: contradictory.length };
    remarks.push(
      warning('fet.noCommonRoom', message, { value: contradictory.join(', '), advice: 'Remove one of them.', values }),
    );
  }
  if (unresolved.length > 0) {
    const message =
      '{count|virtual room is read as a room; the real rooms it needs|virtual rooms are read as rooms; the real rooms they need} are not kept free.';
    const values = { count: unresolved.length };
    remarks.push(warning('fet.virtualRoom', message, { value: unresolved.join(', '), values }));
  }
}

/** The draft with its numbers brought into the range of its kind, or null when that would change what it asks for. */
function usable(draft: RuleDraft): RuleDraft | null {
  const definition = definitionOf(draft.kind);
  if (definition === undefined || !definition.scopes.includes(draft.scope.of)) return null;
  const params: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(draft.params)) {
    const spec = definition.params[name];
    if (spec === undefined) return null;
    if (spec.type !== 'integer' || typeof value !== 'number') {
      params[name] = value;
      continue;
    }
    if (value < spec.min) return null;
    // No day has more slots and no week more days than the ranges go.
    params[name] = Math.min(value, spec.max);
  }
  return { ...draft, params };
}
