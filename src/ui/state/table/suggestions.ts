import type { ProblemData } from '../../../domain/problem-data.ts';
import { latinMarks } from '../../../domain/written-numbers.ts';
import type { CellKind } from './column.ts';
import { allNames, idOfName, matchingNames } from './names.ts';

const mostShown = 8;

/** Names and words that what is being typed could become; none once it is one of them. */
export function suggestionsFor(kind: CellKind, typed: string, data: ProblemData): readonly string[] {
  const piece = lastPiece(kind, typed);
  switch (kind.type) {
    case 'reference':
    case 'references':
      if (piece !== '' && idOfName(data, kind.list, piece) !== undefined) return [];
      return matchingNames(allNames(data, kind.list), piece, mostShown);
    case 'words': {
      const there = new Set(
        latinMarks(typed)
          .split(/[;,]/)
          .map((word) => word.trim()),
      );
      return matchingNames(
        kind.suggestions(data).filter((word) => !there.has(word)),
        piece,
        mostShown,
      );
    }
    case 'text': {
      const known = kind.suggestions?.(data) ?? [];
      return known.includes(piece) ? [] : matchingNames(known, piece, mostShown);
    }
    default:
      return [];
  }
}

/** The typed text with its last piece replaced by what was chosen. */
export function completed(kind: CellKind, typed: string, chosen: string): string {
  if (!isList(kind)) return chosen;
  const start = typed.slice(0, typed.length - lastPiece(kind, typed).length);
  return `${start}${chosen}`;
}

function isList(kind: CellKind): boolean {
  return kind.type === 'references' || kind.type === 'words';
}

function lastPiece(kind: CellKind, typed: string): string {
  if (!isList(kind)) return typed.trim();
  return /[^;,]*$/.exec(latinMarks(typed))?.[0].trimStart() ?? '';
}
