import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from './repository.ts';

/** True when `target` is missing or older than any file of `sources` (files or folders below the repository). */
export function isStale(target: string, sources: readonly string[]): boolean {
  const built = statSync(join(repositoryPath, target), { throwIfNoEntry: false })?.mtimeMs;
  return built === undefined || sources.some((source) => newestTime(join(repositoryPath, source)) > built);
}

function newestTime(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestTime(join(path, name))));
}
