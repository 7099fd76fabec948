import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from './repository.ts';
import { type Instruction, instructionsOf, Reader, sectionsOf, unsigned } from './wasm-code.ts';

/**
 * A module that counts the instructions it executes. Before each straight piece of code, which is executed from its first
 * instruction to its last or not at all, the number of its instructions is added to a counter. The rest stays as it is,
 * so it computes what it did: the counts depend on the module and its input, on no machine and no clock.
 */
const counterName = 'executedInstructions';

const section = { imports: 2, globals: 6, exports: 7, code: 10 } as const;
const globalKind = 3;
const opcode = { loop: 0x03, if: 0x04, else: 0x05, end: 0x0b, block: 0x02, lastBranch: 0x0f, branch: 0x0c } as const;

/** The release build of the kernel, counting. */
export function countedKernel(): WebAssembly.Module {
  return new WebAssembly.Module(counting(readFileSync(join(repositoryPath, 'build', 'kernel.wasm'))));
}

/** What an instance of such a module has executed so far. */
export function executed(exports: object): number {
  return Number((exports as Record<string, WebAssembly.Global>)[counterName]?.value);
}

/** The module with a counter, exported as `counterName`. It may import nothing and must have globals and exports. */
export function counting(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(module);
  if (sections.some(({ id }) => id === section.imports)) throw new Error('Modules with imports are not counted');
  const globals = sections.find(({ id }) => id === section.globals);
  if (globals === undefined) throw new Error('The module has no globals');
  const counter = new Reader(globals.content).unsigned();
  const parts: number[][] = sections.map(({ id, content }) => {
    if (id === section.globals) return written(id, withOneMore(content, [0x7e, 0x01, 0x42, 0x00, opcode.end]));
    if (id === section.exports) return written(id, withOneMore(content, exportOf(counter)));
    if (id === section.code) return written(id, countedCode(content, counter));
    return written(id, content);
  });
  return Uint8Array.from([...module.subarray(0, 8), ...parts.flat()]);
}

function written(id: number, content: ArrayLike<number>): number[] {
  return [id, ...unsigned(content.length), ...Array.from(content)];
}

/** A list with one more entry at its end. */
function withOneMore(list: Uint8Array, entry: readonly number[]): number[] {
  const reader = new Reader(list);
  const count = reader.unsigned();
  return [...unsigned(count + 1), ...list.subarray(reader.at), ...entry];
}

function exportOf(global: number): number[] {
  const name = [...new TextEncoder().encode(counterName)];
  return [...unsigned(name.length), ...name, globalKind, ...unsigned(global)];
}

function countedCode(content: Uint8Array, counter: number): number[] {
  const reader = new Reader(content);
  const count = reader.unsigned();
  const code = unsigned(count);
  for (let body = 0; body < count; body++) {
    const length = reader.unsigned();
    const counted = countedBody(content.subarray(reader.at, reader.at + length), counter);
    reader.at += length;
    for (const byte of unsigned(counted.length)) code.push(byte);
    for (const byte of counted) code.push(byte);
  }
  return code;
}

function countedBody(body: Uint8Array, counter: number): number[] {
  const reader = new Reader(body);
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    reader.unsigned();
    reader.at++;
  }
  const counted = [...body.subarray(0, reader.at)];
  let piece: number[] = [];
  let size = 0;
  const close = (): void => {
    // global.get, i64.const, i64.add, global.set: whatever lies on the stack below stays there
    const add = [0x23, ...unsigned(counter), 0x42, ...signed(size), 0x7c, 0x24, ...unsigned(counter)];
    for (const byte of size > 0 ? add : []) counted.push(byte);
    for (const byte of piece) counted.push(byte);
    piece = [];
    size = 0;
  };
  for (const instruction of instructionsOf(body, reader.at)) {
    for (let at = instruction.start; at < instruction.end; at++) piece.push(body[at] ?? 0);
    if (isWork(instruction)) size++;
    if (endsPiece(instruction)) close();
  }
  close();
  return counted;
}

/** What only says where others belong costs nothing when it is executed. */
function isWork({ code }: Instruction): boolean {
  return code !== opcode.block && code !== opcode.loop && code !== opcode.else && code !== opcode.end;
}

/** After these it may go on elsewhere, or somebody may come from elsewhere. */
function endsPiece({ code }: Instruction): boolean {
  const isEdge = code === opcode.loop || code === opcode.if || code === opcode.else || code === opcode.end;
  return isEdge || (code >= opcode.branch && code <= opcode.lastBranch);
}

/** A count as a signed number: one more byte where the first bit of an unsigned one would be its sign. */
function signed(value: number): number[] {
  const bytes = unsigned(value);
  const last = bytes.at(-1) ?? 0;
  return last < 0x40 ? bytes : [...bytes.slice(0, -1), last | 0x80, 0];
}
