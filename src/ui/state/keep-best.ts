import { inSlices } from '../../domain/steps.ts';
import { timetableDataSteps } from '../../domain/timetable-data.ts';
import type { RunOutcome } from '../../engine/run-events.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { TimetableRecord } from '../../storage/records.ts';
import type { Services } from '../services.tsx';
import type { Translate } from '../text/text.tsx';
import { moment } from './numbers.ts';
import type { RunRequest } from './run.ts';

/** What tells the timetable of a run from others of the same minute. */
function nameParts(request: RunRequest, { start }: RunSettings, text: Translate): string[] {
  const origin =
    start === undefined ? [] : [text(start.keep === 0 && start.cap === null ? 'startImproved' : 'startChanged')];
  return request.variant === 'balanced' ? origin : [...origin, text(`variant_${request.variant}`)];
}

/** Keeps the best of a run as a timetable, with the score of the project's own weights; null when there is nothing to keep. */
export async function keepBest(
  services: Services,
  text: Translate,
  request: RunRequest,
  settings: RunSettings,
  runId: string,
  startedAt: string,
  ended: RunOutcome,
): Promise<TimetableRecord | null> {
  if (ended.best === null || ended.score === null) return null;
  const now = services.clock.now();
  const isVariant = request.variant !== 'balanced';
  const isWeighted = isVariant || (settings.start?.keep ?? 0) > 0;
  const own = isWeighted ? await services.analysis.evaluate(request.problem, ended.best) : { score: ended.score };
  const named = text('runTimetableName', { time: moment(startedAt, now) });
  const record: TimetableRecord = {
    id: services.clock.newId(),
    version: 1,
    projectId: request.projectId,
    name: [named, ...nameParts(request, settings, text)].join(' · '),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    runId,
    score: own.score,
    timetable: await inSlices(timetableDataSteps(request.problem, ended.best)),
  };
  const stored = await services.storage.timetables.put(record);
  return stored.ok ? record : null;
}
