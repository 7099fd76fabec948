import { type Diagnostic, warning } from '../domain/diagnostic.ts';
import { localDateOf } from '../domain/local-date.ts';
import { type Result, success } from '../domain/result.ts';
import { pageDirection } from '../handout/direction.ts';
import type { Handout, PersonKind } from '../handout/handout.ts';
import { personKinds } from '../handout/handout.ts';
import { type HandoutTexts, handoutTexts } from '../handout/handout-texts.ts';
import { element, type Markup } from '../handout/markup.ts';
import { busyIn, type NamedPerson, peopleOf } from '../handout/people.ts';
import { calendarRemarks, createCalendarWriter } from './calendar/calendar.ts';
import { calendarSource, datedMeetings, folderOf } from './calendar/calendar-writer.ts';
import { fileNames } from './distinct-names.ts';
import type { ProjectContent, WriteOptions, Writer } from './format.ts';
import { handoutOf } from './handout/content.ts';
import { plainPage, viewerFile, weekFile } from './handout/html.ts';
import { pictureOf } from './handout/writers.ts';
import { printHorarium } from './horarium/horarium.ts';
import { chosenPlacements, weeksOfPeople } from './participants.ts';
import { csvFile, standardCsv, withoutFormula } from './tables/csv-text.ts';
import { columnTitles, timetableRows } from './tables/timetable-rows.ts';
import { timetableXlsxWriter } from './tables/timetable-xlsx.ts';
import { zip } from './zip.ts';

/** Everything that can be handed out, in folders, with a page that leads to each. */
export const everythingWriter: Writer = {
  id: 'everything',
  title: 'Everything to hand out, with an index (ZIP)',
  extension: 'zip',
  mediaType: 'application/zip',
  write: writeEverything,
};

const encoder = new TextEncoder();
/** People after whose files it is told how far the work is. */
const peopleAPart = 20;

async function writeEverything(
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions = {},
): Promise<Result<Uint8Array>> {
  const made = handoutOf(content, timetableId, options);
  if (!made.ok) return made;
  const { handout, unplaced } = made.value;
  const workbook = await timetableXlsxWriter.write(content, timetableId, options);
  options.onProgress?.(0.1);
  const views = await viewFiles(content, timetableId, options, handout);
  if (!views.ok) return views;
  if (!workbook.ok) return workbook;
  const files = new Map<string, Uint8Array>(views.value.files);
  files.set('viewer.html', encoder.encode(await viewerFile(handout, options.texts)));
  files.set('timetable.xlsx', workbook.value);
  // A choice of people is for these: what belongs to everybody stays at home.
  if (handout.shown === undefined) files.set('project.horarium.json', printHorarium(content));
  files.set(
    'index.html',
    encoder.encode(await indexPage(handout, views.value.people, new Set(files.keys()), options.texts ?? handoutTexts)),
  );
  options.onProgress?.(0.7);
  const remarks = [...calendarRemarks(unplaced, 0), ...views.diagnostics, ...workbook.diagnostics];
  const known = new Map(remarks.map((remark) => [remark.code, remark]));
  return success(await zip(files), [...known.values()]);
}

interface PersonFiles {
  readonly person: NamedPerson;
  /** Path without the extension. */
  readonly path: string;
}

interface Views {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly people: readonly PersonFiles[];
}

/** A page, a picture, a list and, where the term is known, a calendar for everybody who has a week. */
async function viewFiles(
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions,
  handout: Handout,
): Promise<Result<Views>> {
  const chosen = chosenPlacements(content, timetableId, options);
  if (!chosen.ok) return chosen;
  const { problem } = chosen.value;
  const calendar = createCalendarWriter(calendarSource(problem, chosen.value.chosen, options));
  const dated = datedMeetings(problem);
  // Both lists have the same people in the same order: those asked for, else whoever is busy.
  const weeks = weeksOfPeople(chosen.value, personKinds);
  const isBusy = busyIn(handout);
  const people = pathsOf(peopleOf(handout).filter((person) => handout.shown !== undefined || isBusy(person)));
  const titles = columnTitles(options.listTitles);
  const files = new Map<string, Uint8Array>();
  for (const [index, { person, path }] of people.entries()) {
    const own = weeks[index]?.own ?? [];
    const rows = timetableRows(problem, own).map((row) => row.map(withoutFormula));
    files.set(`${path}.html`, encoder.encode(await weekFile(handout, person, options.texts)));
    files.set(`${path}.svg`, encoder.encode(pictureOf(handout, person, options.texts ?? handoutTexts)));
    files.set(`${path}.csv`, csvFile([titles, ...rows], standardCsv));
    if (calendar.ok) files.set(`${path}.ics`, calendar.value.file(person.name, own.map(dated)));
    // The workbook came before, the compressing follows.
    if (index % peopleAPart === 0) options.onProgress?.(0.1 + (0.6 * index) / people.length);
  }
  return success({ files, people }, calendar.ok ? [] : withoutCalendars(calendar.diagnostics));
}

function pathsOf(people: readonly NamedPerson[]): readonly PersonFiles[] {
  return personKinds.flatMap((kind) => {
    const own = people.filter((person) => person.kind === kind);
    const names = fileNames(own.map(({ name }) => name));
    return own.map((person, index) => ({ person, path: `${folderOf[kind]}/${names[index]}` }));
  });
}

function withoutCalendars([cause]: readonly Diagnostic[]): readonly Diagnostic[] {
  return [
    warning('write.withoutCalendars', `There are no calendar files in the archive: ${cause?.message ?? ''}`, {
      ...(cause?.advice === undefined ? {} : { advice: cause.advice }),
    }),
  ];
}

const forms = ['html', 'svg', 'ics', 'csv'] as const;

function indexPage(
  handout: Handout,
  people: readonly PersonFiles[],
  paths: ReadonlySet<string>,
  texts: HandoutTexts,
): Promise<string> {
  const about = [handout.timetable, `${texts.asOf} ${localDateOf(handout.changedAt)}`];
  const whole = ['viewer.html', 'timetable.xlsx', 'project.horarium.json'].filter((path) => paths.has(path));
  const section = (kind: PersonKind): Markup[] => {
    const own = people.filter(({ person }) => person.kind === kind);
    if (own.length === 0) return [];
    const items = own.map(({ person, path }) => {
      const links = forms
        .filter((form) => paths.has(`${path}.${form}`))
        .flatMap((form) => [' ', link(`${path}.${form}`, form.toUpperCase(), person.name)]);
      return element('li', {}, element('span', {}, element('bdi', {}, person.name)), ...links);
    });
    return [element('h2', {}, texts[kind]), element('ul', {}, ...items)];
  };
  return plainPage({ title: handout.title, texts, direction: pageDirection(handout, texts) }, [
    element(
      'main',
      { class: 'index' },
      element('h1', {}, handout.title),
      element('p', {}, about.filter((part) => part !== '').join(' · ')),
      element('ul', {}, ...whole.map((path) => element('li', {}, link(path, path)))),
      ...personKinds.flatMap(section),
    ),
  ]);
}

function link(path: string, text: string, of?: string): Markup {
  const label = of === undefined ? undefined : `${text}: ${of}`;
  return element('a', { href: path.split('/').map(encodeURIComponent).join('/'), 'aria-label': label }, text);
}
