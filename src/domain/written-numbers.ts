/** Code points of the digit 0 of scripts in which numbers are typed: Arabic, Persian, Devanagari, Bengali, wide. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** The text with the digits of other scripts as Latin ones. */
export function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** The text with commas and semicolons of Arabic as Latin ones, each at its place: what separates the items of a list. */
export function latinMarks(text: string): string {
  return text.replace(/[،؛]/g, (mark) => (mark === '،' ? ',' : ';'));
}

/**
 * Weeks of a cycle (from 0, ascending) as people write them: letters where there are few (`A`, `AC`), else numbers and
 * ranges from 1 (`1–8, 12`, `1 + 3`). Null where the text says none, or one that the cycle has not.
 */
export function weeksOfText(text: string, weekCount: number): readonly number[] | null {
  const weeks = new Set<number>();
  for (const piece of latinMarks(latinDigits(text))
    .toUpperCase()
    .split(/[\s,;+/]+/)) {
    const range = /^(\d+)(?:[-–](\d+))?$/.exec(piece);
    if (range !== null) {
      const last = Math.min(Number(range[2] ?? range[1]), weekCount + 1);
      for (let week = Number(range[1]); week <= last; week++) weeks.add(week - 1);
    } else for (const letter of piece) weeks.add(letter.charCodeAt(0) - 65);
  }
  const isKnown = weeks.size > 0 && [...weeks].every((week) => week >= 0 && week < weekCount);
  return isKnown ? [...weeks].sort((a, b) => a - b) : null;
}
