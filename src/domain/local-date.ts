/** `YYYY-MM-DD` of a moment by the clock of this machine. */
export function localDate(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The same of a moment as it is written (ISO 8601); of what is none, what stands where the date would. */
export function localDateOf(iso: string): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso.slice(0, 10) : localDate(moment);
}
