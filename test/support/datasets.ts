import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { repositoryPath } from './repository.ts';

/**
 * Published benchmark instances are not part of this repository. Tests that read them ask here and run only where they
 * are present: in the folder named by HORARIUM_DATASETS, else in `../shared/datasets` beside the repository.
 */
const folder = process.env.HORARIUM_DATASETS ?? resolve(repositoryPath, '../shared/datasets');
let reasonPrinted = false;

/** Absolute path of a file or folder below the data sets, or null (saying why once) when it is not there. */
export function datasetPath(relative: string): string | null {
  const path = resolve(folder, relative);
  if (existsSync(path)) return path;
  if (!reasonPrinted) {
    reasonPrinted = true;
    console.info(`Skipping tests on benchmark data: ${relative} is not in HORARIUM_DATASETS or ../shared/datasets.`);
  }
  return null;
}
