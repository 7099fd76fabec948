import { type Result, success } from '../../../domain/result.ts';
import type { ProjectContent } from '../../../formats/format.ts';
import type { ProjectRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import { contentOf } from '../files/files.ts';

/** A project as it is stored, with all its timetables as they would go into a file. */
export async function storedProject(
  { storage }: Services,
  id: string,
): Promise<Result<{ readonly project: ProjectRecord; readonly content: ProjectContent }>> {
  const [project, timetables] = await Promise.all([storage.projects.get(id), storage.timetables.list(id)]);
  if (!project.ok) return project;
  if (!timetables.ok) return timetables;
  return success({ project: project.value, content: contentOf(project.value, timetables.value) });
}

/** Another project with the same data and timetables; runs, versions and history stay with the first. */
export async function copyProject(services: Services, id: string, name: string): Promise<Result<unknown>> {
  const stored = await storedProject(services, id);
  if (!stored.ok) return stored;
  const { project, content } = stored.value;
  const copy = { ...content, problem: { ...content.problem, name } };
  return services.storage.projects.create(copy, project.source, project.importReport);
}
