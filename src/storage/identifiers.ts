/** A random identifier. `crypto.randomUUID` exists only on secure origins; the app also runs on plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Now, as ISO 8601. */
export function timestamp(): string {
  return new Date().toISOString();
}

/** Now, or just after `moment` where the clock has been set back since: what follows it is never earlier. */
export function timestampAfter(moment: string | null): string {
  const now = timestamp();
  return moment === null || now > moment ? now : new Date(Date.parse(moment) + 1).toISOString();
}
