/** What was thrown or refused, in words, and never none: what comes from a worker may be an error without a message. */
export function causeText(cause: unknown): string {
  const text = cause instanceof Error ? cause.message || cause.name : String(cause);
  return text.trim() === '' ? 'no reason was given' : text;
}
