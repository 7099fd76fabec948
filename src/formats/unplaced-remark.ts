import { type Diagnostic, warning } from '../domain/diagnostic.ts';

/** What is said of lectures that have no time yet. */
export function unplacedRemark(count: number): readonly Diagnostic[] {
  if (count === 0) return [];
  const message = `${count} lectures are unplaced and not in the file.`;
  return [warning('write.unplaced', message, { value: count })];
}
