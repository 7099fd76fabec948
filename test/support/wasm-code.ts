/** The bytes of WebAssembly modules, as far as `counted-kernel.ts` needs them: sections, and where instructions begin. */
export interface Section {
  readonly id: number;
  readonly content: Uint8Array;
}

export interface Instruction {
  /** Its first byte. */
  readonly code: number;
  readonly start: number;
  readonly end: number;
}

export class Reader {
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) throw new Error('The module ends too early');
    return byte;
  }

  /** A number of seven bits a byte, the lowest first. */
  unsigned(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }
}

export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  bytes.push(rest);
  return bytes;
}

export function sectionsOf(module: Uint8Array): Section[] {
  const reader = new Reader(module, 8);
  const sections: Section[] = [];
  while (reader.at < module.length) {
    const id = reader.byte();
    const length = reader.unsigned();
    sections.push({ id, content: module.subarray(reader.at, reader.at + length) });
    reader.at += length;
  }
  return sections;
}

/** The instructions of the body of a function from `start` to its end. An instruction that is not known throws. */
export function* instructionsOf(body: Uint8Array, start: number): Generator<Instruction> {
  const reader = new Reader(body, start);
  while (reader.at < body.length) {
    const begun = reader.at;
    const code = reader.byte();
    skipOperands(reader, code);
    yield { code, start: begun, end: reader.at };
  }
}

function skipOperands(reader: Reader, code: number): void {
  if (code === 0xfc) skipBulk(reader);
  else if (code === 0xfd) skipVector(reader);
  else if (code === 0x0e) skipNumbers(reader, reader.unsigned() + 1);
  else if (code === 0x43) reader.at += 4;
  else if (code === 0x44) reader.at += 8;
  else skipNumbers(reader, operandCount(code));
}

/** Numbers that follow an instruction; types of blocks and constants are as long as numbers. */
function operandCount(code: number): number {
  if (code >= 0x45 && code <= 0xc4) return 0;
  // loads and stores: alignment and offset
  if (code >= 0x28 && code <= 0x3e) return 2;
  if (code === 0x11) return 2;
  const one = [0x02, 0x03, 0x04, 0x0c, 0x0d, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x3f, 0x40, 0x41, 0x42];
  if (one.includes(code)) return 1;
  const none = [0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b];
  if (none.includes(code)) return 0;
  throw new Error(`Instruction 0x${code.toString(16)} is not known`);
}

function skipNumbers(reader: Reader, count: number): void {
  for (let number = 0; number < count; number++) reader.unsigned();
}

/** Conversions without operands; then data, copies and fills of memory. */
function skipBulk(reader: Reader): void {
  const kind = reader.unsigned();
  const operands = kind <= 7 ? 0 : { 8: 2, 9: 1, 10: 2, 11: 1 }[kind];
  if (operands === undefined) throw new Error(`Instruction 0xfc ${kind} is not known`);
  skipNumbers(reader, operands);
}

function skipVector(reader: Reader): void {
  const kind = reader.unsigned();
  const isMemory = kind <= 11 || (kind >= 84 && kind <= 93);
  if (isMemory) skipNumbers(reader, 2);
  // a constant or an order of lanes, and the number of a lane
  if (kind === 12 || kind === 13) reader.at += 16;
  else if ((kind >= 21 && kind <= 34) || (kind >= 84 && kind <= 91)) reader.at++;
}
