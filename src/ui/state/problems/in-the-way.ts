import { type Accessor, createResource } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { RunOutcome } from '../../../engine/run-contract/run-events.ts';
import type { RunRecord, WayRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import { groupNames, instructorNames } from '../words/labels.ts';

/** Events called alike that took the places of others called alike; the first of each stands for them. */
export interface WayRow {
  readonly event: number;
  readonly other: number;
  /** What tells the two apart where they have one name: groups, else instructors. */
  readonly eventHint: string;
  readonly otherHint: string;
  readonly times: number;
}

/** The most frequent first. Events that the problem no longer has are left out. */
export function wayRows(problem: Problem, records: readonly WayRecord[]): readonly WayRow[] {
  const indexOf = new Map(problem.events.map(({ id, index }) => [id, index]));
  const rows = new Map<string, WayRow>();
  for (const { eventId, otherId, times } of records) {
    const [event, other] = [indexOf.get(eventId), indexOf.get(otherId)];
    if (event === undefined || other === undefined) continue;
    const [eventHint, otherHint] = [hintOf(problem, event), hintOf(problem, other)];
    const key = JSON.stringify([problem.events[event]?.name, eventHint, problem.events[other]?.name, otherHint]);
    const known = rows.get(key) ?? { event, other, eventHint, otherHint, times: 0 };
    rows.set(key, { ...known, times: known.times + times });
  }
  return [...rows.values()].sort((a, b) => b.times - a.times);
}

function hintOf(problem: Problem, event: number): string {
  return groupNames(problem, event) || instructorNames(problem, { assignments: [] }, event);
}

/** Who was in whose way, by ids: the row of the run may be read when the project has changed. */
export function wayOf({ events }: Problem, { conflicts }: RunOutcome): Pick<RunRecord, 'inTheWay'> {
  if (conflicts === undefined) return {};
  const id = (event: number) => events[event]?.id ?? '';
  return { inTheWay: conflicts.map(({ event, other, times }) => ({ eventId: id(event), otherId: id(other), times })) };
}

/** What the run of that id left; nothing while it is read, or when there is no such run any more. */
export function createWayRecords(services: Services, runId: Accessor<string | null>): Accessor<readonly WayRecord[]> {
  const [run] = createResource(runId, async (id) => {
    const found = await services.storage.runs.get(id);
    return found.ok ? found.value : null;
  });
  return () => run.latest?.inTheWay ?? [];
}
