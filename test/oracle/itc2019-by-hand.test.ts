import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { amountsByRule, type Evaluation, evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { textFile, valueIn } from '../formats/support/files.ts';

/** Where one class is: `days start+length weeks room`. */
type Place = string;

interface Judged {
  readonly problem: Problem;
  readonly evaluation: Evaluation;
}

/** Classes a, b, c, … each with one time and one room, a constraint over all of them, and the solution that is left. */
async function judge(places: readonly Place[], type: string, strength: string): Promise<Judged> {
  const classes = places.map((place, index) => {
    const [, days, start, length, weeks, room] = /^(\d+) (\d+)\+(\d+) (\d+) (\d)$/.exec(place) ?? [];
    return { id: 'abcdef'[index] ?? '', days, start, length, weeks, room };
  });
  const elements = classes.map(
    ({ id, days, start, length, weeks, room }) =>
      `<course id="${id}"><config id="1"><subpart id="1"><class id="${id}" limit="9"><room id="${room}" penalty="0"/>` +
      `<time days="${days}" start="${start}" length="${length}" weeks="${weeks}" penalty="0"/></class></subpart></config></course>`,
  );
  const inside = classes.map(({ id }) => `<class id="${id}"/>`).join('');
  const problemText =
    '<problem name="by hand" nrDays="7" slotsPerDay="288" nrWeeks="4">' +
    '<optimization time="1" room="1" distribution="2" student="1"/>' +
    '<rooms><room id="1" capacity="9"><travel room="2" value="2"/></room><room id="2" capacity="9"/></rooms>' +
    `<courses>${elements.join('')}</courses>` +
    `<distributions><distribution type="${type}" ${strength}>${inside}</distribution></distributions></problem>`;
  const chosen = classes.map(
    ({ id, days, start, weeks, room }) =>
      `<class id="${id}" days="${days}" start="${start}" weeks="${weeks}" room="${room}"/>`,
  );
  return judgeFiles(problemText, `<solution name="by hand">${chosen.join('')}</solution>`);
}

async function judgeFiles(problemText: string, solutionText: string): Promise<Judged> {
  const files = [textFile('problem.xml', problemText), textFile('solution.xml', solutionText)];
  const read = valueIn(await readFiles(files));
  const problem = valueIn(buildProblem(read.problem));
  const resolved = fromTimetableData(problem, read.timetables[0]?.timetable ?? { assignments: [] });
  expect(resolved.diagnostics).toEqual([]);
  return { problem, evaluation: evaluate(problem, valueIn(resolved)) };
}

const all = '1111';
const [mon, tue, wed] = ['1000000', '0100000', '0010000'];

/** What the competition's definition gives for a penalty of 3, counted by hand; `reason` says which pairs or days. */
const cases: readonly { type: string; places: readonly Place[]; value: number; reason: string }[] = [
  {
    type: 'SameStart',
    places: [`${mon} 100+12 ${all} 1`, `${tue} 100+6 ${all} 1`, `${mon} 102+6 ${all} 2`],
    value: 3 * 2,
    reason: 'c with a and b',
  },
  {
    type: 'SameTime',
    places: [`${mon} 100+12 ${all} 1`, `${tue} 102+6 ${all} 1`, `${wed} 96+8 ${all} 1`],
    value: 3 * 2,
    reason: 'b lies within a, c within neither',
  },
  {
    type: 'DifferentTime',
    places: [`${mon} 100+12 ${all} 1`, `${tue} 112+6 ${all} 1`, `${wed} 108+6 ${all} 1`],
    value: 3 * 2,
    reason: 'c overlaps a and b by the time of day; a ends when b starts',
  },
  {
    type: 'SameDays',
    places: [`1010000 100+12 ${all} 1`, `${mon} 120+12 ${all} 1`, `${tue} 100+12 ${all} 1`],
    value: 3 * 2,
    reason: 'b is on a day of a, c on none of either',
  },
  {
    type: 'DifferentDays',
    places: [`1010000 100+12 ${all} 1`, `${tue} 120+12 ${all} 1`, `${wed} 140+12 ${all} 1`],
    value: 3,
    reason: 'a and c on Wednesday',
  },
  {
    type: 'SameWeeks',
    places: [`${mon} 100+12 1111 1`, `${mon} 120+12 1100 1`, `${mon} 140+12 0110 1`],
    value: 3,
    reason: 'neither of b and c within the other',
  },
  {
    type: 'DifferentWeeks',
    places: [`${mon} 100+12 1100 1`, `${mon} 120+12 0011 1`, `${mon} 140+12 0110 1`],
    value: 3 * 2,
    reason: 'c with a and b',
  },
  {
    type: 'Overlap',
    places: [`${mon} 100+12 ${all} 1`, `${mon} 108+6 ${all} 2`, `${mon} 112+6 ${all} 1`],
    value: 3,
    reason: 'c starts when a ends',
  },
  {
    type: 'NotOverlap',
    places: [`${mon} 100+12 ${all} 1`, `${mon} 108+6 ${all} 2`, `${mon} 112+6 1000 1`, `${mon} 100+12 ${all} 2`],
    value: 3 * 4,
    reason: 'b with a, c and d; a with d; c starts when a and d end',
  },
  {
    type: 'SameRoom',
    places: [`${mon} 100+12 ${all} 1`, `${tue} 100+12 ${all} 1`, `${wed} 100+12 ${all} 2`],
    value: 3 * 2,
    reason: 'c with a and b',
  },
  {
    type: 'DifferentRoom',
    places: [`${mon} 100+12 ${all} 1`, `${tue} 100+12 ${all} 1`, `${wed} 100+12 ${all} 2`],
    value: 3,
    reason: 'a and b',
  },
  {
    type: 'SameAttendees',
    places: [`${mon} 100+12 ${all} 1`, `${mon} 112+6 ${all} 2`, `${mon} 114+6 ${all} 1`, `${tue} 112+6 ${all} 2`],
    value: 3 * 2,
    reason: 'the way from a to b takes two slots; b and c overlap; a and c are in one room; d is on another day',
  },
  {
    type: 'Precedence',
    places: [`${tue} 100+12 ${all} 1`, `${mon} 100+12 ${all} 1`, `${wed} 100+12 ${all} 1`],
    value: 3,
    reason: 'b before a',
  },
  {
    type: 'Precedence',
    places: [`${mon} 100+12 0011 1`, `${wed} 100+12 1100 1`, `${wed} 112+12 1100 1`, `${wed} 118+12 1100 1`],
    value: 3 * 4,
    reason: 'the first weeks of b, c and d are before that of a; d starts before c ends',
  },
  {
    type: 'WorkDay(24)',
    places: [`${mon} 100+12 ${all} 1`, `${mon} 118+6 ${all} 1`, `${mon} 120+10 ${all} 2`, `${tue} 200+10 ${all} 1`],
    value: 3,
    reason: 'a to b are 24 slots, a to c 30; d is on another day',
  },
  {
    type: 'MinGap(6)',
    places: [`${mon} 100+12 ${all} 1`, `${mon} 117+6 ${all} 1`, `${mon} 129+6 ${all} 1`, `${mon} 112+6 1000 2`],
    value: 3 * 3,
    reason: '5 slots from a to b, 6 from b to c; d right after a and over b, 11 slots before c',
  },
  {
    type: 'MaxDays(2)',
    places: [`1010000 100+12 ${all} 1`, `${tue} 100+12 1000 1`, `0000100 100+12 0001 1`],
    value: 3 * 2,
    reason: 'four days of the week, whatever the weeks',
  },
  {
    type: 'MaxDayLoad(20)',
    places: [`${mon} 100+12 ${all} 1`, `${mon} 120+12 1100 1`, `${tue} 100+10 ${all} 1`],
    value: (3 * 8) / 4,
    reason: '4 slots too many on two Mondays, over four weeks',
  },
  {
    type: 'MaxDayLoad(23)',
    places: [`${mon} 100+12 ${all} 1`, `${mon} 120+12 1100 1`],
    value: 1,
    reason: '3 × 2 / 4, cut to a whole number after the product',
  },
  {
    type: 'MaxBreaks(1,6)',
    places: [`${mon} 100+6 ${all} 1`, `${mon} 112+6 ${all} 1`, `${mon} 125+6 ${all} 1`, `${mon} 140+6 ${all} 1`],
    value: (3 * 4) / 4,
    reason: '6 slots from a to b are no break, 7 to c and 9 to d are: one too many in each week',
  },
  {
    type: 'MaxBlock(20,3)',
    places: [`${mon} 100+10 ${all} 1`, `${mon} 113+8 1110 1`, `${tue} 150+30 ${all} 1`],
    value: 2,
    reason: 'a and b are a block of 21 slots in three weeks, 3 × 3 / 4 cut; c alone is none',
  },
];

describe('distributions of ITC-2019, counted by hand', () => {
  test('all nineteen are here', () => {
    expect(new Set(cases.map(({ type }) => type.replace(/\(.*/, ''))).size).toBe(19);
  });

  test.each(cases)('$type: $reason', async ({ type, places, value }) => {
    const { evaluation } = await judge(places, type, 'penalty="3"');
    // two for every unit, by the weight of distributions
    expect(evaluation.score.soft).toBe(2 * value);
    const required = await judge(places, type, 'required="true"');
    expect(required.evaluation.score.soft).toBe(0);
    const kind = required.problem.rules[0]?.definition.id;
    const rows = amountsByRule(required.problem, required.evaluation);
    expect(rows.find((row) => row.kind === kind && row.hard)?.amount).toBeGreaterThan(0);
  });

  test.each(cases)('$type is kept by one class alone', async ({ type, places }) => {
    const short = places.slice(0, 1).map((place) => place.replace('1010000', mon));
    const { evaluation } = await judge(short, type, 'required="true"');
    expect(evaluation.score).toEqual({ unplaced: 0, hard: 0, soft: 0 });
  });
});

test('a solution costs its times, rooms, distributions and students, each with its weight', async () => {
  const problem = `<problem name="all parts" nrDays="7" slotsPerDay="288" nrWeeks="4">
    <optimization time="2" room="3" distribution="5" student="7"/>
    <rooms><room id="1" capacity="9"><travel room="2" value="3"/></room><room id="2" capacity="9"/></rooms>
    <courses>
      <course id="1"><config id="1"><subpart id="1"><class id="1" limit="9"><room id="1" penalty="4"/><room id="2" penalty="0"/>
        <time days="1000000" start="100" length="12" weeks="1111" penalty="6"/><time days="0100000" start="100" length="12" weeks="1111" penalty="0"/>
      </class></subpart></config></course>
      <course id="2"><config id="1"><subpart id="1"><class id="2" limit="9"><room id="2" penalty="1"/>
        <time days="1000000" start="114" length="12" weeks="1111" penalty="0"/></class></subpart></config></course>
    </courses>
    <distributions><distribution type="SameStart" penalty="8"><class id="1"/><class id="2"/></distribution></distributions>
    <students><student id="1"><course id="1"/><course id="2"/></student><student id="2"><course id="1"/><course id="2"/></student></students>
  </problem>`;
  const both = '<student id="1"/><student id="2"/>';
  const solution = `<solution name="all parts"><class id="1" days="1000000" start="100" weeks="1111" room="1">${both}</class>
    <class id="2" days="1000000" start="114" weeks="1111" room="2">${both}</class></solution>`;
  const { evaluation } = await judgeFiles(problem, solution);
  // time 6; rooms 4 + 1; SameStart 8; both students have two slots for a way of three
  expect(evaluation.score).toEqual({ unplaced: 0, hard: 0, soft: 2 * 6 + 3 * 5 + 5 * 8 + 7 * 2 });
});
