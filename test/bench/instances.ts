import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { error } from '../../src/domain/diagnostic.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { failure, type Result, success } from '../../src/domain/result.ts';
import { readAndBuild } from '../../src/formats/registry.ts';
import { samples } from '../../src/formats/samples/samples.ts';
import { datasetPath } from '../support/datasets.ts';
import { manyRulesProblem } from '../support/many-rules-problem.ts';

/** A problem by name: one of our samples, or the files of a published one. */
export interface Instance {
  readonly name: string;
  /** Empty for a sample of that name. */
  readonly files: readonly string[];
}

/** The first ten instances of the competition, in order; empty when they are not on this machine. */
export function competitionInstances(): Instance[] {
  const folder = datasetPath('itc2007');
  if (folder === null) return [];
  return Array.from({ length: 10 }, (_, index) => `comp${String(index + 1).padStart(2, '0')}`)
    .map((name) => ({ name, files: [join(folder, `${name}.ctt`)] }))
    .filter(({ files }) => files.every((file) => existsSync(file)));
}

/** Folders of faculty data: four lists each. */
export function facultyInstances(): Instance[] {
  const folder = datasetPath('schedule-engine');
  if (folder === null) return [];
  const lists = ['Course.json', 'Groups.json', 'Instructors.json', 'Rooms.json'];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, files: lists.map((list) => join(folder, name, list)) }))
    .filter(({ files }) => files.every((file) => existsSync(file)));
}

/** University problems by the clock, with students to be sectioned; none when they are not on this machine. */
export function universityInstances(): Instance[] {
  const folder = datasetPath('itc2019');
  if (folder === null) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) => ({ name: basename(file, '.xml'), files: [join(folder, file)] }));
}

/** The department with twenty kinds of rules: blocks, rooms and instructors to choose, every kind at work. */
export const manyRulesInstance: Instance = { name: 'department, twenty kinds', files: [] };

export const sampleInstances: readonly Instance[] = [
  { name: 'school', files: [] },
  { name: 'department', files: [] },
];

/** The problem, or why there is none. */
export async function loadInstance({ name, files }: Instance): Promise<Problem | string> {
  const built = files.length === 0 ? builtSample(name) : await readInstance(files);
  return built.ok ? built.value : messages(built.diagnostics);
}

function builtSample(name: string): Result<Problem> {
  const data = name === manyRulesInstance.name ? manyRulesProblem() : samples[name]?.();
  if (data !== undefined) return buildProblem(data);
  return failure([error('sample.unknown', `There is no sample ${name}`)]);
}

async function readInstance(files: readonly string[]): Promise<Result<Problem>> {
  const sources = files.map((file) => ({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) }));
  const read = await readAndBuild(sources);
  return read.ok ? success(read.value.problem) : read;
}

function messages(diagnostics: readonly { readonly severity: string; readonly message: string }[]): string {
  return diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'It cannot be read.';
}
