import type { Accessor } from 'solid-js';
import type { Timetable } from '../../../domain/timetable.ts';
import type { Storage } from '../../../storage/storage.ts';
import type { OpenProject } from '../project/project.ts';
import { groupNames, instructorNames, partNames, roomNames } from '../words/labels.ts';
import { type Paint, paintOf } from './colours.ts';
import { itemOf, type LockLevel, type LockPart, locksOf } from './locks.ts';
import type { TimetableSelection } from './page.ts';
import { createReference } from './reference.ts';
import type { ViewKind } from './view.ts';

/** What a card says of its event. */
export interface EventCardView {
  readonly course: number;
  readonly title: string;
  /** People and room, whichever the view itself does not say. */
  readonly detail: string;
  readonly hard: number;
  readonly soft: number;
  readonly locks: ReadonlyMap<LockPart, LockLevel>;
  readonly hasRoom: boolean;
  readonly paint: Paint;
}

export interface CardTexts {
  /** What a card says in the view of an item of the given kind. */
  readonly viewOf: (event: number, kind: ViewKind, item: number | undefined) => EventCardView;
  /** What `changed` is measured against. */
  readonly reference: Accessor<Timetable | null>;
}

export function createCardTexts(storage: Storage, project: OpenProject, selection: TimetableSelection): CardTexts {
  const reference = createReference(storage, project, selection);
  return {
    reference,
    viewOf(index, kind, item) {
      const shown = selection.placed();
      const event = shown?.problem.events[index];
      if (shown === null || event === undefined) return noView;
      const { problem, timetable } = shown;
      const parts = [
        kind === 'group' ? '' : groupNames(problem, index),
        kind === 'instructor' ? '' : instructorNames(problem, timetable, index),
        kind === 'room' ? '' : roomNames(problem, timetable, index),
        // Last: where there is no room for all, who teaches where says more.
        kind === 'group' ? partNames(problem, index, item) : '',
      ];
      const evaluated = selection.evaluated();
      const violations = evaluated?.ofEvent.get(index) ?? [];
      const hard = violations.filter((violation) => violation.hard).length;
      return {
        course: event.course,
        title: event.name,
        detail: parts.filter((part) => part !== '').join(' · '),
        hard,
        soft: violations.length - hard,
        // as edited, also before the problem is built again
        locks: locksOf(itemOf(project.data(), problem, index)),
        hasRoom: event.roomCount === 0 || (timetable.assignments[index]?.rooms ?? []).some((room) => room >= 0),
        paint: paintOf(selection.colour(), { problem, timetable, evaluated, reference: reference() }, index),
      };
    },
  };
}

const noView: EventCardView = {
  course: 0,
  title: '',
  detail: '',
  hard: 0,
  soft: 0,
  locks: new Map(),
  hasRoom: true,
  paint: { hue: 0, level: null, note: '' },
};
