export type Cell = string | number | null;

/** Columns as wide as their widest cell; numbers to the right. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const text = (cell: Cell | undefined) => (cell === null || cell === undefined ? '–' : String(cell));
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => text(row[column]).length)));
  const line = (cells: readonly Cell[]) =>
    header
      .map((_, column) => {
        const cell = text(cells[column]);
        return column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
      })
      .join('  ');
  console.log(`\n${title}\n${line(header)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(line(row));
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function rounded(value: number, digits = 2): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
