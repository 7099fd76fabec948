import Papa from 'papaparse';

/** Rows and cells as spreadsheets put them on the clipboard: tabs between cells, quotes where a cell has line breaks. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return Papa.unparse(rows as string[][], { delimiter: '\t', newline: '\n' });
}

/** The cells of pasted text; without a tab in it, the delimiter is guessed. Empty lines at the end are left out. */
export function cellsOf(text: string, delimiter?: string): readonly (readonly string[])[] {
  // A last empty line would mislead the guess.
  const trimmed = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (trimmed === '') return [];
  const known = delimiter ?? (trimmed.includes('\t') ? '\t' : undefined);
  const { data } = Papa.parse<string[]>(
    trimmed,
    known === undefined ? { delimitersToGuess: [';', ','] } : { delimiter: known },
  );
  return data;
}
