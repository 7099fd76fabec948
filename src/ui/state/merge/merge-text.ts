import { definitionOf } from '../../../domain/constraints/registry.ts';
import { nameIn } from '../../../domain/data-names.ts';
import type { MergeEntry } from '../../../domain/merge/merge.ts';
import type { ListName } from '../../../domain/operations/operation.ts';
import type { ProblemData, RuleData, ScopeTarget } from '../../../domain/problem-data.ts';
import { ruleSentence } from '../../../domain/rule-sentence.ts';
import type { TargetId } from '../../../domain/sheets/targets.ts';
import type { Translate } from '../../text/text.tsx';
import { fieldTitle } from '../sheets/tables.ts';
import { listText, wording } from '../words/wording.ts';

const longestValue = 120;

/** Whose ids a field holds. */
const listOfField: Readonly<Record<string, ScopeTarget>> = {
  courseId: 'courses',
  courseIds: 'courses',
  groupIds: 'groups',
  overlaps: 'groups',
  eventIds: 'events',
  absentIds: 'instructors',
  coveringId: 'instructors',
  roomIds: 'rooms',
  rooms: 'rooms',
  instructorIds: 'instructors',
  instructors: 'instructors',
};

/** What an entry is about, as people call it. */
export function entryName(
  { list, id }: Pick<MergeEntry, 'list' | 'id'>,
  mine: ProblemData,
  theirs: ProblemData,
  text: Translate,
): string {
  if (list === 'calendar') return text('dataCalendar');
  if (list === 'rules') return ruleName(id, mine, theirs);
  if (list === 'covers') return coverName(id, mine, theirs);
  if (list === 'enrolments') return entryName({ list: 'students', id }, mine, theirs, text);
  const problem = isIn(list === 'places' ? 'events' : list, id, mine) ? mine : theirs;
  if (list === 'meetingTimes') return id;
  if (list === 'students') return problem.students.find((student) => student.id === id)?.name ?? id;
  const of = list === 'places' ? 'events' : list;
  const name = nameIn(problem, of, id);
  if (of !== 'events') return name;
  const groups = problem.events.find((event) => event.id === id)?.groupIds ?? [];
  return [name, listText(groups.map((group) => nameIn(problem, 'groups', group)))]
    .filter((part) => part !== '')
    .join(' · ');
}

/** "2026-10-05 · Algebra" */
function coverName(id: string, mine: ProblemData, theirs: ProblemData): string {
  const [date = '', ...rest] = id.split(' ');
  const eventId = rest.join(' ');
  return `${date} · ${nameIn(isIn('events', eventId, mine) ? mine : theirs, 'events', eventId)}`;
}

function isIn(list: ListName, id: string, problem: ProblemData): boolean {
  const items: readonly { readonly id: string }[] = problem[list];
  return items.some((item) => item.id === id);
}

function ruleName(id: string, mine: ProblemData, theirs: ProblemData): string {
  const own = mine.rules.find((rule) => rule.id === id);
  const rule: RuleData | undefined = own ?? theirs.rules.find((item) => item.id === id);
  const definition = rule === undefined ? undefined : definitionOf(rule.kind);
  if (rule === undefined || definition === undefined) return rule?.kind ?? id;
  return ruleSentence(own === undefined ? theirs : mine, definition, rule, undefined, wording());
}

/** What a field is called; fields that no table shows keep the name they have in a file. */
export function mergeFieldName(list: MergeEntry['list'], name: string, text: Translate): string {
  const known: Readonly<Record<string, string>> = {
    ...{
      timeId: text('sheetField_start'),
      roomIds: text('sheetField_rooms'),
      instructorIds: text('columnInstructors'),
    },
    ...{ lock: text('mergeField_lock'), times: text('mergeField_times'), travel: text('mergeField_travel') },
    ...{ breaks: text('mergeField_breaks'), closed: text('mergeField_closed'), term: text('calendarTerm') },
    ...{ hard: text('mergeField_hard'), weight: text('mergeField_weight'), params: text('mergeField_params') },
    ...{ absentIds: text('mergeField_absent'), coveringId: text('mergeField_covering') },
    ...{ note: text('mergeField_note'), enabled: text('mergeField_enabled'), configurations: text('mergeField_parts') },
  };
  if (known[name] !== undefined) return known[name];
  // Only lists with a table know more.
  if (list === 'enrolments') return text('mergeField_enrolment');
  return list === 'calendar' || list === 'places' || list === 'rules' || list === 'covers'
    ? name
    : fieldTitle(text, list as TargetId, name);
}

/** A value as people read it; names stand for ids. */
export function mergeValueText(
  list: MergeEntry['list'],
  field: string,
  value: unknown,
  problem: ProblemData,
  text: Translate,
): string {
  if (value === undefined) return text('mergeNothing');
  if (typeof value === 'boolean') return value ? text('yes') : text('mergeNo');
  const whole = plainText(list, field, value, problem);
  return whole.length > longestValue ? `${whole.slice(0, longestValue - 1)}…` : whole;
}

function plainText(list: MergeEntry['list'], field: string, value: unknown, problem: ProblemData): string {
  const of = field === 'parentId' ? (list === 'events' ? 'events' : 'groups') : listOfField[field];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (field === 'timeId') return timeText(value, problem);
    return of === undefined ? value : nameIn(problem, of, value);
  }
  if (!Array.isArray(value)) return JSON.stringify(value);
  return listText(value.map((entry: unknown) => entryText(entry, of, problem)));
}

function entryText(entry: unknown, of: ScopeTarget | undefined, problem: ProblemData): string {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : entry;
  if (typeof id === 'number') return String(id + 1);
  if (typeof id !== 'string') return JSON.stringify(entry);
  return of === undefined ? timeText(id, problem) : nameIn(problem, of, id);
}

/** "Monday 08:00" for a plain block; other ids as they are. */
function timeText(id: string, { calendar }: ProblemData): string {
  const block = /^(.+)@(\d+)/.exec(id);
  const day = calendar.days.find((item) => item.id === block?.[1]);
  return block === null || day === undefined ? id : `${day.name} ${calendar.slots[Number(block[2])]?.start ?? ''}`;
}
