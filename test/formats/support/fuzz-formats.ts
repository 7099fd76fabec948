import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { Random } from '../../../src/domain/random.ts';
import type { Result } from '../../../src/domain/result.ts';
import { guessCalendar } from '../../../src/domain/sheets/guess-calendar.ts';
import type { SourceFile } from '../../../src/formats/format.ts';
import { gzip } from '../../../src/formats/gzip.ts';
import { horariumWriter } from '../../../src/formats/horarium/horarium.ts';
import { readSheets } from '../../../src/formats/tables/sheet-files.ts';
import { jobOf, planOf } from '../../domain/sheets/support.ts';
import { datasetPath } from '../../support/datasets.ts';
import { randomItc2019 } from '../../support/itc2019-xml.ts';
import { ownCtt } from '../../support/own-ctt.ts';
import { repositoryPath } from '../../support/repository.ts';
import { smallSchool } from '../../support/small-school.ts';
import { ascText } from './asc-text.ts';
import { extendedCtt, plainCtt } from './ctt-text.ts';
import { engineFiles, engineLists, newerLists } from './engine-lists.ts';
import { constraint, fetActivity, fetText } from './fet-text.ts';
import { jsonFile, textFile, valueIn } from './files.ts';
import { type FuzzedFormat, type Sample, sampleFile, savedAgain } from './fuzz.ts';
import { fuzzedRuns } from './fuzz-runs.ts';
import { itc2019SolutionText, itc2019Text } from './itc2019-text.ts';
import { unitimeText } from './unitime-text.ts';

const cttSolution = 'Algebra Hall 0 1\nAlgebra Hall 1 0\nBotany Den 0 2\nChem Hall 0 0\nChem Den 1 1\n';

/** Every format that is read, with small sound files of our own; `all` adds the published files and larger samples. */
export async function fuzzedFormats(all: boolean): Promise<readonly FuzzedFormat[]> {
  const published = (folder: string, form: RegExp) => (all ? publishedFiles(folder, form) : []);
  const school = (await horariumWriter.write({ problem: smallSchool, timetables: [timetable] }, null)) as Parameters<
    typeof valueIn<Uint8Array>
  >[0];
  const project = { name: 'school.horarium.json', bytes: valueIn(school) };
  const ownProjects = all ? ['school', 'impossible'].map((name) => sampleOf(`${name}.horarium.json`)) : [];
  const compressed = { name: 'school.horarium.json.gz', bytes: await gzip(project.bytes) };
  return [
    { name: 'Horarium', structure: 'json', samples: [[project], ...ownProjects] },
    { name: 'Horarium, compressed', structure: 'bytes', samples: [[compressed]] },
    ...fuzzedRuns,
    {
      name: 'schedule-engine',
      structure: 'json',
      samples: [
        engineFiles(),
        engineFiles(newerLists()),
        [jsonFile('faculty.json', engineLists)],
        ...(all ? publishedLists() : []),
      ],
    },
    { name: 'FET', structure: 'xml', samples: [...fetSamples(), ...published('fet', /\.fet$/)] },
    {
      name: 'ITC-2007',
      structure: 'lines',
      samples: [
        [textFile('a.ctt', plainCtt)],
        [textFile('a.ectt', extendedCtt)],
        [textFile('a.ctt', plainCtt), textFile('a.sol', cttSolution)],
        [textFile('own.ctt', ownCtt())],
        ...published('itc2007', /\.ctt$/),
        ...published('itc2007/ectt', /\.ectt$/),
      ],
    },
    { name: 'ITC-2019', structure: 'xml', samples: [...itc2019Samples(), ...published('itc2019', /\.xml$/)] },
    { name: 'UniTime', structure: 'xml', samples: [[textFile('fall.xml', unitimeText)]] },
    { name: 'aSc', structure: 'xml', samples: [[textFile('school.xml', ascText)]] },
    {
      name: 'CSV',
      structure: 'lines',
      samples: [
        [textFile('rooms.csv', roomsCsv)],
        [textFile('events.csv', eventsCsv)],
        [textFile('sets.csv', 'Year;Group;Subgroup;Group size\nYear 9;9 left;9 left French;12\nYear 9;9 right;;30\n')],
        [textFile('timetable.csv', placesCsv)],
        [textFile('choices.csv', 'Student;Name;Course;Event\ns1;Ada;Maths;\ns2;Bea;Art, Maths;\n')],
      ],
      take: takeSheets,
    },
    { name: 'XLSX', structure: 'archive', samples: [[workbook()]], take: takeSheets },
    { name: 'ODS', structure: 'archive', samples: [[openDocument()]], take: takeSheets },
  ];
}

const timetable = {
  id: 't',
  name: 'Timetable',
  createdAt: '2031-01-01T00:00:00Z',
  timetable: {
    assignments: smallSchool.events.map(({ id }) => ({ eventId: id, timeId: 'mon@0', roomIds: [], instructorIds: [] })),
  },
};

function fetSamples(): Sample[] {
  const limit = constraint('TeachersMaxGapsPerDay', { Max_Gaps: '1' });
  const activities = fetActivity(1) + fetActivity(2);
  return [[textFile('school.fet', fetText())], [textFile('school.fet', fetText({ time: limit, activities }))]];
}

function itc2019Samples(): Sample[] {
  const problem = textFile('tiny.xml', itc2019Text);
  return [
    [problem],
    [problem, textFile('tiny.solution.xml', itc2019SolutionText)],
    [textFile('random.xml', randomItc2019(new Random(5)))],
  ];
}

const roomsCsv = 'Room;Capacity;Building;Features\nR1;30;North;"Piano, Board"\nHall;120;"South; old";\nDen;12,5;;\n';
const eventsCsv =
  'Course,Event,Duration,Groups,Instructors,Day,Start\nMaths,Algebra,2,year,ana,Monday,08:00\nArt,,1,"a, b",bob,Tue,09:00\n';

const placesCsv =
  'Course;Group;Day;Start;End;Weeks\nMaths;year;Mon;08:00;09:30;1\nArt;a;Tuesday;09h45;11h15;A\nArt;b;3;P2;;1-2\n';

/** Rooms as an OpenDocument spreadsheet: texts, numbers, dates, repeated cells, one over two rows, a hidden sheet. */
function openDocument(): SourceFile {
  const text = (words: string, more = '') =>
    `<table:table-cell office:value-type="string"${more}><text:p>${words}</text:p></table:table-cell>`;
  const value = (kind: string, said: string) =>
    `<table:table-cell office:value-type="${kind}" office:${said}><text:p>?</text:p></table:table-cell>`;
  const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;
  const rows =
    row(text('Room') + text('Capacity') + text('Building', ' table:number-columns-repeated="2"')) +
    row(text('R1') + value('float', 'value="30"') + text('North', ' table:number-rows-spanned="2"')) +
    row(
      text('Hall &amp; <text:s text:c="2"/>Den') +
        value('date', 'date-value="2021-01-01"') +
        '<table:covered-table-cell/>',
    ) +
    row('<table:table-cell table:number-columns-repeated="1024"/>', ' table:number-rows-repeated="1048570"');
  const styles = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>';
  const tables = `<table:table table:name="Rooms">${rows}</table:table><table:table table:style-name="h">${rows}</table:table>`;
  const parts = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<manifest:manifest/>',
  };
  return {
    name: 'rooms.ods',
    bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([path, content]) => [path, strToU8(content)]))),
  };
}

/** Rooms as a workbook: shared texts, numbers, dates, clock times. */
function workbook(): SourceFile {
  const cells = ['s:0', 's:1', 's:2', '', 's:3', 'n:30', 'd:44197', '', 's:4', 'n:12.5', 't:0.375'].map(
    (cell, index) => {
      const [type, value = ''] = cell.split(':');
      const name = `${'ABCD'[index % 4]}${1 + Math.floor(index / 4)}`;
      const style = { d: ' s="1"', t: ' s="2"', s: ' t="s"' }[type ?? ''] ?? '';
      return value === '' ? '' : `<c r="${name}"${style}><v>${value}</v></c>`;
    },
  );
  const rows = [0, 4, 8].map((at) => `<row r="${at / 4 + 1}">${cells.slice(at, at + 4).join('')}</row>`);
  const texts = ['Room', 'Capacity', 'Building', 'Hall &amp; Den', 'R1'].map((text) => `<si><t>${text}</t></si>`);
  const relation = '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>';
  const parts = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="Rooms" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts.join('')}</sst>`,
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  return {
    name: 'rooms.xlsx',
    bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))),
  };
}

const weekday = (number: number) => ({ id: `day-${number}`, name: `Day ${number}`, weekday: number });
const nothing = {
  ...{ name: 'x', meetingTimes: [], courses: [], rooms: [], instructors: [], groups: [], students: [] },
  ...{ events: [], rules: [], notEnforced: [] },
};

/** Lays what is read over a project, all of it guessed; nothing is changed where the changes cannot be applied. */
async function takeSheets(files: Sample, isThorough: boolean): Promise<Result<unknown>> {
  const result = await readSheets(files);
  if (!result.ok) return result;
  const jobs = result.value.map((sheet) => jobOf(sheet));
  const { after } = planOf(smallSchool, jobs);
  // a project may begin with them, too
  const { calendar } = guessCalendar(jobs, { weekOrder: [1, 2, 3, 4, 5, 6, 7], dayOf: weekday });
  valueIn(buildProblem({ ...nothing, calendar }));
  if (isThorough && buildProblem(after).ok) await savedAgain({ problem: after, timetables: [] });
  return result;
}

function sampleOf(name: string): Sample {
  return [sampleFile(join(repositoryPath, 'public/samples', name), name)];
}

function publishedFiles(folder: string, form: RegExp): Sample[] {
  const path = datasetPath(folder);
  if (path === null) return [];
  const names = readdirSync(path).filter((name) => form.test(name));
  return names.map((name) => [sampleFile(join(path, name), name)]);
}

function publishedLists(): Sample[] {
  const path = datasetPath('schedule-engine');
  if (path === null) return [];
  const folders = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = ['Course.json', 'Groups.json', 'Instructors.json', 'Rooms.json'];
  return folders.map(({ name: folder }) => names.map((name) => sampleFile(join(path, folder, name), name)));
}
