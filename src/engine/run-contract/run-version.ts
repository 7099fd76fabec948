import { LAYOUT_VERSION } from '../../../assembly/abi/abi.ts';

/**
 * Counts up with every change after which the same problem, settings and seed give another timetable, or a checkpoint
 * cannot be continued although the memory has the same layout.
 */
const searchVersion = 5;

/** Stored with every run and checkpoint: results are the same, and runs can be resumed, within one version only. */
export const engineVersion = `${LAYOUT_VERSION}.${searchVersion}`;
