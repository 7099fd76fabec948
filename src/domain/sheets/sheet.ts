/** One sheet of a workbook, a whole CSV file, or what was pasted: texts in rows, as they would be read aloud. */
export interface Sheet {
  /** Name of the file; empty when it was pasted. */
  readonly file: string;
  /** Name of the sheet in its workbook; empty where there is only one. */
  readonly name: string;
  /**
   * Row 1 of the file is the first one, empty rows included; rows may be shorter than others. Dates are `YYYY-MM-DD`, clock
   * times `HH:MM`, numbers have a point.
   */
  readonly rows: readonly (readonly string[])[];
}

/** Limits of what is read: far more than a university has, far less than what fills the memory. */
export const sheetLimits = { rows: 200_000, columns: 400, cells: 4_000_000, sheets: 100 } as const;

/** Number of columns of the widest row. */
export function widthOf({ rows }: Sheet): number {
  let width = 0;
  for (const row of rows) if (row.length > width) width = row.length;
  return width;
}
