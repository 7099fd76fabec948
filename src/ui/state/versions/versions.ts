import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { changesBetweenSteps, placesBetween } from '../../../domain/operations/changes-between.ts';
import { differOnlyInCovers } from '../../../domain/operations/cover-changes.ts';
import type { Change } from '../../../domain/operations/operation.ts';
import { addTimetable } from '../../../domain/operations/timetable-changes.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import type { Result } from '../../../domain/result.ts';
import type { Score } from '../../../domain/score.ts';
import { inSlices } from '../../../domain/steps.ts';
import { fromTimetableData } from '../../../domain/timetable-data.ts';
import type { TimetableRecord, VersionContent, VersionRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import type { Notices } from '../frame/notices.ts';
import type { OpenProject } from '../project/project.ts';
import { undoSeconds } from '../project/project-list.ts';
import { remarkText } from '../words/message-text.ts';
import { liftedLocks, locksOfPublished } from './published-locks.ts';

/** Named states of a project. */
export interface VersionActions {
  /** Newest first; null until read. */
  readonly list: Accessor<readonly VersionRecord[] | null>;
  /** What is there now, with the timetable (none: null), under a name. */
  save(name: string, note: string, timetable: TimetableRecord | null): Promise<void>;
  /** Data and timetable become those of the version, as one operation that can be undone. */
  restore(version: VersionRecord): Promise<void>;
  /** Its timetable as one more of the project; the id, or null when that failed. */
  openTimetable(version: VersionRecord): Promise<string | null>;
  describe(version: VersionRecord, name: string, note: string): Promise<void>;
  /** One version at most is published. Offers to lock what people know then, or to lift those locks. */
  publish(version: VersionRecord, published: boolean): Promise<void>;
  /** Removes it at once and offers to undo that for a while. */
  remove(version: VersionRecord): Promise<void>;
  content(version: VersionRecord): Promise<VersionContent | null>;
}

/** What the actions on versions share. */
interface VersionDesk {
  readonly services: Services;
  readonly project: OpenProject;
  readonly notices: Notices;
  readonly text: Translate;
  /** Complains about what failed; true when it went well. */
  told(result: Result<unknown>): boolean;
  content(version: VersionRecord): Promise<VersionContent | null>;
}

export function createVersions(
  services: Services,
  project: OpenProject,
  notices: Notices,
  text: Translate,
): VersionActions {
  const { versions } = services.storage;
  const [list, setList] = createSignal<readonly VersionRecord[] | null>(null);
  onCleanup(versions.watch(project.id, (records) => void setList(records)));

  const told = (result: Result<unknown>): boolean => {
    if (!result.ok) notices.complain(remarkText(result.diagnostics[0]));
    return result.ok;
  };
  const content = async ({ id }: VersionRecord): Promise<VersionContent | null> => {
    const found = await versions.content(id);
    return told(found) && found.ok ? found.value : null;
  };
  const desk: VersionDesk = { services, project, notices, text, told, content };

  return {
    list,
    content,
    save: (name, note, chosen) => save(desk, newRecord(desk, list() ?? [], name, note, chosen), chosen),
    restore: (version) => restore(desk, version),
    openTimetable: (version) => openTimetable(desk, version),
    async describe(version, name, note) {
      const trimmed = name.trim() === '' ? version.name : name.trim();
      if (trimmed === version.name && note.trim() === version.note) return;
      told(await versions.update(version.id, { name: trimmed, note: note.trim() }));
    },
    publish: (version, published) => publish(desk, version, published),
    async remove(version) {
      const removed = await versions.remove(version.id);
      if (!told(removed) || !removed.ok) return;
      const undo = async () => {
        told(await versions.restore(removed.value));
      };
      notices.offer(text('versionDeleted', { name: version.name }), text('undo'), undo, undoSeconds);
    },
  };
}

/** The present state as a version, not yet kept. */
function newRecord(
  { services, project }: VersionDesk,
  versions: readonly VersionRecord[],
  name: string,
  note: string,
  chosen: TimetableRecord | null,
): VersionRecord {
  const { editor } = project;
  return {
    id: services.clock.newId(),
    version: 1,
    projectId: project.id,
    name: name.trim(),
    note: note.trim(),
    createdAt: services.clock.now().toISOString(),
    parentId: parentOf(versions, editor)?.id ?? null,
    published: false,
    seq: stateOf(editor),
    restoredBy: [],
    eventCount: editor.data().events.length,
    timetable: chosen === null ? null : { id: chosen.id, name: chosen.name },
    score: chosen?.score ?? null,
  };
}

async function save(
  { services, project, notices, text, told }: VersionDesk,
  record: VersionRecord,
  chosen: TimetableRecord | null,
): Promise<void> {
  const { versions } = services.storage;
  const content = { problem: project.editor.data(), timetable: chosen?.timetable ?? null };
  if (!told(await versions.add(record, content))) return;
  notices.tell(text('versionSaved', { name: record.name }));
  if (chosen === null || chosen.score !== null) return;
  // Judging may take a while at the size of a university; the version is kept already.
  const score = await scoreOf(services, project, chosen);
  if (score !== null) await versions.update(record.id, { score });
}

async function restore(
  { services, project, notices, text, told, content }: VersionDesk,
  version: VersionRecord,
): Promise<void> {
  const { editor } = project;
  const found = await content(version);
  if (found === null) return;
  const data = await dataChanges(editor, found.problem);
  const changes = [...data, ...timetableChanges(services, project, version, found)];
  if (changes.length > 0) {
    if (!told(editor.apply({ action: 'restoreVersion', subject: version.name }, changes))) return;
    const restoredBy = [...version.restoredBy, editor.lastStep()];
    told(await services.storage.versions.update(version.id, { restoredBy }));
  }
  notices.tell(text(changes.length > 0 ? 'versionRestored' : 'versionRestoredSame', { name: version.name }));
}

async function openTimetable(
  { services, project, notices, text, told, content }: VersionDesk,
  version: VersionRecord,
): Promise<string | null> {
  const found = await content(version);
  if (found === null || found.timetable === null) return null;
  const { id, head, timetable } = newTimetable(services, version, found);
  const label = { action: 'addTimetable', subject: head.name } as const;
  if (!told(project.editor.apply(label, addTimetable(id, head, timetable)))) return null;
  notices.tell(text('versionTimetableOpened', { name: head.name }));
  return id;
}

async function publish(desk: VersionDesk, version: VersionRecord, published: boolean): Promise<void> {
  const { services, notices, text, told } = desk;
  if (!told(await services.storage.versions.update(version.id, { published })) || version.timetable === null) return;
  const message = text(published ? 'versionIsPublished' : 'versionIsOpen', { name: version.name });
  const answer = text(published ? 'versionLock' : 'versionUnlock');
  notices.offer(message, answer, () => lockPublished(desk, version, published), undoSeconds);
}

/** Locks what people have been told of, or lifts those locks. */
async function lockPublished(
  { project, notices, text, told, content }: VersionDesk,
  version: VersionRecord,
  published: boolean,
): Promise<void> {
  const found = await content(version);
  if (found === null || found.timetable === null) return;
  const edit = published ? locksOfPublished(project, found.timetable) : liftedLocks(project);
  const { count = 0, subject: name = '' } = edit.label;
  if (count === 0) notices.tell(text('saidNothingToLock'));
  else if (told(project.editor.apply(edit.label, edit.changes))) {
    notices.tell(text(published ? 'versionLocked' : 'saidUnlocked', { count, name }));
  }
}

/** In slices; an edit that comes in between is taken into account. */
async function dataChanges(editor: OpenProject['editor'], wanted: ProblemData): Promise<readonly Change[]> {
  const from = editor.data();
  const changes = await inSlices(changesBetweenSteps(from, withPresentCovers(from, wanted)));
  return from === editor.data() ? changes : dataChanges(editor, wanted);
}

/** Who stands in for whom was agreed with people: going back takes only that away which would speak of nobody. */
function withPresentCovers({ covers = [] }: ProblemData, { covers: _, ...wanted }: ProblemData): ProblemData {
  const events = new Set(wanted.events.map(({ id }) => id));
  const instructors = new Set(wanted.instructors.map(({ id }) => id));
  const left = covers.filter(({ eventId, coveringId }) => events.has(eventId) && instructors.has(coveringId));
  return left.length === 0 ? wanted : { ...wanted, covers: left };
}

/** The step whose operation was made last: it names the state of the project, also after undo. */
function stateOf({ operations, position }: OpenProject['editor']): number {
  return operations()[position() - 1]?.seq ?? 0;
}

/** The version that the present state was made from: the last one that was saved or restored on the way to it. */
export function parentOf(
  versions: readonly VersionRecord[],
  { operations, position }: Pick<OpenProject['editor'], 'operations' | 'position'>,
): VersionRecord | null {
  const steps = [
    0,
    ...operations()
      .slice(0, position())
      .map(({ seq }) => seq),
  ];
  for (const seq of steps.toReversed()) {
    const found = versions.find((version) => version.seq === seq || version.restoredBy.includes(seq));
    if (found !== undefined) return found;
  }
  return null;
}

/** What makes the timetable of the version the present one: it is changed, or comes back beside the others. */
function timetableChanges(
  services: Services,
  project: OpenProject,
  version: VersionRecord,
  content: VersionContent,
): readonly Change[] {
  if (content.timetable === null) return [];
  const target = project.timetables().find(({ id }) => id === version.timetable?.id);
  if (target !== undefined) return placesBetween(target.id, target.timetable, content.timetable);
  const { id, head, timetable } = newTimetable(services, version, content);
  return addTimetable(id, head, timetable);
}

function newTimetable({ clock }: Services, version: VersionRecord, { timetable }: VersionContent) {
  const names = [version.name, version.timetable?.name].filter((part) => part !== undefined);
  return {
    id: clock.newId(),
    head: { name: names.join(' · '), createdAt: clock.now().toISOString(), runId: null, score: version.score },
    timetable: timetable ?? { assignments: [] },
  };
}

async function scoreOf(services: Services, project: OpenProject, chosen: TimetableRecord): Promise<Score | null> {
  const problem = project.problem();
  // While an edit is being built, it would be the score of the data before it.
  if (!differOnlyInCovers(problem.data, project.editor.data())) return null;
  const read = fromTimetableData(problem, chosen.timetable);
  return read.ok ? (await services.analysis.evaluate(problem, read.value)).score : null;
}
