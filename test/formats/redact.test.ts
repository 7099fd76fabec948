import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { ProblemData, RuleData } from '../../src/domain/problem-data.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import type { ProjectContent, Redaction } from '../../src/formats/format.ts';
import { printHorarium, readHorarium } from '../../src/formats/horarium/horarium.ts';
import { redact } from '../../src/formats/redact.ts';
import { writeFile } from '../../src/formats/registry.ts';
import { schoolSample } from '../../src/formats/samples/school.ts';
import { readCsv } from './support/csv.ts';
import { remark, textFile, valueIn } from './support/files.ts';
import { lectureWeek } from './support/lecture-week.ts';

const everything: Redaction = { instructorNames: true, studentNames: true, availabilityReasons: true, notes: true };

/** A project in which people are named wherever they can be. */
function gossip(): ProjectContent {
  const { problem, timetables } = lectureWeek();
  const people = { ada: 'Ada Núñez', ben: 'Ben & Co' };
  const rule = (kind: string, fields: Partial<RuleData>): RuleData => ({
    id: `${kind}-${people.ada}`,
    kind,
    scope: { of: 'instructors', ids: ['Ada Núñez'] },
    params: {},
    hard: false,
    weight: 3,
    ...fields,
  });
  const renamed = JSON.parse(
    JSON.stringify({ problem, timetables })
      .replaceAll('"id":"ada"', '"id":"Ada Núñez"')
      .replaceAll('"id":"ben"', '"id":"Ben & Co"'),
  ) as { problem: ProblemData; timetables: ProjectContent['timetables'] };
  const reference = [{ eventId: 'lab', timeId: 'd1@0', roomIds: [], instructorIds: ['Ada Núñez', 'Ben & Co'] }];
  return {
    timetables: renamed.timetables.map((entry) => ({
      ...entry,
      timetable: {
        assignments: entry.timetable.assignments.map((item) => ({
          ...item,
          instructorIds: item.eventId === 'algebra' ? ['Ada Núñez'] : [],
        })),
        enrolments: [{ studentId: '4711 Carla', eventIds: ['seminar'] }],
      },
    })),
    problem: {
      ...renamed.problem,
      instructors: renamed.problem.instructors.map((item) => ({ ...item, 'x-mail': 'ada@example.org' })),
      students: [{ id: '4711 Carla', name: 'Carla', eventIds: ['seminar'] }],
      events: renamed.problem.events.map((event) =>
        event.id === 'algebra' ? { ...event, lock: { instructorIds: ['Ada Núñez'] } } : event,
      ),
      rules: [
        rule('unavailable', { params: { slots: [{ day: 'd1', slots: [0] }] }, note: 'in hospital' }),
        rule('maxGapsPerDay', { scope: { of: 'instructors', except: ['Ben & Co'] }, note: 'promised' }),
        rule('instructorSuitability', { scope: { of: 'events' }, params: { instructorIds: ['Ada Núñez'] } }),
        rule('minimalChange', { scope: { of: 'events' }, params: { reference } }),
      ],
      notEnforced: [
        { format: 'fet', kind: 'ConstraintTeacherX', text: '<C><Teacher>Ben &amp; Co</Teacher></C>', count: 1 },
        { format: 'fet', kind: 'ConstraintY', text: '<C><Comments>ask again</Comments></C>', count: 2 },
      ],
    },
  };
}

const textOf = (content: ProjectContent) => new TextDecoder().decode(printHorarium(content));

function scoreOf({ problem, timetables }: ProjectContent) {
  const built = valueIn(buildProblem(problem));
  const [first] = timetables;
  if (first === undefined) throw new Error('There is no timetable');
  return evaluate(built, valueIn(fromTimetableData(built, first.timetable))).score;
}

describe('a redacted project', () => {
  test('names nobody, says nothing of why, and is scored as before', async () => {
    const before = gossip();
    const after = redact(before, everything);
    const text = textOf(after);
    for (const word of ['Ada', 'Ben', 'Carla', '4711', 'hospital', 'promised', 'example.org', 'ask again']) {
      expect(textOf(before)).toContain(word);
      expect(text).not.toContain(word);
    }
    expect(after.problem.instructors).toEqual([
      { id: 'instructor-1', name: 'Instructor 1' },
      { id: 'instructor-2', name: 'Instructor 2' },
    ]);
    expect(scoreOf(after)).toEqual(scoreOf(before));
    expect(valueIn(await readHorarium(textFile('a.json', text)))).toEqual(after);
  });

  test('is scored as before for a whole school', () => {
    const { problem, timetable } = schoolSample();
    const content = { problem, timetables: [{ id: 't', name: 'T', createdAt: '2026-01-05T08:00:00.000Z', timetable }] };
    expect(scoreOf(redact(content, everything))).toEqual(scoreOf(content));
  });

  test('is the same again', () => {
    expect(textOf(redact(gossip(), everything))).toBe(textOf(redact(gossip(), everything)));
    expect(textOf(redact(redact(gossip(), everything), everything))).toBe(textOf(redact(gossip(), everything)));
  });

  test('keeps what is not asked to go', () => {
    expect(redact(gossip(), {})).toEqual(gossip());
    const reasons = redact(gossip(), { availabilityReasons: true }).problem.rules.map(({ note }) => note);
    expect(reasons).toEqual([undefined, 'promised', undefined, undefined]);
    const names = textOf(redact(gossip(), { instructorNames: true }));
    expect(names).toContain('Carla');
    expect(names).toContain('in hospital');
    expect(names).toContain('ask again');
    expect(textOf(redact(gossip(), { studentNames: true }))).toContain('Ada Núñez');
  });
});

test('any form is written redacted, for one instructor too', async () => {
  const participant = { kind: 'instructor', id: 'Ada Núñez' } as const;
  const options = { participant, redaction: everything, byteOrderMark: false };
  const result = await writeFile('timetable-csv', gossip(), null, options);
  const rows = readCsv(new TextDecoder().decode(valueIn(result)));
  expect(rows.slice(1).map((row) => row[3])).toEqual(['Instructor 1', 'Instructor 1, Instructor 2']);
  const unknown = await writeFile('timetable-csv', gossip(), null, {
    ...options,
    participant: { kind: 'instructor', id: 'Eve' },
  });
  expect(remark(unknown, 'write.unknownParticipant').value).toBe('Eve');
});
