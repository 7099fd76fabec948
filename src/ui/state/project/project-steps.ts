import { applyChanges } from '../../../domain/operations/apply-changes.ts';
import type { Step } from '../../../domain/operations/history.ts';
import { invert, isPlaceChange, type ProjectDocument } from '../../../domain/operations/operation.ts';
import { applyKnown } from '../../../domain/operations/replay.ts';
import { type Result, success } from '../../../domain/result.ts';
import type { TimetableData } from '../../../domain/timetable.ts';
import type { LoggedStep, TimetableRows } from '../../../storage/history-contract.ts';
import type { ProjectRecord, TimetableRecord } from '../../../storage/records.ts';
import { type HistoryLog, loggedStep } from '../history/log.ts';
import type { ShownProject } from './shown-project.ts';

/** Steps of a project, made in what is shown and in the log alike, one number after the other. */
export interface ProjectSteps {
  /** Number of the last step in what is shown. */
  readonly last: () => number;
  /** Makes a step of this tab, or fails and changes nothing. What it gives is for the storage. */
  make(step: NewStep): Result<MadeStep>;
  /** Makes the next step of another tab; false when it cannot be made. */
  follow(step: LoggedStep): boolean;
  /** Takes back the steps made here from that number on: those of another tab came first. */
  giveWay(seq: number): void;
  /** A timetable that is seen for the first time, with the steps that are only in the log yet. */
  edited(record: TimetableRecord): TimetableData;
}

/** A step that has no number yet. */
export type NewStep = { [Kind in Step as Kind['kind']]: Omit<Kind, 'seq' | 'at'> }[Step['kind']];

export interface MadeStep {
  readonly step: Step;
  readonly rows: TimetableRows;
}

export function createProjectSteps(
  record: ProjectRecord,
  shown: ShownProject,
  log: HistoryLog,
  now: () => string,
): ProjectSteps {
  let last = record.seq;

  /** The changes of a step that is made again, or taken back, are those of operations of the log. */
  function madeOf(step: NewStep): Result<TimetableRows> {
    if (step.kind === 'do') return shown.make(step.changes, applyChanges);
    return madeOfLog({ ...step, seq: last + 1 });
  }

  function madeOfLog(step: Parameters<HistoryLog['changesOf']>[0]): Result<TimetableRows> {
    const changes = log.changesOf(step);
    return changes.ok ? shown.make(changes.value) : changes;
  }

  return {
    last: () => last,
    make(step) {
      const rows = madeOf(step);
      if (!rows.ok) return rows;
      last++;
      const whole: Step = { ...step, seq: last, at: now() };
      log.add(loggedStep(whole));
      return success({ step: whole, rows: rows.value });
    },
    follow(step) {
      log.add(step);
      const made = madeOfLog(step);
      if (made.ok) last = step.seq;
      else log.cut(last);
      return made.ok;
    },
    giveWay(seq) {
      for (const mine of log.after(seq - 1).toReversed()) {
        const changes = log.changesOf(mine);
        if (changes.ok) shown.make(invert(changes.value));
      }
      last = seq - 1;
      log.cut(last);
    },
    edited({ id, seq = 0, timetable }) {
      let document: ProjectDocument = { problem: shown.data(), timetables: new Map([[id, timetable]]) };
      for (const step of log.after(Math.max(seq, record.storedSeq))) {
        const changes = log.changesOf(step);
        if (!changes.ok) break;
        const made = applyKnown(document, changes.value.filter(isPlaceChange));
        if (made.ok) document = made.value;
      }
      const result = document.timetables.get(id) ?? timetable;
      if (result !== timetable) shown.addUnstored({ problem: false, timetables: [id] });
      return result;
    },
  };
}
