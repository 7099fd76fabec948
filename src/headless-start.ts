import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { causeText } from './domain/cause-text.ts';
import { changesFrom, type EventChange } from './domain/changes.ts';
import { type Diagnostic, error, warning } from './domain/diagnostic.ts';
import { packTimetable, unpackTimetable } from './domain/packed-timetable.ts';
import type { Problem } from './domain/problem.ts';
import { failure, type Result, success } from './domain/result.ts';
import { timeIdFor } from './domain/time-ids.ts';
import type { Timetable } from './domain/timetable.ts';
import { fromTimetableData } from './domain/timetable-data.ts';
import { checkStart } from './engine/run/run-start.ts';
import type { RunSettings, RunStart } from './engine/run-contract/run-settings.ts';
import type { ProjectContent, ReadOptions, SourceFile } from './formats/format.ts';
import { readFiles } from './formats/registry.ts';
import type { HeadlessArguments } from './headless-arguments.ts';

/** Reads files; what cannot be read is told with its name. */
export async function loadFiles(names: readonly string[]): Promise<Result<SourceFile[]>> {
  const files: SourceFile[] = [];
  for (const name of names) {
    try {
      files.push({ name: basename(name), bytes: new Uint8Array(await readFile(name)) });
    } catch (cause) {
      return failure([error('file.unreadable', causeText(cause), { place: name })]);
    }
  }
  return success(files);
}

/** What the given files are read with. */
export async function readOptionsOf(given: HeadlessArguments): Promise<Result<ReadOptions>> {
  if (given.passphraseFile === null) return success({});
  const loaded = await loadFiles([given.passphraseFile]);
  if (!loaded.ok) return loaded;
  // Editors end the last line, too; blanks may belong to it.
  const [passphrase = ''] = new TextDecoder().decode(loaded.value[0]?.bytes).split(/\r?\n/);
  return success({ passphrase });
}

/**
 * The last timetable in the file given with `--from`, as the problem knows it. A solution that says too little by itself
 * is read together with the problem's own files.
 */
export async function readStart(
  given: HeadlessArguments,
  files: readonly SourceFile[],
  problem: Problem,
  options: ReadOptions,
): Promise<Result<RunStart | null>> {
  if (given.from === null) return success(null);
  const loaded = await loadFiles([given.from]);
  if (!loaded.ok) return loaded;
  const content = await contentOf(loaded.value, files, options);
  if (!content.ok) return content;
  const last = content.value.timetables.at(-1);
  if (last === undefined) {
    return failure([
      error('start.none', 'There is no timetable in this file to start from.', {
        place: given.from,
        advice: 'Give a project that has one, a FET file with its timetable, or a solution of the problem.',
      }),
    ]);
  }
  const timetable = fromTimetableData(problem, last.timetable);
  if (!timetable.ok) return timetable;
  const start = { timetable: packTimetable(timetable.value), keep: given.keep, cap: given.cap };
  const flaws = checkStart(problem, start);
  return flaws.length > 0 ? failure(flaws) : success(start, unlessMany(timetable.diagnostics, given.from));
}

async function contentOf(
  start: readonly SourceFile[],
  files: readonly SourceFile[],
  options: ReadOptions,
): Promise<Result<ProjectContent>> {
  const alone = await readFiles(start, options);
  if (alone.ok) return alone;
  const together = await readFiles([...files, ...start], options);
  return together.ok ? together : alone;
}

/** A timetable of another problem names hundreds of things in vain. */
const mostTold = 10;

function unlessMany(remarks: readonly Diagnostic[], place: string): readonly Diagnostic[] {
  if (remarks.length <= mostTold) return remarks;
  return [
    ...remarks.slice(0, mostTold),
    { code: 'start.more', severity: 'warning', message: `${remarks.length - mostTold} more of this kind.`, place },
  ];
}

/** What of the start has changed: how many events, and which, from where to where. */
export function changesOf(problem: Problem, { start }: RunSettings, best: Timetable) {
  if (start === undefined) return {};
  const reference = unpackTimetable(start.timetable);
  const changes = changesFrom(problem, reference, best);
  return {
    changed: changes.length,
    changes: changes.map((change) => describe(problem, change, reference, best)),
  };
}

function describe(problem: Problem, { event, time, rooms, instructors }: EventChange, from: Timetable, to: Timetable) {
  const timeId = ({ assignments }: Timetable) => {
    const index = assignments[event]?.time ?? -1;
    return index < 0 ? null : timeIdFor(problem, event, index);
  };
  const roomIds = ({ assignments }: Timetable) =>
    (assignments[event]?.rooms ?? []).flatMap((room) => problem.rooms[room]?.id ?? []);
  const instructorIds = ({ assignments }: Timetable) =>
    (assignments[event]?.instructors ?? []).flatMap((instructor) => problem.instructors[instructor]?.id ?? []);
  return {
    event: problem.events[event]?.id ?? '',
    ...(time ? { time: [timeId(from), timeId(to)] } : {}),
    ...(rooms ? { rooms: [roomIds(from), roomIds(to)] } : {}),
    ...(instructors ? { instructors: [instructorIds(from), instructorIds(to)] } : {}),
  };
}

/** That the limit of changes may be why hard rules stay broken. */
export function limitRemark(cap: number): Diagnostic {
  return warning('start.limiting', 'With so few changes allowed, no timetable was found that breaks no hard rule.', {
    value: cap,
    place: '--cap',
    advice: 'Allow more changes.',
  });
}

/** The settings as they are printed: a timetable of thousands of numbers says nothing to anybody. */
export function printedSettings({ start, ...settings }: RunSettings) {
  return start === undefined ? settings : { ...settings, start: { keep: start.keep, cap: start.cap } };
}
