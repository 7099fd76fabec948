import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { repositoryPath } from '../support/repository.ts';
import type { WaitRow } from './browser.ts';
import type { DesignRow } from './designs.ts';
import type { FeasibleRow } from './feasible.ts';
import type { UniversityRow } from './itc2019.ts';
import type { QualityRow } from './quality.ts';
import type { RunsRow } from './runs.ts';
import type { ScaleRow } from './scale.ts';
import type { SheetsRow } from './sheets.ts';
import type { ShellRow } from './shell.ts';
import type { SpeedRow } from './speed.ts';
import type { StartRow } from './start.ts';

interface Section<T> {
  /** ISO 8601. */
  readonly at: string;
  readonly rows: readonly T[];
}

export interface Sections {
  readonly speed?: Section<SpeedRow>;
  readonly quality?: Section<QualityRow>;
  readonly feasible?: Section<FeasibleRow>;
  readonly itc2019?: Section<UniversityRow>;
  readonly scale?: Section<ScaleRow>;
  readonly shell?: Section<ShellRow>;
  readonly start?: Section<StartRow>;
  readonly sheets?: Section<SheetsRow>;
  readonly workspace?: Section<WaitRow>;
  readonly history?: Section<WaitRow>;
  readonly runs?: Section<RunsRow | WaitRow>;
  readonly designs?: Section<DesignRow>;
}

export type SectionName = keyof Sections;

export interface Results extends Sections {
  readonly machine: { readonly processor: string; readonly cores: number; readonly node: string };
}

function pathOf(name: string): string {
  return join(repositoryPath, 'test/bench/results', `${name}.json`);
}

/** Results by name (`latest`, `baseline`), or null when there are none. */
export function readResults(name: string): Results | null {
  try {
    // written by `writeResults` only
    return JSON.parse(readFileSync(pathOf(name), 'utf8')) as Results;
  } catch {
    return null;
  }
}

/** Replaces the sections measured now and keeps the others. */
export function writeResults(name: string, sections: Sections): void {
  const machine = { processor: cpus()[0]?.model.trim() ?? '', cores: cpus().length, node: process.version };
  const results = { ...readResults(name), machine, ...sections };
  writeFileSync(pathOf(name), `${JSON.stringify(results, null, 2)}\n`);
}
