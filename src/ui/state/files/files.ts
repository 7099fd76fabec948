import type { ProjectContent, WriteOptions } from '../../../formats/format.ts';
import type { ProjectRecord, TimetableRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { Notices } from '../frame/notices.ts';
import { remarkText } from '../words/message-text.ts';

export interface ExportKind {
  readonly writerId: string;
  readonly extension: string;
  readonly mediaType: string;
}

export const exportKinds = {
  project: { writerId: 'horarium', extension: 'horarium.json', mediaType: 'application/json' },
  solution: { writerId: 'ctt-solution', extension: 'sol', mediaType: 'text/plain' },
  fet: { writerId: 'fet', extension: 'fet', mediaType: 'application/xml' },
  solution2019: { writerId: 'itc2019-solution', extension: 'solution.xml', mediaType: 'application/xml' },
} as const satisfies Record<string, ExportKind>;

export function contentOf(project: ProjectRecord, timetables: readonly TimetableRecord[]): ProjectContent {
  return {
    problem: project.problem.name === project.name ? project.problem : { ...project.problem, name: project.name },
    timetables: timetables.map(({ id, name, createdAt, timetable }) => ({ id, name, createdAt, timetable })),
  };
}

/** Letters, digits and what file systems take; never empty. */
export function fileNameOf(name: string, extension: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .replace(/^[. -]+|[. -]+$/g, '')
    .slice(0, 80);
  return `${safe === '' ? 'timetable' : safe}.${extension}`;
}

/** Writes a file in the worker and hands it to the browser's downloads; its name, or null when that failed. */
export async function exportFile(
  services: Services,
  notices: Notices,
  kind: ExportKind,
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions = {},
): Promise<string | null> {
  const written = await services.formats.write(kind.writerId, content, timetableId, options);
  if (!written.ok) {
    notices.complain(remarkText(written.diagnostics[0]));
    return null;
  }
  const name = fileNameOf(content.problem.name, kind.extension);
  download(name, written.value, kind.mediaType);
  return name;
}

/** Hands a file to the browser's downloads. */
export function download(name: string, bytes: Uint8Array, mediaType: string): void {
  // The bytes come from a worker's own buffer, never a shared one.
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
