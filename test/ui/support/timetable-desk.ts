import { createRoot, createSignal } from 'solid-js';
import { expect, vi } from 'vitest';
import { assign } from '../../../src/domain/operations/changes-of.ts';
import type { ProblemData } from '../../../src/domain/problem-data.ts';
import {
  createTimetableEditing,
  type EditingContext,
  type TimetableEditing,
} from '../../../src/ui/state/timetable/editing.ts';
import { createPlacement, type Placed, type Placement } from '../../../src/ui/state/timetable/placement.ts';
import { en } from '../../../src/ui/text/en.ts';
import { createTranslate } from '../../../src/ui/text/text.tsx';
import { openTab } from '../../storage/support.ts';
import { addProject, openProject, type ProjectTab } from './project-tab.ts';

/** A timetable being edited, without a page around it. */
export interface Desk {
  readonly tab: ProjectTab;
  readonly context: EditingContext;
  readonly placement: Placement;
  readonly actions: TimetableEditing;
  readonly complaints: readonly string[];
  /** Index of an event. */
  event(id: string): number;
  placed(): Placed;
  /** Time and rooms of an event by ids, `null` in the tray. */
  where(id: string): { readonly time: string; readonly rooms: readonly string[] } | null;
  /** Picks a card up and waits for what the cells say. */
  hold(id: string): Promise<void>;
}

/** The times of events by their ids, all of them in room r1; others are not placed. */
export async function openDesk(times: Readonly<Record<string, string>>, problem?: ProblemData): Promise<Desk> {
  const tab = await openProject(await openTab(), await addProject(await openTab(), problem));
  const { project } = tab;
  const record = () => project.timetables()[0] ?? null;
  const rows = project.data().events.map(({ id }) => {
    const timeId = times[id];
    return timeId === undefined
      ? { eventId: id, roomIds: [], instructorIds: [] }
      : { eventId: id, timeId, roomIds: ['r1'], instructorIds: [] };
  });
  const first = record();
  if (first === null) expect.fail('no timetable');
  project.editor.apply({ action: 'place' }, assign(first.id, first.timetable, rows));
  const complaints: string[] = [];
  return createRoot(() => {
    const [shown] = createSignal(record);
    const placement = createPlacement(project, tab.services.editing, () => shown()());
    const context: EditingContext = {
      project,
      editing: tab.services.editing,
      placed: placement.placed,
      text: createTranslate(() => en),
      ruleNames: (kind) => kind,
      complain: (message) => void complaints.push(message),
    };
    const actions = createTimetableEditing(context);
    const placed = () => placement.placed() ?? expect.fail('nothing placed');
    const event = (id: string) => placed().problem.events.findIndex((candidate) => candidate.id === id);
    return {
      tab,
      context,
      placement,
      actions,
      complaints,
      event,
      placed,
      where(id) {
        const { problem: built, timetable } = placed();
        const assignment = timetable.assignments[event(id)];
        const time = built.times[assignment?.time ?? -1];
        if (assignment === undefined || time === undefined) return null;
        return {
          time: `${built.data.calendar.days[time.days[0] ?? 0]?.id}@${time.start}`,
          rooms: assignment.rooms.map((room) => built.rooms[room]?.id ?? ''),
        };
      },
      async hold(id) {
        actions.pickUp(event(id));
        await vi.waitFor(() => expect(actions.verdicts().size).toBeGreaterThan(0), 10_000);
      },
    };
  });
}
