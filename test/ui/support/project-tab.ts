import { createRoot } from 'solid-js';
import { expect, vi } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import type { Diagnostic } from '../../../src/domain/diagnostic.ts';
import type { HistoryLimits } from '../../../src/domain/operations/kept-history.ts';
import type { ProblemData } from '../../../src/domain/problem-data.ts';
import type { TimetableData } from '../../../src/domain/timetable.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import type { Services } from '../../../src/ui/services.tsx';
import { createOpenProject, type OpenProject } from '../../../src/ui/state/project/project.ts';
import { createFakeServices } from '../../support/fake-services.ts';
import { smallSchool } from '../../support/small-school.ts';

/** A project as one tab has it open. */
export interface ProjectTab {
  readonly services: Services;
  readonly project: OpenProject;
  /** What was taken back because the data could not be built. */
  readonly refused: readonly Diagnostic[];
  /** Leaves the project, once what is not stored yet is stored. */
  leave(): Promise<void>;
  /** Resolves when the log has every edit: a tab that is killed now has lost none. */
  logged(): Promise<void>;
}

export async function addProject(storage: Storage, problem: ProblemData = smallSchool): Promise<string> {
  const assignments = problem.events.map(({ id }) => ({
    eventId: id,
    timeId: 'mon@0',
    roomIds: ['r1'],
    instructorIds: [],
  }));
  const timetables = [{ id: 't', name: 'First', createdAt: '2026-01-01T00:00:00.000Z', timetable: { assignments } }];
  const created = await storage.projects.create({ problem, timetables }, 'test', []);
  if (!created.ok) expect.fail('not created');
  return created.value.id;
}

/** Waits until the tab knows its timetables and, unless another tab edits, may edit. */
export async function openProject(storage: Storage, id: string, limits?: HistoryLimits): Promise<ProjectTab> {
  const services = await createFakeServices({ storage });
  const found = await storage.projects.get(id);
  if (!found.ok) expect.fail(`not found: ${JSON.stringify(found.diagnostics)}`);
  const built = buildProblem(found.value.problem);
  if (!built.ok) expect.fail(`not built: ${JSON.stringify(built.diagnostics)}`);
  const refused: Diagnostic[] = [];
  const tab = createRoot((dispose) => {
    const refuse = (causes: readonly Diagnostic[]) => void refused.push(...causes);
    const project = createOpenProject(services, found.value, built.value, refuse, limits);
    return {
      services,
      project,
      refused,
      async leave() {
        await project.editor.flush();
        dispose();
      },
      logged: () => vi.waitFor(async () => expect(await lastStep(storage, id)).toBe(project.editor.lastStep()), 20_000),
    };
  });
  await vi.waitFor(() => expect(tab.project.timetables().length).toBeGreaterThan(0));
  await vi.waitFor(() => expect(tab.project.editor.right()).not.toBe('asking'));
  return tab;
}

export function firstTimetable({ project }: ProjectTab): { readonly id: string; readonly data: TimetableData } {
  const [record] = project.timetables();
  if (record === undefined) expect.fail('no timetable');
  return { id: record.id, data: record.timetable };
}

function lastStep(storage: Storage, id: string): Promise<number> {
  return new Promise((resolve) => {
    const stop = storage.histories.watch(id, (seq) => {
      resolve(seq);
      queueMicrotask(() => stop());
    });
  });
}
