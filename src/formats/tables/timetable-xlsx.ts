import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import { type Result, success } from '../../domain/result.ts';
import { pageDirection } from '../../handout/direction.ts';
import { handoutTexts } from '../../handout/handout-texts.ts';
import type { Participant, ProjectContent, WriteOptions, Writer } from '../format.ts';
import { chosenPlacements, weeksOfPeople } from '../participants.ts';
import { unplacedRemark } from '../unplaced-remark.ts';
import { createGridSheets, listSheet } from './timetable-sheets.ts';
import { xlsxFile } from './xlsx-file.ts';

/** A workbook: the timetable as a list, then the week of every group, instructor and room that has one. */
export const timetableXlsxWriter: Writer = {
  id: 'timetable-xlsx',
  title: 'Timetable as a workbook (XLSX)',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: writeTimetableXlsx,
};

/** Programs open more sheets than that only slowly, and nobody finds anything among them. */
export const mostGridSheets = 400;

const kinds: readonly Participant['kind'][] = ['group', 'instructor', 'room'];

async function writeTimetableXlsx(
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions = {},
): Promise<Result<Uint8Array>> {
  const chosen = chosenPlacements(content, timetableId, options);
  if (!chosen.ok) return chosen;
  const { problem, placed, unplaced } = chosen.value;
  const { texts = handoutTexts } = options;
  const gridOf = createGridSheets(problem, texts);
  const grids = weeksOfPeople(chosen.value, kinds).map(({ person, own }) => gridOf(person, own));
  const sheets = [listSheet(problem, placed, options.listTitles), ...grids.slice(0, mostGridSheets)];
  const { courses, groups, calendar } = problem.data;
  const names = { courses: courses.map(({ name }) => name), groups, calendar };
  const file = await xlsxFile(sheets, pageDirection(names, texts));
  return success(file, [...unplacedRemark(unplaced.length), ...remarkOnSheets(grids.length)]);
}

function remarkOnSheets(count: number): readonly Diagnostic[] {
  if (count <= mostGridSheets) return [];
  return [
    warning('write.tooManySheets', `The workbook has the weeks of the first ${mostGridSheets} of ${count} only.`, {
      value: count,
      advice: 'The list has all meetings. Write the workbook of a single group, instructor or room for its week.',
    }),
  ];
}
