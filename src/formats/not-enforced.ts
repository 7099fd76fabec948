import { type Diagnostic, info } from '../domain/diagnostic.ts';

/** What is said of a kind of rule of a file that is kept as it stands. */
export function notEnforcedRemark(kind: string, count: number): Diagnostic {
  return info('import.notEnforced', '"{kind}" is kept, but not enforced.', {
    value: count,
    values: { kind },
    advice: 'It is listed in the project and stays in its file.',
  });
}
