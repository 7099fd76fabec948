import { type Accessor, createMemo } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { type Occupancy, occupancySteps } from '../../../domain/evaluation/occupancy.ts';
import type { CoverChange, OperationLabel } from '../../../domain/operations/operation.ts';
import { inSlices } from '../../../domain/steps.ts';
import {
  type Absence,
  type CoverNeed,
  type Covers,
  coverNeedSteps,
  suggestedCoverSteps,
} from '../../../domain/substitution.ts';
import type { Translate } from '../../text/text.tsx';
import type { OpenProject } from '../project/project.ts';
import { createComputed, createPlaced, type PlacedTimetable } from '../timetable/placed-timetable.ts';
import { type AbsenceAddress, type CoverAddress, createAbsenceAddress } from './absence-address.ts';
import { coverChanges, noteChange } from './cover-plan.ts';

export interface Plan {
  readonly placed: PlacedTimetable;
  readonly occupancy: Occupancy;
  readonly absence: Absence;
  /** Notes, by event. */
  readonly notes: ReadonlyMap<number, string>;
  readonly needs: readonly CoverNeed[];
}

export interface SubstitutionPage extends AbsenceAddress {
  /** Null until it is counted. */
  readonly plan: Accessor<Plan | null>;
  /** Null takes the cover away. False when it cannot be kept: `refused` was told why. */
  setCover(event: number, instructor: number | null): boolean;
  setNote(event: number, note: string): void;
  /** Those of the events that are shown. */
  clearCovers(): void;
  /** Number of covers that were added. */
  suggest(): Promise<number>;
}

/**
 * Who is away and when is in the address. Who covers what on a date is data of the project; in the address, too, where the
 * calendar has no dates. The timetable is never changed.
 */
export function createSubstitutionPage(
  project: OpenProject,
  now: () => Date,
  text: Translate,
  refused: (causes: readonly Diagnostic[]) => void,
): SubstitutionPage {
  const { problem } = project;
  const { address, inAddress } = createAbsenceAddress(project, now, text);
  const { record, absence } = address;
  const { kept } = inAddress;
  const placed = createPlaced(project, record);
  const occupancy = createComputed(placed, ({ problem: current, timetable }) => occupancySteps(current, timetable));
  const covers = createMemo(() => new Map([...inAddress.covers(), ...kept().covers]));
  const asked = createMemo(() => {
    const counted = occupancy();
    if (counted === null || counted.source.problem !== problem()) return null;
    const { counts, notes } = kept();
    return { placed: counted.source, occupancy: counted.value, absence: absence(), covers: covers(), counts, notes };
  });
  const needs = createComputed(asked, (plan) =>
    coverNeedSteps(plan.placed.problem, plan.occupancy, plan.absence, plan.covers, plan.counts),
  );
  const keeping = createKeeping(project, address, inAddress, refused);
  const absentFor = (event: number): readonly string[] => {
    const instructors = asked()?.occupancy.placed[event]?.instructors ?? [];
    return instructors
      .filter((instructor) => absence().instructors.includes(instructor))
      .flatMap((instructor) => problem().instructors[instructor]?.id ?? []);
  };
  const keep = (next: Covers, action: 'cover' | 'uncover') => keeping.covers(next, action, absentFor);
  return {
    ...address,
    plan: () => {
      const computed = needs();
      return computed === null ? null : { ...computed.source, needs: computed.value };
    },
    setCover(event, instructor) {
      const next = new Map(covers());
      if (instructor === null) next.delete(event);
      else next.set(event, instructor);
      return keep(next, instructor === null ? 'uncover' : 'cover');
    },
    setNote(event, note) {
      keeping.note(event, note);
    },
    clearCovers() {
      const next = new Map(covers());
      for (const { placed: shown } of needs()?.value ?? []) next.delete(shown.event.index);
      keep(next, 'uncover');
    },
    async suggest() {
      const plan = asked();
      if (plan === null) return 0;
      const suggested = await inSlices(
        suggestedCoverSteps(plan.placed.problem, plan.occupancy, plan.absence, plan.covers, plan.counts),
      );
      // Somebody may have gone on in the meantime.
      if (asked() !== plan || suggested.size === plan.covers.size || !keep(suggested, 'cover')) return 0;
      return suggested.size - plan.covers.size;
    },
  };
}

/** Keeps covers as data of the project, or in the address where there is no date. */
function createKeeping(
  { problem, data, editor }: OpenProject,
  { date }: AbsenceAddress,
  inAddress: CoverAddress,
  refused: (causes: readonly Diagnostic[]) => void,
) {
  const apply = (label: OperationLabel, changes: readonly CoverChange[]): boolean => {
    const result = editor.apply(label, changes);
    if (!result.ok) refused(result.diagnostics);
    return result.ok;
  };
  return {
    /** False when they cannot be kept. */
    covers(next: Covers, action: 'cover' | 'uncover', absentFor: (event: number) => readonly string[]): boolean {
      if (date() === '') {
        inAddress.setCovers(next);
        return true;
      }
      const changes = coverChanges(problem(), data(), date(), next, absentFor);
      const [only] = changes;
      const name = problem().events.find(({ id }) => id === only?.eventId)?.name ?? '';
      const label = changes.length === 1 ? { action, subject: name } : { action, count: changes.length };
      const isKept = apply(label, changes);
      // What an address brought along is data now.
      if (isKept && inAddress.hasCovers()) inAddress.setCovers(null);
      return isKept;
    },
    note(event: number, note: string): void {
      const { id = '', name = '' } = problem().events[event] ?? {};
      apply({ action: 'noteCover', subject: name }, noteChange(data(), date(), id, note));
    },
  };
}
