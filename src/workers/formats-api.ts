import type { Result } from '../domain/result.ts';
import type { ProjectContent, SourceFile } from '../formats/format.ts';
import type { ReadProject } from '../formats/registry.ts';

/** What the formats worker offers. */
export interface FormatsApi {
  read(files: readonly SourceFile[]): Promise<Result<ReadProject>>;
  write(writerId: string, content: ProjectContent, timetableId: string | null): Promise<Result<Uint8Array>>;
}
