/** A random identifier. `crypto.randomUUID` exists only on secure origins; the app also runs on plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Now, as ISO 8601. */
export function timestamp(): string {
  return new Date().toISOString();
}
