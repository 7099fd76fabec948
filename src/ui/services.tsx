import { createContext, useContext } from 'solid-js';
import type { SourceFile } from '../formats/format.ts';
import type { Storage } from '../storage/storage.ts';
import type { Analysis } from '../workers/analysis-client.ts';
import type { Editing } from '../workers/editing-client.ts';
import type { Explainer } from '../workers/explanation-client.ts';
import type { FormatsClient } from '../workers/formats-client.ts';
import type { Solver } from '../workers/solver-api.ts';

/** All that the interface needs from outside; `main.tsx` gives the real ones, tests give fakes. */
export interface Services {
  readonly storage: Storage;
  readonly formats: FormatsService;
  readonly solver: Solver;
  readonly analysis: Analysis;
  readonly explainer: Explainer;
  readonly editing: Editing;
  readonly samples: SampleService;
  readonly updates: UpdateService;
  readonly clock: Clock;
  /** Version of the product, shown in the settings. */
  readonly version: string;
}

/** Reading and writing of files; its worker is nobody's business here. */
export type FormatsService = Omit<FormatsClient, 'dispose'>;

export type SampleName = 'school' | 'department' | 'enterprise' | 'impossible';

export interface SampleService {
  fetch(name: SampleName): Promise<SourceFile>;
}

export interface UpdateService {
  /** Calls back when a new version waits; `apply` activates it and reloads. */
  onUpdate(listener: (apply: () => void) => void): void;
  /** Files that the operating system opened the installed app with, or that other apps shared with it. */
  onFiles(listener: (files: readonly File[]) => void): void;
}

export interface Clock {
  now(): Date;
  newId(): string;
}

const ServicesContext = createContext<Services>();
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('useServices needs a ServicesProvider above');
  return services;
}
