import { vi } from 'vitest';

/*
 * What is waited for comes when it comes: only a busy machine takes seconds for it. Without a limit of its own a wait
 * would give up after one second.
 */
const patience = { timeout: 20_000, interval: 10 };
/** Files share the processes they run in, and this is asked for by each. */
const waits: typeof vi & { isPatient?: true } = vi;

if (waits.isPatient !== true) {
  const { waitFor, waitUntil } = vi;
  type Options = Parameters<typeof waitFor>[1];
  const patient = (options: Options): Options =>
    typeof options === 'number' ? { ...patience, timeout: options } : { ...patience, ...options };
  waits.waitFor = (check, options) => waitFor(check, patient(options));
  waits.waitUntil = (check, options) => waitUntil(check, patient(options));
  waits.isPatient = true;
}
