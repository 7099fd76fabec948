/** A random identifier. `crypto.randomUUID` exists only on secure origins; the app also runs on plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Now, as ISO 8601. */
export function timestamp(): string {
  return new Date().toISOString();
}

/**
 * Now, or just after `moment` where the clock has been set back since: what follows it is never earlier. Text that is no
 * moment, as in a damaged row, is passed over.
 */
export function timestampAfter(moment: string | null): string {
  const next = moment === null ? Number.NaN : Date.parse(moment) + 1;
  const latest = 8.64e15; // Of all dates there are.
  return next > Date.now() && next <= latest ? new Date(next).toISOString() : timestamp();
}
