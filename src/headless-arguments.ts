import { type Diagnostic, error } from './domain/diagnostic.ts';
import { failure, type Result, success } from './domain/result.ts';
import { isVariantName, type VariantName, variantNames } from './domain/variants.ts';
import { type SettingRange, settingRanges, startRanges } from './engine/run-contract/run-settings.ts';
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

const numberOptions: Readonly<Record<string, SettingRange>> = {
  seconds: settingRanges.timeLimit,
  generations: settingRanges.generations,
  seed: settingRanges.seed,
  islands: settingRanges.islands,
  // There is no use in more of them than islands.
  workers: settingRanges.islands,
  population: settingRanges.population,
  keep: startRanges.keep,
  cap: startRanges.cap,
  moves: settingRanges.movesPerIndividual,
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
const flagOptions: readonly string[] = ['explain', 'feasible'];
/** What may be said beside `--resume`; all else about the run is in its file. */
const resumeOptions: readonly string[] = [
  'workers',
  'resume',
  'checkpoint',
  'out',
  'format',
  'for',
  'time-zone',
  'passphrase-file',
  'explain',
];
const participantKinds: readonly Participant['kind'][] = ['group', 'instructor', 'room'];

/** The words of a command line, sorted by what they are; options by their names without dashes. */
interface GivenWords {
  readonly command: HeadlessArguments['command'];
  readonly files: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
}

/** Whether it only asks what may be said. */
export function asksForHelp(list: readonly string[]): boolean {
  return list.includes('--help') || list.includes('-h');
}

/** Reads the command line; every flaw is named. */
export function parseArguments(list: readonly string[]): Result<HeadlessArguments> {
  const flaws: Diagnostic[] = [];
  const given = readWords(list, flaws);
  const { command, files, numbers, texts, flags } = given;
  const writerId = readFormat(texts.format ?? (command === 'merge' ? 'horarium' : 'ctt-solution'), flaws);
  const writeOptions = readWriteOptions(texts, flaws);
  const variant = texts.variant ?? 'balanced';
  if (!isVariantName(variant)) {
    const advice = variantNames.join(', ');
    flaws.push(error('arguments.variant', 'There is no such variant.', { value: variant, advice }));
  }
  flaws.push(...combinationFlaws(given));
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
    explain: flags.has('explain'),
    feasible: flags.has('feasible'),
    from: texts.from ?? null,
    keep: numbers.keep ?? (numbers.cap === undefined ? 0 : keepWithCap),
    cap: numbers.cap ?? null,
    checkpoint: texts.checkpoint ?? null,
    resume: texts.resume ?? null,
  });
}

function readWords(list: readonly string[], flaws: Diagnostic[]): GivenWords {
  const files: string[] = [];
  const numbers: Record<string, number> = {};
  const texts: Record<string, string> = {};
  const flags = new Set<string>();
  const words = list.values();
  for (const word of words) {
    const name = word.slice(2);
    if (!word.startsWith('--')) files.push(word);
    else if (flagOptions.includes(name)) flags.add(name);
    else {
      const { value, done } = words.next();
      const isNumber = Object.hasOwn(numberOptions, name);
      if (!isNumber && !textOptions.includes(name)) {
        flaws.push(error('arguments.unknown', `${word} is not an option.`, { value: word, advice: usage }));
      } else if (done === true) flaws.push(error('arguments.value', `${word} needs a value.`, { value: word }));
      else if (isNumber) readNumber(name, value, numbers, flaws);
      else texts[name] = value;
    }
  }
  const merges = files[0] === 'merge';
  return { command: merges ? 'merge' : 'solve', files: merges ? files.slice(1) : files, numbers, texts, flags };
}

/** What is wrong with options that are each as they should be. */
function combinationFlaws({ files, numbers, texts, flags }: GivenWords): readonly Diagnostic[] {
  const flaws: Diagnostic[] = [];
  if (numbers.seconds !== undefined && numbers.generations !== undefined) {
    flaws.push(error('arguments.budget', 'Give either --seconds or --generations.', { advice: usage }));
  }
  if (texts.from === undefined && (numbers.keep !== undefined || numbers.cap !== undefined)) {
    flaws.push(error('arguments.from', '--keep and --cap need --from.', { advice: usage }));
  }
  if (texts.resume === undefined) {
    if (files.length === 0) flaws.push(error('arguments.files', 'No file was given.', { advice: usage }));
    return flaws;
  }
  const named = [...Object.keys(numbers), ...Object.keys(texts), ...flags].filter(
    (name) => !resumeOptions.includes(name),
  );
  for (const value of [...files, ...named]) {
    const message = 'With --resume, what the run is about is in its file.';
    flaws.push(error('arguments.resume', message, { value, advice: usage }));
  }
  return flaws;
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
