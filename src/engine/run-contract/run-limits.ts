import { type Diagnostic, error } from '../../domain/diagnostic.ts';

/** Besides `settingRanges`: what the form, the storage and the command line hold runs to. */
export const runLimits = {
  /** Runs that wait or are on, of all projects. */
  queueLength: 50,
  /** Bytes that the problems of runs that have not ended may take in the storage. */
  inputBytes: 256 * 2 ** 20,
} as const;

/** Why no further run may wait, or nothing. */
export function checkQueue(waiting: number, inputBytes: number): readonly Diagnostic[] {
  const { queueLength, inputBytes: most } = runLimits;
  if (waiting >= queueLength) {
    return [
      error('run.queueFull', `At most ${queueLength} runs can wait.`, {
        value: waiting,
        advice: 'Remove runs from the queue, or wait until some have ended.',
      }),
    ];
  }
  if (inputBytes <= most) return [];
  return [
    error('run.storageFull', `The problems of waiting runs may take ${most / 2 ** 20} MB at most.`, {
      value: inputBytes,
      advice: 'Wait until some runs have ended, or remove them from the queue.',
    }),
  ];
}
