import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../../src/domain/random.ts';
import { gzip } from '../../../src/formats/gzip.ts';
import { horariumWriter } from '../../../src/formats/horarium.ts';
import { itc2019SolutionWriter } from '../../../src/formats/itc2019-solution-writer.ts';
import { readFiles } from '../../../src/formats/registry.ts';
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
import { type FuzzedFormat, type Sample, sampleFile } from './fuzz.ts';
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
    { name: 'ITC-2019', structure: 'xml', samples: [...(await itc2019Samples()), ...published('itc2019', /\.xml$/)] },
    { name: 'UniTime', structure: 'xml', samples: [[textFile('fall.xml', unitimeText)]] },
    { name: 'aSc', structure: 'xml', samples: [[textFile('school.xml', ascText)]] },
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

async function itc2019Samples(): Promise<Sample[]> {
  const random = new Random(5);
  const problem = textFile('random.xml', randomItc2019(random));
  const one = textFile('one.xml', randomItc2019(random, ['SameAttendees', 'MaxBlock(26,4)']));
  const content = valueIn(await readFiles([problem]));
  const assignments = content.problem.events.map(({ id, times, rooms = [] }) => ({
    eventId: id,
    ...(times?.[0] === undefined ? {} : { timeId: times[0].id }),
    roomIds: rooms.slice(0, 1).map((room) => room.id),
    instructorIds: [],
  }));
  const named = { id: 's', name: 's', createdAt: '', timetable: { assignments, enrolments: [] } };
  const bytes = valueIn(await itc2019SolutionWriter.write({ ...content, timetables: [named] }, null));
  return [[one], [problem, { name: 'random.solution.xml', bytes }]];
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
