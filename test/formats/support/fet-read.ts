import { expect } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import type { RuleData } from '../../../src/domain/problem-data.ts';
import type { Result } from '../../../src/domain/result.ts';
import { fetReader } from '../../../src/formats/fet/fet.ts';
import type { ProjectContent } from '../../../src/formats/format.ts';
import { type FetParts, fetText } from './fet-text.ts';
import { textFile, valueIn } from './files.ts';

// The reader answers at once; the contract also allows a promise.
export function read(parts: FetParts): Result<ProjectContent> {
  return fetReader.read([textFile('school.fet', fetText(parts))]) as Result<ProjectContent>;
}

/** The rules of some constraints; every one of them must be usable. */
export function rulesOf(parts: FetParts): readonly RuleData[] {
  const { problem } = valueIn(read(parts));
  expect(buildProblem(problem).ok).toBe(true);
  return problem.rules;
}
