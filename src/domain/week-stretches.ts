/**
 * Weeks of a cycle (from 0, ascending) as they are told, nothing when it is all of them: letters where there are few (`AC`),
 * else stretches from 1 (`1–8`, `12`).
 */
export function weekStretches(weeks: readonly number[], weekCount: number): readonly string[] {
  if (weeks.length === weekCount) return [];
  if (weekCount <= 4) return [weeks.map((week) => String.fromCharCode(65 + week)).join('')];
  const runs: string[] = [];
  for (let at = 0; at < weeks.length; ) {
    let last = at;
    while (weeks[last + 1] === (weeks[last] ?? 0) + 1) last++;
    const [from, to] = [(weeks[at] ?? 0) + 1, (weeks[last] ?? 0) + 1];
    runs.push(from === to ? `${from}` : `${from}–${to}`);
    at = last + 1;
  }
  return runs;
}
