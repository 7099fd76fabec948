import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { levelCalled } from '../../src/domain/sheets/availability-rows.ts';
import { placesOf } from '../../src/domain/wording/template.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { adviceText, messageText } from '../../src/ui/state/words/message-text.ts';
import { type FileRemarks, type Speech, setSpeech } from '../../src/ui/state/words/wording.ts';
import { dictionaries, speeches } from '../../src/ui/text/dictionaries.ts';
import { diagnosticsInSource } from '../support/diagnostics-in-source.ts';

const codes = ['ne', 'ar', 'de', 'fr', 'es'] as const;
const inSource = diagnosticsInSource();

/** Only the command line and its options say these. */
const commandLine = /^(?:arguments|merge|resume)\.|^(?:start\.(?:none|limiting)|run\.(?:retried|slept)|merge\.empty)$/;
/** Names of files and entries that look like codes. */
const noCode =
  /^(?:horarium\.(?:database|json|language|singleKeys|tell|theme)|checkpoint\.(?:best|islands|steered))$|^(?:link\.txt|sheet\.main|solution\.(?:sol|xml)|timetable\.xlsx)$/;
/** Kinds of resources, which a list of the build names like codes. */
const noProblem = /^problem\.(?:class|group|instructor|overlap|room)$/;

const shown = inSource.filter(({ code }) => !commandLine.test(code) && !noCode.test(code) && !noProblem.test(code));

/** Takes the advice of whatever refused the run into its message. */
const unknownCause = 'run.refused';

const generic = (code: string) => code.replace(/^\w+/, '*');
const places = (text = '') => [...new Set(placesOf(text))].sort();

afterEach(() => setSpeech(undefined));

describe.each(codes)('%s', (language) => {
  let speech: Speech;
  let remarks: FileRemarks;

  beforeAll(async () => {
    speech = await speeches[language]();
    remarks = await speech.fetchFileRemarks();
  });

  const remarkOf = (code: string) => remarks[code] ?? remarks[generic(code)];
  const messageOf = (code: string) => speech.wording.messages?.[code] ?? remarkOf(code)?.[0];
  const adviceOf = (code: string) => speech.wording.advice?.[code] ?? remarkOf(code)?.[1];

  test('has a message for every code of a diagnostic, and an advice where English has one', () => {
    expect(new Set(shown.map(({ code }) => code)).size).toBeGreaterThan(280);
    expect([...new Set(shown.map(({ code }) => code).filter((code) => messageOf(code) === undefined))]).toEqual([]);
    const advised = shown.filter(({ code, hasAdvice }) => hasAdvice && code !== unknownCause).map(({ code }) => code);
    expect(advised.length).toBeGreaterThan(150);
    expect([...new Set(advised.filter((code) => adviceOf(code) === undefined))]).toEqual([]);
  });

  test('has no words for a code that there is not', () => {
    const known = new Set(inSource.flatMap(({ code }) => [code, generic(code)]));
    const isDead = (code: string) => !known.has(code);
    const { messages, advice } = speech.wording;
    expect(
      [...Object.keys(messages ?? {}), ...Object.keys(advice ?? {}), ...Object.keys(remarks)].filter(isDead),
    ).toEqual([]);
  });

  test('fills its words with nothing but what comes with the diagnostic', () => {
    const strange = shown.flatMap(({ code, values, file }) => {
      const asked = places(`${messageOf(code) ?? ''}${adviceOf(code) ?? ''}`);
      const missing = asked.filter((place) => place !== 'value' && !values.includes(place));
      const isElsewhere = inSource.some(
        (other) => other.code === code && missing.every((name) => other.values.includes(name)),
      );
      return missing.length === 0 || isElsewhere || hidden.test(code) ? [] : [`${file} ${code}: ${missing.join(', ')}`];
    });
    expect(strange).toEqual([]);
  });

  test('uses the same values as the other languages', async () => {
    const german = await (await speeches.de()).fetchFileRemarks();
    for (const [code, words] of Object.entries(remarks)) {
      expect([code, words.map(places)]).toEqual([code, (german[code] ?? []).map(places)]);
    }
  });

  test.each(Object.entries(broken))('says every flaw of a broken %s', async (name, texts) => {
    const files = Object.entries(texts).map(([file, text]) => ({ name: file, bytes: new TextEncoder().encode(text) }));
    const { diagnostics } = await readFiles(files);
    expect([name, diagnostics.length > 0]).toEqual([name, true]);
    await setSpeech(speech);
    for (const item of diagnostics) {
      const said = [messageText(item), adviceText(item)];
      expect(said[0]).not.toBe(item.message);
      expect(said[1] === '').toBe(item.advice === undefined);
      if (item.advice !== undefined) expect(said[1]).not.toBe(item.advice);
      expect(said.join(' ')).not.toMatch(/\{\w|undefined|\w+=/);
    }
  });

  test('is understood where it says how available somebody is', async () => {
    const texts = await dictionaries[language]();
    for (const level of ['blocked', 'avoid', 'dislike', 'neutral', 'prefer'] as const) {
      expect([level, levelCalled(texts[`availability_${level}`])]).toEqual([level, level]);
    }
  });
});

/** Their values are put together elsewhere than where the code stands. */
const hidden = /\.(?:more|notWritten)$|^(?:horarium\.value|sheet\.pool)$/;

const fet = (days: string) =>
  `<?xml version="1.0"?>\n<fet version="6.1.0"><Days_List><Number_of_Days>${days}</Number_of_Days><Day><Name>Mo</Name></Day><Day><Name>Mo</Name></Day></Days_List><Hours_List><Number_of_Hours>1</Number_of_Hours><Hour><Name></Name></Hour></Hours_List><Activities_List><Activity><Teacher>Zoe</Teacher><Subject>Art</Subject><Students>Y9</Students><Duration>two</Duration><Id>1</Id><Active>maybe</Active></Activity></Activities_List></fet>`;

/** Files with as many flaws as fit in. */
const broken: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'problem of ITC-2007': {
    'a.ctt':
      'Name: A\nCourses: 3\nRooms: 1\nDays: 2\nDays: x\nPeriods_per_day: 3\nCurricula: 1\nConstraints: 1\n\nCOURSES:\nAlg Ada 2 2 30\nAlg Ben -1 1.5 12\n\nROOMS:\nHall\n\nCURRICULA:\nQ 3 Alg Alg Zoo\n\nUNAVAILABILITY_CONSTRAINTS:\nLatin 9 9\n',
  },
  'text called .ctt': { 'a.ctt': 'Name: A\nDear all\n' },
  'file of FET': { 'a.fet': fet('5') },
  'old file of FET': { 'a.fet': fet('2').replace('6.1.0', '3.9') },
  'problem of ITC-2019': {
    'a.xml':
      '<problem name="" nrDays="x" nrWeeks="2" slotsPerDay="287"><rooms><room/></rooms><courses><course id="1"><config id="1"><subpart id="1"><class id="1" limit="2"><time days="10" start="9999" length="1" weeks="11"/></class></subpart></config></course></courses></problem>',
  },
  'file of UniTime': {
    'a.xml':
      '<timetable nrDays="7" slotsPerDay="287" initiative="x" term="y"><rooms><room id="1" capacity="x"/></rooms><classes><class dates="week 1"><time days="101" start="soon" length="12" pref="best"/></class></classes></timetable>',
  },
  'export of aSc': {
    'a.xml':
      '<timetable ascttversion="2020"><periods><period period="1" starttime="9:00" endtime="8:00"/></periods><daysdefs><daysdef id="D" days="1x"/></daysdefs><lessons><lesson subjectid="S" periodspercard="0"/></lessons></timetable>',
  },
  'list of schedule-engine': {
    'Course.json': '[{"CourseCode":"A","L":"2","P":900},{"CourseCode":"A","NeedsScheduling":1},7]',
    'Groups.json': '[{"group_id":"G","student_count":0,"courses":"A","subgroups":["G",4]}]',
    'Instructors.json':
      '[{"id":"I","name":3,"courses":[{"coursecode":"A","coursetype":"x"},5],"availability":{"Noday":[],"Monday":[{"start":"9","end":"8"},{"start":"12:00","end":"09:00"}]}}]',
    'Rooms.json': '{}',
  },
  'three lists of schedule-engine': { 'Course.json': '[]', 'Groups.json': '[]', 'Instructors.json': '[]' },
  'JSON that ends too early': { 'a.horarium.json': '{"format":"horarium",' },
  'XML that is none': { 'a.fet': '<fet version="6.1.0"><Days_List></fet>' },
  'project of Horarium': {
    'a.horarium.json': JSON.stringify({
      format: 'horarium',
      formatVersion: 1,
      problem: { name: 3, odd: 1, calendar: {} },
    }),
  },
};
