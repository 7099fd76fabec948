import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { encode, type ProblemImage } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { valueIn } from '../formats/support/files.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { manyRulesProblem } from '../support/many-rules-problem.ts';
import { repositoryPath } from '../support/repository.ts';
import { tightSchool } from '../support/tight-school.ts';
import { Reader, sectionsOf, unsigned } from '../support/wasm-code.ts';

const release = kernelModule();
const bytes = readFileSync(join(repositoryPath, 'build', 'kernel.wasm'));
const memorySection = 5;

const known = new Map<number, WebAssembly.Module>();

/** The release build of the kernel, which gets so many pages of memory and no more. */
function kernelWithin(mostPages: number): WebAssembly.Module {
  const module = known.get(mostPages) ?? new WebAssembly.Module(codeWithin(mostPages));
  known.set(mostPages, module);
  return module;
}

function codeWithin(mostPages: number): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(bytes).map(({ id, content }) => {
    const own = id === memorySection ? limited(content, mostPages) : [...content];
    return [id, ...unsigned(own.length), ...own];
  });
  return Uint8Array.from([...bytes.subarray(0, 8), ...sections.flat()]);
}

/** One memory with both limits: its first pages stay as they are. */
function limited(content: Uint8Array, mostPages: number): number[] {
  const reader = new Reader(content);
  expect([reader.byte(), reader.byte()]).toEqual([1, 1]);
  return [1, 1, ...unsigned(reader.unsigned()), ...unsigned(mostPages)];
}

function pagesOf(image: ProblemImage, population: number): number {
  return new Kernel(release, image, population).exports.memory.buffer.byteLength / 65536;
}

/** Each event begins with the one before: ties, with a row of times each. */
function tiedSchool(): ProblemData {
  const school = tightSchool(1, { classes: 8, teachers: 10 });
  const rules = school.events.slice(0, 60).flatMap(({ id }, index) => {
    const before = school.events[index - 1];
    if (before === undefined) return [];
    const scope = { of: 'events', ids: [before.id, id] } as const;
    return [{ id: `tie-${index}`, kind: 'sameStart', scope, params: {}, hard: true, weight: 1 }];
  });
  return { ...school, rules: [...school.rules, ...rules] };
}

describe('a kernel that lacks the last page of the memory that a problem needs', () => {
  it.each([
    ['tables of days and weeks', tightSchool(1, { classes: 8, teachers: 10 })],
    ['ties', tiedSchool()],
    ['words of days', manyRulesProblem()],
  ])('says so instead of writing behind its end, where %s are last', (_, data) => {
    const image = encode(valueIn(buildProblem(data)));
    // Each one more moves what is derived on, so that the end falls into another part of it.
    for (let population = 1; population <= 64; population++) {
      const module = kernelWithin(pagesOf(image, population) - 1);
      expect(() => new Kernel(module, image, population), `${population} individuals`).toThrow('could not open');
    }
  });
});
