import { buildProblem } from '../domain/build-problem.ts';
import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { flawOfFiles } from '../domain/file-limits.ts';
import type { Problem } from '../domain/problem.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { ascReader } from './asc/asc.ts';
import { calendarsWriter, calendarWriter } from './calendar/calendar-writer.ts';
import { cttReader } from './ctt/ctt.ts';
import { cttSolutionWriter } from './ctt/solution-writer.ts';
import { cttWriter, ecttWriter } from './ctt/writer.ts';
import { everythingWriter } from './everything-writer.ts';
import { fetCsvWriter } from './fet/csv.ts';
import { fetReader } from './fet/fet.ts';
import { fetWriter } from './fet/writer.ts';
import type { ProjectContent, Reader, ReadOptions, SourceFile, WriteOptions, Writer } from './format.ts';
import { gunzipHead, isGzip } from './gzip.ts';
import { handoutReader } from './handout/reader.ts';
import {
  coursesPictureWriter,
  handoutWriter,
  linkWriter,
  masterPictureWriter,
  pictureWriter,
  viewerWriter,
} from './handout/writers.ts';
import { checkedProject } from './horarium/check.ts';
import { horariumGzipWriter, horariumLockedWriter, horariumReader, horariumWriter } from './horarium/horarium.ts';
import { itc2019Reader } from './itc2019/itc2019.ts';
import { itc2019SolutionWriter } from './itc2019/solution-writer.ts';
import { itc2019Writer } from './itc2019/writer.ts';
import { redact, redactedOptions } from './redact.ts';
import { runFileReader, runFileWriter } from './run-file.ts';
import { misfitOf } from './run-fit.ts';
import { scheduleEngineReader } from './schedule-engine/schedule-engine.ts';
import { scheduleEngineWriter } from './schedule-engine/writer.ts';
import { scheduleJsonWriter } from './schedule-json.ts';
import { timetableCsvWriter } from './tables/timetable-csv.ts';
import { timetableXlsxWriter } from './tables/timetable-xlsx.ts';
import { checkSize, decodeText } from './text.ts';
import { unitimeReader } from './unitime/unitime.ts';

export const readers: readonly Reader[] = [
  horariumReader,
  runFileReader,
  cttReader,
  fetReader,
  itc2019Reader,
  unitimeReader,
  ascReader,
  // Before the lists of the schedule-engine, whose four names a handout has as well.
  handoutReader,
  scheduleEngineReader,
];

export const writers: readonly Writer[] = [
  horariumWriter,
  horariumGzipWriter,
  horariumLockedWriter,
  cttWriter,
  ecttWriter,
  cttSolutionWriter,
  fetWriter,
  itc2019Writer,
  itc2019SolutionWriter,
  scheduleEngineWriter,
  scheduleJsonWriter,
  calendarWriter,
  calendarsWriter,
  timetableCsvWriter,
  timetableXlsxWriter,
  viewerWriter,
  linkWriter,
  handoutWriter,
  pictureWriter,
  masterPictureWriter,
  coursesPictureWriter,
  everythingWriter,
  fetCsvWriter,
];

/** A project read from files, and which reader did it. */
export interface ReadProject extends ProjectContent {
  /** Id of the reader. */
  readonly source: string;
}

/** The same together with the problem that it was checked by building. */
export interface BuiltProject {
  readonly project: ReadProject;
  readonly problem: Problem;
}

/** Reads files dropped together: recognises them, parses them and checks that they make a problem. Never throws. */
export async function readFiles(files: readonly SourceFile[], options: ReadOptions = {}): Promise<Result<ReadProject>> {
  const read = await readAndBuild(files, options);
  return read.ok ? success(read.value.project, read.diagnostics) : read;
}

/** `readFiles` for callers on the same thread who need the problem itself: it is large, and building takes its time. */
export async function readAndBuild(
  files: readonly SourceFile[],
  options: ReadOptions = {},
): Promise<Result<BuiltProject>> {
  if (files.length === 0) return failure([error('file.none', 'There is no file to read.')]);
  const tooMuch = flawOfFiles(files.map(({ name, bytes }) => ({ name, size: bytes.length })));
  const flaws = tooMuch === null ? files.flatMap((file) => checkSize(file) ?? []) : [tooMuch];
  if (flaws.length > 0) return failure(flaws);
  const reader = await readerFor(files);
  if (reader === null) return failure([whyUnknown(files)]);
  const content = await reader.read(files, options);
  if (!content.ok) return content;
  const built = buildProblem(content.value.problem);
  const remarks = [...content.diagnostics, ...built.diagnostics];
  if (!built.ok) return failure(remarks);
  const { run } = content.value;
  const misfit = run === undefined ? null : misfitOf(built.value, run, files.map((file) => file.name).join(', '));
  if (misfit !== null) return failure([...remarks, misfit]);
  if (reader !== horariumReader && reader !== runFileReader) {
    // What other files say may be more than a project can be saved with: a name as long as a page.
    const checked = checkedProject(content.value, files.map((file) => file.name).join(', '));
    if (!checked.ok) return failure([...remarks, ...checked.diagnostics]);
  }
  return success({ project: { ...content.value, source: reader.id }, problem: built.value }, remarks);
}

/** Writes a project, or one timetable of it, in the form of a writer. */
export async function writeFile(
  writerId: string,
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions = {},
): Promise<Result<Uint8Array>> {
  const writer = [...writers, runFileWriter].find((candidate) => candidate.id === writerId);
  if (writer !== undefined) {
    const { redaction } = options;
    if (redaction === undefined) return writer.write(content, timetableId, options);
    return writer.write(redact(content, redaction), timetableId, redactedOptions(content, redaction, options));
  }
  return failure([
    error('write.unknown', `There is no form called "${writerId}".`, {
      value: writerId,
      advice: `Choose one of ${writers.map((candidate) => candidate.id).join(', ')}.`,
    }),
  ]);
}

async function readerFor(files: readonly SourceFile[]): Promise<Reader | null> {
  const [file] = files;
  if (files.length === 1 && file !== undefined && isGzip(file.bytes)) {
    // Browsers number files of one name, behind the ending: what it is stands inside.
    return runFileReader.recognise([await gunzipHead(file)]) > 0 ? runFileReader : horariumReader;
  }
  let best: Reader | null = null;
  let surest = 0;
  for (const reader of readers) {
    const sure = reader.recognise(files);
    if (sure > surest) {
      best = reader;
      surest = sure;
    }
  }
  return best;
}

function whyUnknown(files: readonly SourceFile[]): Diagnostic {
  const [file] = files;
  const names = files
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ');
  if (files.length === 1 && file !== undefined) {
    const text = decodeText(file);
    const flaw = text.ok ? undefined : text.diagnostics[0];
    if (flaw !== undefined) return flaw;
  }
  const readable = readers.map((reader) => reader.title).join('; ');
  return error(
    'file.unknown',
    files.length === 1 ? 'The format of the file is unknown.' : 'These files do not belong together.',
    {
      place: files.length > 5 ? `${names}, …` : names,
      advice: `Readable are: ${readable}. Open one project at a time.`,
    },
  );
}
