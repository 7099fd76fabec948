import type { UsageKind } from '../../../storage/storage.ts';

/** In the order of the meter. */
export const usageKinds = [
  'projects',
  'timetables',
  'history',
  'runs',
  'checkpoints',
] as const satisfies readonly UsageKind[];
