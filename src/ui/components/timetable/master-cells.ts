import type { MasterColumn } from '../../state/timetable/master.ts';
import { cellKey, type Verdict } from '../../state/timetable/verdicts.ts';
import { iconElement } from '../basics/icon.tsx';

/** The cells of a row of a master grid, made once and copied for each row. */
export interface MasterCells {
  /** In the order of the columns, empty. */
  copy(): readonly HTMLElement[];
  /** Place of a cell in that order, by `cellKey`. */
  readonly positionOf: ReadonlyMap<string, number>;
}

export function createMasterCells(columns: readonly MasterColumn[]): MasterCells {
  const row = document.createElement('tr');
  const positionOf = new Map<string, number>();
  for (const [position, { day, slot, band, isFirstOfDay }] of columns.entries()) {
    const cell = document.createElement('td');
    const key = cellKey(day, slot);
    cell.setAttribute('role', 'gridcell');
    cell.tabIndex = -1;
    if (isFirstOfDay) cell.dataset.first = '';
    if (band === null) {
      cell.dataset.cell = key;
      positionOf.set(key, position);
    }
    row.append(cell);
  }
  return {
    copy: () => {
      const copy = row.cloneNode(true) as HTMLTableRowElement; // a copy is of the same kind
      return [...copy.cells];
    },
    positionOf,
  };
}

/** Colours a cell and puts a sign into it; gives a function that takes both away. */
export function showVerdict(cell: HTMLElement, verdict: Verdict): () => void {
  cell.dataset.tone = verdict.tone;
  cell.title = verdict.words;
  const sign = document.createElement('span');
  sign.className = 'verdict';
  sign.dataset.tone = verdict.tone;
  if (verdict.swaps) sign.append(iconElement('swap'));
  if (verdict.tone === 'blocked') sign.append(iconElement('blocked'));
  if (verdict.code !== '') {
    const name = document.createElement('bdi');
    name.textContent = verdict.code;
    sign.append(name);
  }
  const isSaid = sign.childNodes.length > 0;
  if (isSaid) cell.append(sign);
  return () => {
    delete cell.dataset.tone;
    cell.removeAttribute('title');
    if (isSaid) sign.remove();
  };
}
