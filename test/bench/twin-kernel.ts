import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CttFile } from '../../src/formats/ctt/file.ts';
import { repositoryPath } from '../support/repository.ts';

/**
 * A kernel that knows one kind of problem and nothing else, in AssemblyScript: what the general kernel could be if it
 * were made for curriculum-based course timetabling by hand. The same moves, ladder and rules as the twin in TypeScript.
 */
interface TwinExports {
  readonly memory: WebAssembly.Memory;
  inputAt(): number;
  begin(seed: number): void;
  anneal(moves: number): number;
  softByChanges(): number;
  recountSoft(): number;
}

const compiled = join(repositoryPath, 'build/twin.wasm');

/** Compiles it, with the options of the kernel; once, before the processes that measure read it. */
export function compileTwinKernel(): void {
  const compiler = join(repositoryPath, 'node_modules/assemblyscript/bin/asc.js');
  const source = join(repositoryPath, 'test/bench/twin-kernel/index.ts');
  const options = ['--config', 'none', '--runtime', 'stub', '--use', 'abort=', '-O3', '--converge', '--noAssert'];
  const child = spawnSync(process.execPath, [compiler, source, ...options, '-o', compiled], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`The hand-specialised kernel does not compile:\n${child.stderr}`);
}

/** A function that searches the problem of a file with so many moves; it tells how many of them it made. */
export function createTwinKernel(file: CttFile, seed: number): (moves: number) => number {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(compiled)), {});
  const twin = instance.exports as unknown as TwinExports;
  const input = inputOf(file);
  new Int32Array(twin.memory.buffer, twin.inputAt(), input.length).set(input);
  twin.begin(seed);
  return (moves) => {
    const made = twin.anneal(moves);
    if (twin.softByChanges() !== twin.recountSoft()) throw new Error('The hand-specialised kernel counts wrongly');
    return made;
  };
}

/** What `twin-kernel/tables.ts` reads. */
function inputOf(file: CttFile): number[] {
  const indexOf = new Map(file.courses.map(({ id }, course) => [id, course]));
  const teachers = [...new Set(file.courses.map(({ teacher }) => teacher))];
  const course = (id: string): number => indexOf.get(id) ?? 0;
  return [
    ...[file.courses.length, file.days, file.periods, file.rooms.length, file.curricula.length],
    file.unavailable.length,
    ...file.courses.flatMap((item) => [item.students, teachers.indexOf(item.teacher), item.lectures, item.minDays]),
    ...file.rooms.map(({ capacity }) => capacity),
    ...file.curricula.flatMap(({ courses }) => [courses.length, ...courses.map(course)]),
    ...file.unavailable.flatMap((closed) => [course(closed.course), closed.day * file.periods + closed.period]),
  ];
}
