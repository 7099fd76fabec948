import { type Diagnostic, error, info } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { ProjectContent, Reader, SourceFile } from '../format.ts';
import type { OpenHours, Rounding } from './availability.ts';
import { engineParts, isWholeObject, partOfFile, readEngineInput } from './files.ts';
import type { EngineInput } from './input.ts';
import { problemOfEngine } from './problem.ts';

/** What the files do not say; without it, it is assumed by the form of the files and reported. */
export interface ScheduleEngineOptions {
  /** Whole hours, at most 16 of them. */
  readonly open?: OpenHours;
  readonly rounding?: Rounding;
}

/** Course, Groups, Instructors and Rooms of the schedule-engine: four files together, or one object. */
export const scheduleEngineReader: Reader = {
  id: 'schedule-engine',
  title: 'schedule-engine (Course, Groups, Instructors and Rooms .json)',
  recognise(files) {
    const [file] = files;
    if (file === undefined) return 0;
    const parts = new Set(files.map(partOfFile));
    if (engineParts.every((part) => parts.has(part))) return 2;
    if (files.length === 1 && isWholeObject(file)) return 2;
    return engineParts.some((part) => parts.has(part)) ? 1 : 0;
  },
  read: (files) => readScheduleEngine(files),
};

export function readScheduleEngine(
  files: readonly SourceFile[],
  options: ScheduleEngineOptions = {},
): Result<ProjectContent> {
  const flaw = flawOfOptions(options);
  if (flaw !== null) return failure([flaw]);
  const input = readEngineInput(files);
  if (!input.ok) return input;
  const remarks: Diagnostic[] = [...input.diagnostics];
  const newer = isNewerForm(input.value);
  const open = options.open ?? (newer ? { from: 10, to: 17 } : { from: 8, to: 20 });
  const rounding = options.rounding ?? (newer ? 'inward' : 'down');
  remarkOnClock(open, rounding, options, remarks);
  const name = 'Timetable';
  const problem = problemOfEngine(input.value, { name, open, rounding, keepDaysApart: newer }, remarks);
  return success({ problem, timetables: [] }, remarks);
}

/** Later files say which courses need scheduling and how much an instructor may teach; they mean a shorter day. */
function isNewerForm({ courses, instructors }: EngineInput): boolean {
  return (
    courses.some((course) => course.needsScheduling !== null) ||
    instructors.some((instructor) => instructor.maxLoad !== null)
  );
}

function remarkOnClock(
  open: OpenHours,
  rounding: Rounding,
  options: ScheduleEngineOptions,
  remarks: Diagnostic[],
): void {
  if (options.open === undefined) {
    remarks.push(
      info(
        'scheduleEngine.hours',
        'The files do not say when the institution is open; {from}:00–{to}:00, Sunday to Friday, was assumed.',
        {
          values: { from: open.from, to: open.to },
          value: `${open.from}:00–${open.to}:00`,
          advice: 'Change the calendar if the hours are others.',
        },
      ),
    );
  }
  if (options.rounding === undefined) {
    const message =
      'Slots are hours: {rounding=inward:only whole hours inside a period of availability count (10:15–13:00 becomes 11:00–13:00)|down:both ends of a period of availability are rounded down to the hour (14:25–16:55 becomes 14:00–16:00)}.';
    const detail = { value: rounding, place: 'availability', values: { rounding } };
    remarks.push(info('scheduleEngine.rounding', message, detail));
  }
  remarks.push(
    info('scheduleEngine.instructorPerBlock', 'Every block of a course may get another qualified instructor.', {
      advice: 'Lock the instructor where one person has to teach all blocks.',
    }),
  );
}

function flawOfOptions({ open, rounding }: ScheduleEngineOptions): Diagnostic | null {
  const fits =
    open === undefined ||
    (Number.isInteger(open.from) &&
      Number.isInteger(open.to) &&
      open.from >= 0 &&
      open.to <= 24 &&
      open.from < open.to &&
      open.to - open.from <= 16);
  if (!fits) {
    const value = `${open?.from}–${open?.to}`;
    return error('scheduleEngine.open', 'The open hours must be 1 to 16 whole hours of one day.', {
      value,
      place: 'open',
    });
  }
  if (rounding !== undefined && rounding !== 'inward' && rounding !== 'down') {
    return error('scheduleEngine.unknownRounding', 'Rounding must be "inward" or "down".', {
      value: rounding,
      place: 'rounding',
    });
  }
  return null;
}
