import type { RuleData } from '../../domain/problem-data.ts';
import type { OpenHours } from './availability.ts';
import { preferredBlock } from './components.ts';

/** Tags of courses that the rules on blocks are about. */
export const courseTags = {
  theory: 'theory',
  practical: 'practical',
  /** Theory of two hours and more, which should not fall apart into single hours. */
  severalHours: 'several hours',
  /** Courses with a block that is longer than the preferred three hours by itself. */
  longBlocks: 'long blocks',
  shortBlocks: 'short blocks',
};

const midday = { from: 12, to: 14 };

/** The soft rules of the original, as intended, and seats (which it looks at, but never counts). */
export function softRules(open: OpenHours, keepDaysApart: boolean, longestBlock: number): RuleData[] {
  const rules: RuleData[] = [
    { ...soft('gaps-groups', 'maxGapsPerDay', 1), scope: { of: 'groups' }, params: { max: 0 } },
    { ...soft('gaps-instructors', 'maxGapsPerDay', 1), scope: { of: 'instructors' }, params: { max: 0 } },
  ];
  const window = { from: Math.max(midday.from, open.from) - open.from, to: Math.min(midday.to, open.to) - open.from };
  if (window.from < window.to) {
    // The original leaves midday out of the gaps. Here a free hour at midday is a gap as well, so that one missing
    // costs two: eating remains better than not eating by the same one unit.
    rules.push({ ...soft('lunch', 'lunch', 2), scope: { of: 'groups' }, params: { window, length: 1 } });
  }
  if (!keepDaysApart) {
    // With the blocks of a course on different days, the odd hour stands alone whatever the timetable.
    rules.push({
      ...soft('blocks-short', 'runLength', 5),
      scope: { of: 'courses', tags: [courseTags.severalHours] },
      params: { min: 2, max: 16 },
    });
  }
  rules.push({
    ...soft('blocks-long', 'runLength', 1),
    scope: { of: 'courses', tags: [courseTags.shortBlocks] },
    params: { min: 1, max: preferredBlock },
  });
  if (longestBlock > preferredBlock) {
    rules.push({
      ...soft('blocks-longer', 'runLength', 1),
      scope: { of: 'courses', tags: [courseTags.longBlocks] },
      params: { min: 1, max: longestBlock },
    });
  }
  rules.push({ ...soft('roomCapacity', 'roomCapacity', 1), scope: { of: 'events' }, params: {} });
  return rules;
}

/** Blocks of one course for one section on different days. */
export function differentDaysRule(courseId: string, groupId: string, eventIds: readonly string[]): RuleData {
  return {
    id: `differentDays-${courseId}-${groupId}`,
    kind: 'differentDays',
    scope: { of: 'events', ids: eventIds },
    params: {},
    hard: true,
    weight: 1,
  };
}

/** Every room, or every instructor, is a wrong choice for these events. */
export function nothingSuitsRules(noRoom: readonly string[], nobody: readonly string[]): RuleData[] {
  const rules: RuleData[] = [];
  if (noRoom.length > 0) {
    rules.push({
      id: 'roomSuitability',
      kind: 'roomSuitability',
      scope: { of: 'events', ids: noRoom },
      params: {},
      hard: true,
      weight: 1,
      note: 'No room has the type these events need.',
    });
  }
  if (nobody.length > 0) {
    rules.push({
      id: 'instructorSuitability',
      kind: 'instructorSuitability',
      scope: { of: 'events', ids: nobody },
      params: { nobodyYet: true },
      hard: true,
      weight: 1,
      note: 'Nobody is qualified for these events.',
    });
  }
  return rules;
}

function soft(id: string, kind: string, weight: number): Omit<RuleData, 'scope' | 'params'> {
  return { id, kind, hard: false, weight };
}
