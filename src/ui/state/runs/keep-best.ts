import { type Result, success } from '../../../domain/result.ts';
import { inSlices } from '../../../domain/steps.ts';
import { timetableDataSteps } from '../../../domain/timetable-data.ts';
import type { RunOutcome } from '../../../engine/run-contract/run-events.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import { moment, wholeNumber } from '../words/numbers.ts';
import type { ActiveRun } from './active-run.ts';

/** What tells the timetable of a run from others of the same minute. */
function nameParts({ variant, settings: { start } }: ActiveRun, text: Translate): string[] {
  const origin =
    start === undefined ? [] : [text(start.keep === 0 && start.cap === null ? 'startImproved' : 'startChanged')];
  return variant === 'balanced' ? origin : [...origin, text(`variant_${variant}`)];
}

/** The name, with a number after it where a timetable of the project has it already: two runs may begin in one minute. */
async function freeName({ storage }: Services, projectId: string, name: string): Promise<string> {
  const names = await storage.timetables.names(projectId);
  const taken = new Set(names.ok ? names.value : []);
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${wholeNumber(number)})`;
  return free;
}

/** Keeps the best of a run as a timetable, with the score of the project's own weights; null when there is nothing to keep. */
export async function keepBest(
  services: Services,
  text: Translate,
  run: ActiveRun,
  ended: RunOutcome,
): Promise<Result<TimetableRecord> | null> {
  if (ended.best === null || ended.score === null) return null;
  const now = services.clock.now();
  const isVariant = run.variant !== 'balanced';
  const isWeighted = isVariant || (run.settings.start?.keep ?? 0) > 0;
  const own = isWeighted ? await services.analysis.evaluate(run.problem, ended.best) : { score: ended.score };
  const startedAt = run.log().find(({ kind }) => kind === 'started')?.at ?? now.toISOString();
  const named = text('runTimetableName', { time: moment(startedAt, now) });
  const record: TimetableRecord = {
    id: services.clock.newId(),
    version: 1,
    projectId: run.projectId,
    name: await freeName(services, run.projectId, [named, ...nameParts(run, text)].join(' · ')),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    runId: run.id,
    score: own.score,
    timetable: await inSlices(timetableDataSteps(run.problem, ended.best)),
  };
  const stored = await services.storage.timetables.put(record);
  return stored.ok ? success(record) : stored;
}
