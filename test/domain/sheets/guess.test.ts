import { describe, expect, test } from 'vitest';
import { guessSheet } from '../../../src/domain/sheets/guess.ts';
import { sheetOf, targets } from './support.ts';

function guessed(text: string, file = 'sheet.csv') {
  return guessSheet(sheetOf(text, file), targets, null);
}

describe('what a sheet is', () => {
  test.each([
    ['Teacher\nAsh', 'instructors', ['name']],
    ['Subject\nHistory', 'courses', ['name']],
    ['Room|Room Capacity|Building\nGym|80|East', 'rooms', ['name', 'capacity', 'building']],
    ['Raum|Plätze|Gebäude\nR1|30|A', 'rooms', ['name', 'capacity', 'building']],
    ['Salle|Capacité\nS1|30', 'rooms', ['name', 'capacity']],
    ['Klasse|Schülerzahl\n5a|28', 'groups', ['name', 'size']],
    [
      'Students Sets|Subject|Teachers|Activity Tags|Total Duration|Split Duration|Min Days|Weight|Consecutive\n5a|Art|Ash||3|2+1|1|95|0',
      'events',
      ['groupIds', 'courseId', 'instructors', 'tags', 'duration', 'parts', 'minDays', 'minDaysWeight', 'together'],
    ],
    [
      'Year|Number of Students per Year|Group|Number of Students per Group|Subgroup|Number of Students per Subgroup\n1|60|1a|30||',
      'studentSets',
      ['year', 'yearSize', 'group', 'groupSize', 'subgroup', 'subgroupSize'],
    ],
    [
      'Activity Id|Day|Hour|Students Sets|Subject|Teachers|Activity Tags|Room|Comments\n1|Mo|8:00|5a|Art|Ash||R1|',
      'placements',
      ['id', 'day', 'start', 'groups', 'course', 'instructors', null, 'rooms', null],
    ],
    [
      'Course|Event|Groups|Instructors|Rooms|Day|Start|End|Weeks\nArt||5a|Ash|R1|Monday|08:00|09:00|',
      'placements',
      ['course', 'name', 'groups', 'instructors', 'rooms', 'day', 'start', 'end', 'weeks'],
    ],
    ['Fach|Klasse|Lehrer|Stunden\nKunst|5a|Esche|2', 'events', ['courseId', 'groupIds', 'instructors', 'duration']],
    ['Course|Teacher|Group|Lessons\nArt|Ash|5a|5', 'events', ['courseId', 'instructors', 'groupIds', 'lessons']],
    ['Fach|Klasse|Wochenstunden\nKunst|5a|2', 'events', ['courseId', 'groupIds', 'lessons']],
    [
      'Lehrveranstaltung|Gruppe|Dozent|Dauer|Raumtyp\nAnalysis|A|Ash|2|Labor',
      'events',
      ['courseId', 'groupIds', 'instructors', 'duration', 'roomTypes'],
    ],
    [
      'LV-Nr|Titel|Dozent/in|SWS|Zielgruppe|Teilnehmerzahl|Raumanforderung\n1|Analysis|Ash|2|A|30|Beamer',
      'events',
      [null, 'courseId', 'instructors', 'lessons', 'groupIds', 'size', null],
    ],
    ['Course Code|Course Title\nCS1|Intro', 'courses', ['id', 'name']],
    [
      'Course Code|Course Title|Instructor|Section|Enrolled|Room Type|Meetings per week\nCS1|Intro|Ash|A|30|Lab|2',
      'events',
      [null, 'courseId', 'instructors', 'groupIds', 'size', 'roomTypes', 'lessons'],
    ],
    ['Room No|Cap.|Bldg\nH1|30|A', 'rooms', ['name', 'capacity', 'building']],
    ['Raum-Nr.|Sitzplätze|Geb.\nH1|30|A', 'rooms', ['name', 'capacity', 'building']],
    ['Student|Course\nMia|Art', 'enrolments', ['student', 'course']],
    ['Teacher|Day|From|To\nAsh|Mon|8:00|9:00', 'availability', ['instructor', 'day', 'start', 'end']],
  ])('%j is %s', (text, target, mapping) => {
    const guess = guessed(text);
    expect(guess).toEqual({ target, header: 0, mapping });
  });

  test.each([
    ['dozenten.csv', 'instructors'],
    ['Lehrer 2026.xlsx', 'instructors'],
    ['enseignants.csv', 'instructors'],
    ['Profesores.ods', 'instructors'],
    ['Raumliste.csv', 'rooms'],
    ['Räume WS.csv', 'rooms'],
    ['gruppen.csv', 'groups'],
    ['Studierende.csv', 'students'],
    ['Teilnehmerliste Studenten.csv', 'students'],
    ['kurse.csv', 'courses'],
  ])('where titles say too little, the name of the file decides: %s', (file, target) => {
    expect(guessed('Name|Kürzel|Fakultät\nMüller|MU|Mathematik', file).target).toBe(target);
  });

  test.each([
    [
      'Matrikelnr|Name|Belegt\n0100|Mia|Art\n0101|Max|Art',
      { target: 'students', mapping: ['id', 'name', 'courseIds'] },
    ],
    ['Matrikelnummer|Name\n1|Mia\n2|Max', { target: 'students', mapping: ['id', 'name'] }],
    ['Matrikelnummer|Kurs\n1|Art\n2|Art', { target: 'enrolments', mapping: ['student', 'course'] }],
    ['Zimmer|Quadratmeter|Pflegeart\nR1|30|B\nR2|40|C', { target: 'rooms', header: 0, mapping: ['name', null, null] }],
  ])('titles above numbers are titles, and what they mean is found: %j', (text, expected) => {
    expect(guessed(text, 'Studierende.csv')).toMatchObject({ header: 0, ...expected });
  });

  test('a list without titles is what its file is called', () => {
    expect(guessed('Ash|x\nBirch|y', 'Teachers.csv')).toMatchObject({ target: 'instructors', header: -1 });
  });

  test('titles may stand below the name of the sheet', () => {
    expect(guessed('School of Arts\n\nRoom|Seats\nR1|30')).toMatchObject({ target: 'rooms', header: 2 });
  });

  test('without titles the columns are taken in order, for what was asked for', () => {
    const guess = guessSheet(sheetOf('R1|30\nR2|25'), targets, 'rooms');
    expect(guess).toEqual({ target: 'rooms', header: -1, mapping: ['name', 'capacity'] });
  });

  test('a list of names is not taken for titles', () => {
    expect(guessed('Ash\nBirch\nCedar').header).toBe(-1);
    expect(guessed('Room 1|Room 2\nRoom 3|Room 4').header).toBe(-1);
  });
});
