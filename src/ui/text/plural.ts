/** `1 island`, `3 islands`. */
export function one(count: number, singular: string, plural: string): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
