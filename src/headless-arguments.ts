import { type Diagnostic, error } from './domain/diagnostic.ts';
import { failure, type Result, success } from './domain/result.ts';
import { isVariantName, type VariantName, variantNames } from './domain/variants.ts';
import { settingRanges, startRanges } from './engine/run-contract/run-settings.ts';
import type { Participant, WriteOptions } from './formats/format.ts';
import { writers } from './formats/registry.ts';

export interface HeadlessArguments {
  /** `merge` ranks what other runs have found. */
  readonly command: 'solve' | 'merge';
  readonly files: readonly string[];
  readonly seconds: number | null;
  readonly generations: number | null;
  readonly seed: number;
  readonly islands: number | null;
  readonly workers: number | null;
  readonly population: number | null;
  readonly moves: number | null;
  readonly out: string | null;
  /** Id of a writer. */
  readonly writerId: string;
  readonly writeOptions: WriteOptions;
  /** File whose first line is the passphrase of locked projects, read and written. */
  readonly passphraseFile: string | null;
  /** Whose wishes among the soft rules count more in the search. */
  readonly variant: VariantName;
  /** Whether to look for rules that cannot hold together when hard rules stay broken. */
  readonly explain: boolean;
  /** Stop at the first timetable that breaks no hard rule. */
  readonly feasible: boolean;
  /** File of the timetable to start from. */
  readonly from: string | null;
  /** Soft cost of every time, room and instructor that differs from it. */
  readonly keep: number;
  /** Most events that may differ from it. */
  readonly cap: number | null;
  /** File in which the run is kept while it goes on. */
  readonly checkpoint: string | null;
  /** Such a file, to go on with the run in it. */
  readonly resume: string | null;
}

/** Without a cost, a limit of changes is used up by what hardly matters before hard rules are mended. */
const keepWithCap = 5;

/** Writers by what `--format` calls them: their ids, and shorter names for some. */
const writerOfFormat: ReadonlyMap<string, string> = new Map([
  ...writers.map(({ id }) => [id, id] as const),
  ['json', 'horarium'],
  ['itc2019', 'itc2019-solution'],
]);

function writerIdOf(format: string): string | undefined {
  return writerOfFormat.get(format);
}

export const usage = `Usage: npm run solve -- FILE... [--seconds S | --generations G] [--seed N] [--islands K] [--workers W]
         [--population P] [--moves M] [--out FILE] [--format NAME [--for KIND:ID] [--time-zone ZONE]] [--explain]
         [--variant NAME] [--feasible] [--from FILE [--keep WEIGHT] [--cap N]] [--passphrase-file FILE]
         [--checkpoint FILE]
       npm run solve -- --resume FILE [--checkpoint FILE] [--workers W] [--out FILE] [--format NAME] [--explain]
       npm run solve -- merge FILE... [--out FILE] [--format NAME]

Solves a timetabling problem and prints one line of JSON. Exit code 0 when no hard rule is broken and everything is
placed, 2 when not, 1 for bad input (reasons on standard error), 3 when the engine failed. merge prints the ranking of the
timetables in files of one problem and writes the best (docs/many-machines.md).
  --seconds S      wall-clock time to spend (default 60); the budget in moves is measured from it
  --generations G  run exactly G generations instead, whatever the clock says; the same on every machine
  --feasible       stop at the first timetable that breaks no hard rule; without --workers, on one island and no threads
  --moves M        evaluated moves per individual with --generations (default 2000000)
  --explain        when hard rules stay broken, name small sets of rules that cannot hold together (key "conflicts")
  --variant NAME   whose soft rules count five times as much in the search: ${variantNames.join(', ')}
  --from FILE      start from the (last) timetable in FILE: a project, a FET file with its timetable, a solution
  --keep WEIGHT    soft cost of each time, room and instructor that differs from it (0 to 1000; default 0, with --cap ${keepWithCap})
  --cap N          most events that may differ from it; no timetable of the run has more
  --checkpoint FILE  keep the run in FILE every few seconds, at its end, and on SIGTERM or SIGINT (exit code 143 or 130)
  --resume FILE    go on with the run in FILE: problem, settings and variant are in it
  --format NAME    form of the file (default ctt-solution): ${formatNames()}
  --for KIND:ID    only the meetings of this group, instructor or room, in forms that are made for people
  --passphrase-file FILE  whose first line is the passphrase of locked projects, opened and written (horarium-locked)
  --time-zone ZONE of calendars, such as Europe/Paris (default that of the machine)`;

/** Names of the forms, in lines that continue the list of options. */
function formatNames(): string {
  const lines: string[] = [''];
  for (const name of writerOfFormat.keys()) {
    const line = `${lines.at(-1)}${lines.at(-1) === '' ? '' : ', '}${name}`;
    if (line.length <= 90) lines[lines.length - 1] = line;
    else lines.push(name);
  }
  return lines.map((line, index) => (index === 0 ? line : `${' '.repeat(19)}${line}`)).join(',\n');
}

interface NumberOption {
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

const numberOptions: Readonly<Record<string, NumberOption>> = {
  seconds: settingRanges.timeLimit,
  generations: { min: 10, max: 2000, integer: true },
  seed: { min: 0, max: 0xffff_ffff, integer: true },
  islands: { min: 1, max: 64, integer: true },
  workers: { min: 1, max: 64, integer: true },
  population: { min: 4, max: 500, integer: true },
  keep: { ...startRanges.keep },
  cap: { ...startRanges.cap },
  moves: { min: 1000, max: 100_000_000_000, integer: true },
};

const textOptions: readonly string[] = [
  'out',
  'format',
  'variant',
  'from',
  'for',
  'time-zone',
  'passphrase-file',
  'checkpoint',
  'resume',
];
const participantKinds: readonly Participant['kind'][] = ['group', 'instructor', 'room'];

/** Reads the command line; every flaw is named. */
export function parseArguments(list: readonly string[]): Result<HeadlessArguments> {
  const flaws: Diagnostic[] = [];
  const files: string[] = [];
  const numbers: Record<string, number> = {};
  const texts: Record<string, string> = {};
  let explain = false;
  let feasible = false;
  for (let at = 0; at < list.length; at++) {
    const item = list[at] ?? '';
    if (!item.startsWith('--')) {
      files.push(item);
      continue;
    }
    const name = item.slice(2);
    if (name === 'explain') {
      explain = true;
      continue;
    }
    if (name === 'feasible') {
      feasible = true;
      continue;
    }
    const value = list[++at];
    if (value === undefined) flaws.push(error('arguments.value', `${item} needs a value.`, { value: item }));
    else if (Object.hasOwn(numberOptions, name)) readNumber(name, value, numbers, flaws);
    else if (textOptions.includes(name)) texts[name] = value;
    else flaws.push(error('arguments.unknown', `${item} is not an option.`, { value: item, advice: usage }));
  }
  const writerId = readFormat(texts.format ?? (files[0] === 'merge' ? 'horarium' : 'ctt-solution'), flaws);
  const writeOptions = readWriteOptions(texts, flaws);
  const variant = texts.variant ?? 'balanced';
  if (!isVariantName(variant)) {
    flaws.push(
      error('arguments.variant', 'There is no such variant.', { value: variant, advice: variantNames.join(', ') }),
    );
  }
  if (numbers.seconds !== undefined && numbers.generations !== undefined) {
    flaws.push(error('arguments.budget', 'Give either --seconds or --generations.', { advice: usage }));
  }
  if (texts.from === undefined && (numbers.keep !== undefined || numbers.cap !== undefined)) {
    flaws.push(error('arguments.from', '--keep and --cap need --from.', { advice: usage }));
  }
  const command = files[0] === 'merge' ? 'merge' : 'solve';
  if (command === 'merge') files.shift();
  if (texts.resume !== undefined) flaws.push(...resumeFlaws(files, numbers, texts, feasible));
  else if (files.length === 0) flaws.push(error('arguments.files', 'No file was given.', { advice: usage }));
  if (flaws.length > 0 || !isVariantName(variant)) return failure(flaws);
  return success({
    command,
    files,
    seconds: numbers.seconds ?? null,
    generations: numbers.generations ?? null,
    seed: numbers.seed ?? 1,
    islands: numbers.islands ?? null,
    workers: numbers.workers ?? null,
    population: numbers.population ?? null,
    moves: numbers.moves ?? null,
    out: texts.out ?? null,
    writerId,
    writeOptions,
    passphraseFile: texts['passphrase-file'] ?? null,
    variant,
    explain,
    feasible,
    from: texts.from ?? null,
    keep: numbers.keep ?? (numbers.cap === undefined ? 0 : keepWithCap),
    cap: numbers.cap ?? null,
    checkpoint: texts.checkpoint ?? null,
    resume: texts.resume ?? null,
  });
}

/** What a run is about is settled by its beginning. */
function resumeFlaws(
  files: readonly string[],
  numbers: Readonly<Record<string, number>>,
  texts: Readonly<Record<string, string>>,
  feasible: boolean,
): Diagnostic[] {
  const given = [...files, ...Object.keys(numbers), ...Object.keys(texts), ...(feasible ? ['feasible'] : [])];
  const settled = given.filter(
    (name) =>
      !['workers', 'resume', 'checkpoint', 'out', 'format', 'for', 'time-zone', 'passphrase-file'].includes(name),
  );
  return settled.map((value) =>
    error('arguments.resume', 'With --resume, what the run is about is in its file.', { value, advice: usage }),
  );
}

function readNumber(name: string, value: string, numbers: Record<string, number>, flaws: Diagnostic[]): void {
  const option = numberOptions[name];
  const number = Number(value);
  if (option === undefined) return;
  const inside = value.trim() !== '' && number >= option.min && number <= option.max;
  if (inside && (!option.integer || Number.isInteger(number))) {
    numbers[name] = number;
    return;
  }
  const kind = option.integer ? 'a whole number' : 'a number';
  flaws.push(error('arguments.range', `--${name} must be ${kind} from ${option.min} to ${option.max}.`, { value }));
}

function readFormat(format: string, flaws: Diagnostic[]): string {
  const writerId = writerIdOf(format);
  if (writerId === undefined) {
    const advice = [...writerOfFormat.keys()].join(', ');
    flaws.push(error('arguments.format', 'There is no such format.', { value: format, advice }));
  }
  return writerId ?? '';
}

function readWriteOptions(texts: Readonly<Record<string, string>>, flaws: Diagnostic[]): WriteOptions {
  const timeZone = texts['time-zone'];
  const zone = timeZone === undefined ? {} : { timeZone };
  if (texts.for === undefined) return zone;
  const [, name, id] = /^([a-z]+):(.+)$/s.exec(texts.for) ?? [];
  const kind = participantKinds.find((candidate) => candidate === name);
  if (kind !== undefined && id !== undefined) return { ...zone, participant: { kind, id } };
  flaws.push(
    error('arguments.for', '--for must be group:ID, instructor:ID or room:ID.', { value: texts.for, advice: usage }),
  );
  return zone;
}
