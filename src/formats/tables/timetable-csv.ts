import { type Result, success } from '../../domain/result.ts';
import type { ProjectContent, WriteOptions, Writer } from '../format.ts';
import { chosenPlacements } from '../participants.ts';
import { unplacedRemark } from '../unplaced-remark.ts';
import { csvFile, standardCsv, withoutFormula } from './csv-text.ts';
import { columnTitles, timetableRows } from './timetable-rows.ts';

/** One line for each meeting, for spreadsheets and other programs. */
export const timetableCsvWriter: Writer = {
  id: 'timetable-csv',
  title: 'Timetable as a list (CSV)',
  extension: 'csv',
  mediaType: 'text/csv',
  write: writeTimetableCsv,
};

function writeTimetableCsv(
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions = {},
): Result<Uint8Array> {
  const chosen = chosenPlacements(content, timetableId, options);
  if (!chosen.ok) return chosen;
  const { problem, placed, unplaced } = chosen.value;
  const rows = timetableRows(problem, placed).map((row) => row.map(withoutFormula));
  const form = { ...standardCsv, byteOrderMark: options.byteOrderMark ?? true };
  return success(csvFile([columnTitles(options.listTitles), ...rows], form), unplacedRemark(unplaced.length));
}
