import { type Accessor, createSignal } from 'solid-js';
import type { CalendarData, DayData, ProblemData, RuleData } from '../../../domain/problem-data.ts';
import { type PlannedBreak, plannedDay, type SlotPlan, type SlotPlanFlaw } from '../../../domain/slot-plan.ts';
import type { Services } from '../../services.tsx';
import { locale } from '../words/locale.ts';
import { remarkText } from '../words/message-text.ts';

/** A plan of slots as it is typed. */
export interface SlotPlanTyped {
  readonly from: string;
  readonly to: string;
  readonly minutes: string;
  readonly pause: string;
  readonly breakName: string;
  /** Empty when there is no break. */
  readonly breakFrom: string;
  readonly breakTo: string;
}

/** What the wizard asks for. */
export interface NewProjectFields extends SlotPlanTyped {
  readonly name: string;
  /** 1 (Monday) … 7 (Sunday), ascending from the first weekday of the locale. */
  readonly weekdays: readonly number[];
  /** True for the calendar that is proposed instead of the days and slots above. */
  readonly isProposed: boolean;
}

/** What is known before somebody asks for a new project. */
export interface ProjectProposal {
  readonly name: string;
  readonly calendar: CalendarData;
}

export function usualSlotPlan(breakName: string): SlotPlanTyped {
  return { from: '08:00', to: '16:00', minutes: '60', pause: '0', breakName, breakFrom: '12:00', breakTo: '13:00' };
}

export type NewProjectFlaw = SlotPlanFlaw | 'name' | 'days';

export interface NewProject {
  readonly fields: Accessor<NewProjectFields>;
  set(change: Partial<NewProjectFields>): void;
  toggleDay(weekday: number): void;
  /** What would be created, or what is still wrong. */
  readonly calendar: () => CalendarData | NewProjectFlaw;
  /** The id of the new project, or null when it could not be stored; then `failed` says why. */
  create(): Promise<string | null>;
  readonly failed: Accessor<string | null>;
}

const monday = Date.UTC(2024, 0, 1);

/** Name of a weekday (1 is Monday) in the language of the interface. */
export function weekdayName(weekday: number): string {
  const date = new Date(monday + (weekday - 1) * 86_400_000);
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** Weekdays from the first one of the locale on. */
export function weekdaysInOrder(locale: string | undefined): readonly number[] {
  const info = locale === undefined ? undefined : weekInfo(locale);
  const first = info?.firstDay ?? 1;
  return Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1);
}

interface WeekInfo {
  readonly firstDay: number;
}

/** Not every browser knows it, and some know it as a property. */
function weekInfo(locale: string): WeekInfo | undefined {
  try {
    const known = new Intl.Locale(locale) as { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
    return known.getWeekInfo?.() ?? known.weekInfo;
  } catch {
    return undefined;
  }
}

export function dayOf(weekday: number): DayData {
  const ids = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  return { id: ids[weekday - 1] ?? `day-${weekday}`, name: weekdayName(weekday), weekday };
}

/**
 * What everybody takes for granted: without those of rooms, seats and types in the tables would mean nothing; without those
 * of days, a first timetable would leave people waiting for hours, with no rule broken. Groups wait least.
 */
const usualRules: readonly RuleData[] = [
  { id: 'suitable-rooms', kind: 'roomSuitability', scope: { of: 'events' }, params: {}, hard: true, weight: 1 },
  { id: 'enough-seats', kind: 'roomCapacity', scope: { of: 'events' }, params: {}, hard: false, weight: 1 },
  {
    id: 'groups-wait-little',
    kind: 'maxGapsPerDay',
    scope: { of: 'groups' },
    params: { max: 0 },
    hard: false,
    weight: 3,
  },
  {
    id: 'staff-wait-little',
    kind: 'maxGapsPerDay',
    scope: { of: 'instructors' },
    params: { max: 0 },
    hard: false,
    weight: 1,
  },
  { id: 'even-days', kind: 'balancedDays', scope: { of: 'groups' }, params: { difference: 2 }, hard: false, weight: 1 },
];

/** A problem with a calendar, these rules and nothing else. */
function emptyProblem(name: string, calendar: CalendarData): ProblemData {
  const nothing = { meetingTimes: [], courses: [], rooms: [], instructors: [], groups: [], students: [] };
  return { name, calendar, ...nothing, events: [], rules: usualRules, notEnforced: [] };
}

export function slotPlanOf(fields: SlotPlanTyped): SlotPlan {
  const breaks: readonly PlannedBreak[] =
    fields.breakFrom === '' ? [] : [{ name: fields.breakName.trim(), from: fields.breakFrom, to: fields.breakTo }];
  return { from: fields.from, to: fields.to, minutes: numberOf(fields.minutes), pause: numberOf(fields.pause), breaks };
}

function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed);
}

export function createNewProject(
  services: Services,
  breakName: string,
  locale: string | undefined,
  proposal: ProjectProposal | null = null,
): NewProject {
  const order = weekdaysInOrder(locale);
  const [fields, setFields] = createSignal<NewProjectFields>({
    name: proposal?.name ?? '',
    isProposed: proposal !== null,
    weekdays: order.filter((weekday) => weekday <= 5),
    ...usualSlotPlan(breakName),
  });
  const [failed, setFailed] = createSignal<string | null>(null);
  let isStoring = false;
  const set = (change: Partial<NewProjectFields>) => void setFields((before) => ({ ...before, ...change }));
  const calendar = (): CalendarData | NewProjectFlaw => {
    if (fields().name.trim() === '') return 'name';
    if (proposal !== null && fields().isProposed) return proposal.calendar;
    if (fields().weekdays.length === 0) return 'days';
    const day = plannedDay(slotPlanOf(fields()));
    return typeof day === 'string' ? day : { days: fields().weekdays.map(dayOf), ...day, weekCount: 1, closed: [] };
  };
  return {
    fields,
    set,
    toggleDay(weekday) {
      const { weekdays } = fields();
      const chosen = (day: number) => (day === weekday ? !weekdays.includes(day) : weekdays.includes(day));
      set({ weekdays: order.filter(chosen) });
    },
    calendar,
    async create() {
      const made = calendar();
      // A second click while it is stored means the same project.
      if (typeof made === 'string' || isStoring) return null;
      isStoring = true;
      const content = { problem: emptyProblem(fields().name.trim(), made), timetables: [] };
      const stored = await services.storage.projects.create(content, 'new', []);
      isStoring = false;
      if (!stored.ok) setFailed(remarkText(stored.diagnostics[0]));
      return stored.ok ? stored.value.id : null;
    },
    failed,
  };
}
