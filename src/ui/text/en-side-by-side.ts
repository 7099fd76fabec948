import { one } from './plural.ts';

/** Texts of variants and of timetables side by side; a part of `en`. */
export const sideBySideTexts = {
  variantsTitle: 'Several variants',
  variantsHint: 'One run for each of these, one after the other; the timetables are compared side by side afterwards.',
  variantsStart: (p: { count: number }) => `Generate ${one(p.count, 'variant', 'variants')}`,
  variantsCompare: 'Compare timetables side by side',
  besideTitle: 'Side by side',
  besideNeedsTwo: 'There is nothing to compare before there are two timetables.',
  besideJudging: 'Judging every timetable by every rule…',
  besideChoose: 'Timetables',
  besideMost: (p: { most: number }) => `At most ${p.most} beside each other.`,
  besideRank: 'Rank',
  besideRecommended: 'Recommended',
  besideAdopted: 'decided for',
  besideAdopt: 'Decide for this one',
  besideAdoptThis: (p: { name: string }) => `Decide for “${p.name}”`,
  besideAdoptedNow: (p: { name: string }) => `“${p.name}” is the timetable that is shown from now on.`,
  besideRead: 'Read',
  besideMark: (p: { name: string }) => `Mark “${p.name}”`,
  besideDiscard: (p: { count: number }) =>
    p.count === 0 ? 'Delete marked timetables' : `Delete ${one(p.count, 'marked timetable', 'marked timetables')}`,
  besideDiscarded: (p: { count: number }) => `${one(p.count, 'timetable', 'timetables')} deleted.`,
  besideMarkOthers: 'Mark all but the recommended one',
  besideMeasure: 'Less is better',
  besideBest: 'best',
  besideBase: 'Days are compared with',
  besideGroup_score: 'Score, by the weights of the project',
  besideGroup_people: 'People',
  besideGroup_rules: 'Rules',
  beside_unplaced: 'Not placed',
  beside_hard: 'Hard',
  beside_soft: 'Soft',
  beside_groupWishes: 'Groups with something unmet',
  beside_groupDays: 'Groups on other days',
  beside_groupGaps: 'Gaps of groups a week',
  beside_instructorWishes: 'Instructors with something unmet',
  beside_instructorDays: 'Instructors on other days',
  beside_instructorGaps: 'Gaps of instructors a week',
  besideReason_only: 'It is the only one that is compared.',
  besideReason_unplaced: (p: { less: number; over: string }) =>
    `It leaves ${one(p.less, 'event', 'events')} fewer unplaced than “${p.over}”.`,
  besideReason_hard: (p: { less: number; over: string }) =>
    `It breaks hard rules ${p.less === 1 ? 'once' : `${p.less} times`} less than “${p.over}”.`,
  besideReason_soft: (p: { less: number; over: string }) =>
    `None of the others compared is cheaper: the next, “${p.over}”, costs ${p.less} more.`,
  besideReason_people: (p: { better: number; worse: number; of: number; less: number; over: string }) =>
    `${p.better} of ${p.of} groups and instructors are better off than with “${p.over}”, ${p.worse} worse; it costs ${p.less} more, which is at most 5%.`,
  besideReason_equal: (p: { over: string }) => `It is worth the same as “${p.over}”, and was there first in this list.`,
  besideRule:
    'Rule: the fewest unplaced events, then the fewest hard faults, then the lowest soft cost by the weights of the project; unless another one of the same soundness suits more than half of all groups and instructors better, at a soft cost at most 5% higher.',
};
