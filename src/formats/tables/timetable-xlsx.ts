import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import { type Result, success } from '../../domain/result.ts';
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
  const gridOf = createGridSheets(problem, (options.texts ?? handoutTexts).weeks);
  const grids = weeksOfPeople(chosen.value, kinds).map(({ person, own }) => gridOf(person, own));
  const file = await xlsxFile([listSheet(problem, placed, options.listTitles), ...grids.slice(0, mostGridSheets)]);
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
