/** Frames that are kept. */
const longestPlace = 5;

/**
 * Where an error came from: file, line and column of the first frames of its stack, as in `index-Bx3.js:1:2345`. The
 * message, which a stack begins with in some browsers, is left out: names of people may stand in it.
 */
export function stackPlace(stack: string): string {
  const frames = [...stack.matchAll(/\w+:\/\/[^\s()]*?\/([\w.-]+\.\w+)(?:\?[\w=&.-]*)?:(\d+):(\d+)\)?$/gm)];
  return frames
    .slice(0, longestPlace)
    .map(([, file, line, column]) => `${file}:${line}:${column}`)
    .join(' ');
}
