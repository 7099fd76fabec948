import { readdirSync, readFileSync } from 'node:fs';

/** A code of a diagnostic as it stands in the sources. */
export interface CodeInSource {
  /** `fet.number`; `*.number` where a helper puts the name of its format before it. */
  readonly code: string;
  readonly file: string;
  readonly hasAdvice: boolean;
  /** Names of the values near the code: those of its message are among them. */
  readonly values: readonly string[];
}

/** Makers of diagnostics: the code is the first text among their arguments. */
const maker = /\b(?:error|warning|info|refuse|tell|flaw|add|say|lossRemarks|Flaws)\(\s*(?:[\w.]+,\s*)?'(\w+)\.\w+'/g;
const before = 700;

export function diagnosticsInSource(): readonly CodeInSource[] {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('/text/'))
    .map((file) => ({ file, source: readFileSync(`src/${file}`, 'utf8') }));
  const formats = new Set(
    sources.flatMap(({ source }) => [...source.matchAll(maker)].map(([, format = '']) => format)),
  );
  return sources.flatMap(({ file, source }) => {
    const whole = [...source.matchAll(/'(\w+)\.(\w+)'/g)].filter(([, format = '']) => formats.has(format));
    return [
      ...whole.map((found) => described(`${found[1]}.${found[2]}`, file, source, found)),
      ...partsOfCodes(file, source),
    ];
  });
}

/** Codes of which the source has the second part only: who makes the diagnostic puts the first before it. */
function partsOfCodes(file: string, source: string): readonly CodeInSource[] {
  const found = (pattern: RegExp, format: string) =>
    [...source.matchAll(pattern)].map((match) => described(`${format}.${match[1]}`, file, source, match));
  return [
    ...found(/#format\}\.(\w+)`/g, '*'),
    ...(file.startsWith('domain/build')
      ? found(/\b(?:(?:remarks|this)\.(?:error|warning)|refuse)\(\s*'(\w+)',\s/g, 'problem')
      : []),
    ...(file.startsWith('formats/schedule-engine') ? found(/\.flaw\(\s*'(\w+)',\s/g, 'scheduleEngine') : []),
  ];
}

function described(code: string, file: string, source: string, { index, 0: text }: RegExpMatchArray): CodeInSource {
  const at = index ?? 0;
  const call = restOfCall(source, at + text.indexOf("'") + 1);
  const near = source.slice(Math.max(0, at - before), at) + call;
  const values = [...near.matchAll(/values(?::| =|\() \{([^}]*)\}|, \{ ([^{}]*) \}\)/g)].flatMap(([, named, last]) =>
    (named ?? last ?? '').split(',').map((entry) => entry.split(':')[0]?.trim() ?? ''),
  );
  const hasAdvice =
    /\badvice\b/.test(call) ||
    (/\b(?:detail|advice)\b/.test(call) && /\badvice\b/.test(source.slice(Math.max(0, at - 250), at)));
  return { code, file, hasAdvice, values };
}

/** From a place within the arguments of a call to its end. */
function restOfCall(source: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < source.length; end++) {
    if (source[end] === '(') depth++;
    else if (source[end] === ')') depth--;
  }
  return source.slice(start, end);
}
