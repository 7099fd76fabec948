import { definitionOf } from '../../../domain/constraints/registry.ts';
import { putItem, putItems } from '../../../domain/operations/changes-of.ts';
import type { Change, OperationLabel, ProjectDocument } from '../../../domain/operations/operation.ts';
import { removalOf } from '../../../domain/operations/removal.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { EventData, RuleData } from '../../../domain/problem-data.ts';
import type { Relaxation } from '../../../domain/relaxation.ts';
import { wordsOfParam, wordsOfRule } from '../../../domain/wording/rule-words.ts';
import type { Translate } from '../../text/text.tsx';
import { wording } from '../words/wording.ts';

/** One way to take something of a conflict back, or a part of it. */
export interface Relief {
  /** What is done, as it stands on a button. */
  readonly title: string;
  /** True when it takes back all that the predicted gain is about; else a part of it. */
  readonly isWhole: boolean;
  readonly label: OperationLabel;
  readonly changes: readonly Change[];
}

/** A broken rule that was hard stays dearer than usual wishes. */
const softenedWeight = 100;
const coursesOffered = 3;
const mostAtOnce = 1_000_000;

/**
 * What can be done about one part of a conflict in the data as it is now; empty when it was done already or its
 * subject is gone. `searched` is the problem in which the conflict was found.
 */
export function reliefs(
  document: ProjectDocument,
  searched: Problem,
  relaxation: Relaxation,
  events: readonly number[],
  text: Translate,
): readonly Relief[] {
  switch (relaxation.kind) {
    case 'rule':
      return ruleReliefs(document, searched.rules[relaxation.rule]?.data.id ?? '', text);
    case 'capacity':
      return capacityReliefs(document, searched, relaxation.resources, events, text);
    default:
      return eventReliefs(document, searched, relaxation, text);
  }
}

function ruleReliefs({ problem }: ProjectDocument, id: string, text: Translate): readonly Relief[] {
  const rule = problem.rules.find((item) => item.id === id);
  const definition = definitionOf(rule?.kind ?? '');
  if (rule === undefined || definition === undefined || !rule.hard || rule.enabled === false) return [];
  const changed = (title: string, after: RuleData, isWhole: boolean, action: OperationLabel['action']): Relief => ({
    title,
    isWhole,
    label: { action, subject: wordsOfRule(definition, wording()).title },
    changes: [putItem(problem, 'rules', after)],
  });
  const extended = Object.entries(definition.params).flatMap(([name, spec]) => {
    if (spec.type !== 'integer' || spec.bound === undefined) return [];
    const before = Number(rule.params[name] ?? spec.default);
    const value = spec.bound === 'most' ? before + 1 : before - 1;
    if (value < spec.min || value > spec.max) return [];
    const title = text('relaxExtend', { ...wordsOfParam(definition, name, wording()), value });
    return [changed(title, { ...rule, params: { ...rule.params, [name]: value } }, false, 'changeRule')];
  });
  const soft = { ...rule, hard: false, weight: softenedWeight };
  return [
    ...extended,
    changed(text('relaxSoften'), soft, true, 'changeRule'),
    changed(text('relaxSwitchOff'), { ...rule, enabled: false }, true, 'switchRule'),
  ];
}

function capacityReliefs(
  document: ProjectDocument,
  searched: Problem,
  resources: readonly number[],
  events: readonly number[],
  text: Translate,
): readonly Relief[] {
  const { problem } = document;
  const first = searched.resources[resources[0] ?? -1];
  if (first === undefined) return [];
  const shared = resources.flatMap((resource) => {
    const { kind, ref } = searched.resources[resource] ?? { kind: 'set' as const, ref: -1 };
    const room = kind === 'room' ? problem.rooms.find(({ id }) => id === searched.rooms[ref]?.id) : undefined;
    const isAsFound = (room?.shareable ?? 1) === first.capacity && first.capacity < mostAtOnce;
    return room === undefined || !isAsFound ? [] : [{ ...room, shareable: first.capacity + 1 }];
  });
  const share: Relief[] =
    shared.length === 0
      ? []
      : [
          {
            title: text('relaxShare', { count: first.capacity + 1 }),
            isWhole: false,
            label: { action: 'change', subject: shared[0]?.name ?? '' },
            changes: putItems(problem, 'rooms', shared),
          },
        ];
  return [...share, ...takenOut(document, searched, events, text)];
}

/** Of the courses with most of the events, one event each: what asks for more than there is asks for less. */
function takenOut(
  document: ProjectDocument,
  searched: Problem,
  events: readonly number[],
  text: Translate,
): readonly Relief[] {
  const there = new Set(document.problem.events.map(({ id }) => id));
  const byName = new Map<string, string[]>();
  for (const index of events) {
    const event = searched.events[index];
    if (event === undefined) continue;
    byName.set(event.name, [...(byName.get(event.name) ?? []), event.id]);
  }
  return [...byName]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([name, ids]) => [name, ids.findLast((id) => there.has(id))] as const)
    .filter((entry): entry is readonly [string, string] => entry[1] !== undefined)
    .slice(0, coursesOffered)
    .map(([name, id]): Relief => {
      return {
        title: text('relaxTakeOut', { name }),
        isWhole: false,
        label: { action: 'remove', subject: name },
        changes: removalOf(document, 'events', [id]).changes,
      };
    });
}

function eventReliefs(
  { problem }: ProjectDocument,
  searched: Problem,
  { kind, events }: Extract<Relaxation, { readonly events: readonly number[] }>,
  text: Translate,
): readonly Relief[] {
  const field = kind;
  const wanted = new Set(events.map((index) => searched.events[index]?.id));
  const held = problem.events.filter((event) => wanted.has(event.id) && event[field] !== undefined);
  const [first] = held;
  if (first === undefined) return [];
  const freed = held.map((event): EventData => {
    const { [field]: _, ...rest } = event;
    // Leaving an optional field out gives the same type.
    return rest as EventData;
  });
  const subject = searched.events[events[0] ?? -1]?.name ?? first.id;
  const titles = { lock: 'relaxUnlock', times: 'relaxAnyTime', rooms: 'relaxAnyRoom' } as const;
  return [
    {
      title: text(titles[field]),
      isWhole: true,
      label: {
        action: field === 'lock' ? 'unlock' : 'change',
        subject,
        ...(held.length > 1 ? { count: held.length } : {}),
      },
      changes: putItems(problem, 'events', freed),
    },
  ];
}
