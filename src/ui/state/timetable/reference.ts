import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Timetable, TimetableData } from '../../../domain/timetable.ts';
import type { Storage } from '../../../storage/storage.ts';
import type { OpenProject } from '../project/project.ts';
import type { TimetableSelection } from './page.ts';
import { placedOf } from './placement.ts';

/** Timetables as they were when they were first looked at, as long as their project is open. */
const openedOf = new WeakMap<OpenProject, Map<string, TimetableData>>();

/**
 * What changes are counted from: another timetable of the project when one is chosen, this one as it was when the project
 * was opened (`opened`), else the published version. Null while cards are not coloured by changes.
 */
export function createReference(
  storage: Storage,
  project: OpenProject,
  selection: TimetableSelection,
): Accessor<Timetable | null> {
  const opened = openedOf.get(project) ?? new Map<string, TimetableData>();
  openedOf.set(project, opened);
  createEffect(() => {
    const record = selection.record();
    if (record !== null && !opened.has(record.id)) opened.set(record.id, record.timetable);
    const there = new Set(project.timetables().map(({ id }) => id));
    for (const id of opened.keys()) if (!there.has(id)) opened.delete(id);
  });
  const isAsked = createMemo(() => selection.colour() === 'changed');
  const published = createPublished(storage, project.id, isAsked);
  return createMemo(() => {
    const record = selection.record();
    if (!isAsked() || record === null) return null;
    const against = selection.against();
    const other = project.timetables().find(({ id }) => id === against)?.timetable;
    const known = other ?? (against === 'opened' ? null : published());
    const timetable = known ?? opened.get(record.id) ?? record.timetable;
    return placedOf(selection.problem(), { ...record, timetable }, null).timetable;
  });
}

/** The timetable of the published version; null while nobody asks, and when there is none. */
function createPublished(
  { versions }: Storage,
  projectId: string,
  isAsked: Accessor<boolean>,
): Accessor<TimetableData | null> {
  const [timetable, setTimetable] = createSignal<TimetableData | null>(null);
  createEffect(() => {
    if (!isAsked()) return;
    const stop = versions.watch(projectId, async (records) => {
      const record = records.find(({ published }) => published);
      const content = record === undefined ? null : await versions.content(record.id);
      setTimetable(content?.ok === true ? content.value.timetable : null);
    });
    onCleanup(stop);
  });
  return timetable;
}
