import { createNames } from '../names.ts';
import type { PreCheckFinding } from '../pre-check/finding.ts';
import type { Problem, ResourceKind } from '../problem.ts';
import { fill, type Values } from './template.ts';
import { joined, type Wording } from './wording.ts';

const kinds: readonly { readonly key: string; readonly of: readonly ResourceKind[] }[] = [
  { key: 'instructors', of: ['instructor'] },
  { key: 'groups', of: ['group', 'overlap'] },
  { key: 'rooms', of: ['room'] },
];

/**
 * A proof in one sentence. Its code and its figures are enough to word it in another language; in English, and where the
 * language does not know the code, it is what it came with. `problem` is the one that was counted.
 */
export function proofText(problem: Problem, finding: PreCheckFinding, wording?: Wording): string {
  const proofs = wording?.proofs ?? null;
  const { code, variant, message, needed, available, figures } = finding;
  const key = code.replace('preCheck.', '') + (variant === undefined ? '' : `_${variant}`);
  const template = proofs?.[key];
  if (wording === undefined || proofs === null || template === undefined) return message;
  const names = createNames(problem, wording);
  const { language } = wording;
  const cells = proofs[problem.axis.cellsAreSlots ? 'slots' : 'moments'] ?? '';
  const count = (number: number) => fill(cells, { count: number }, language);
  const holders = kinds.flatMap(({ key: kind, of }) => {
    const members = finding.resources.filter((index) => of.includes(problem.resources[index]?.kind ?? 'set'));
    if (members.length === 0) return [];
    const [first = -1] = members;
    return members.length === 1
      ? [names.resource(first)]
      : [fill(proofs[kind] ?? '', { count: members.length }, language)];
  });
  const missing = Math.max(0, needed - available);
  const values: Values = {
    events: names.events(finding.events),
    who: names.resource(finding.resources[0] ?? -1),
    holders: joined(holders, wording),
    ...{ needed, available, missing, need: count(needed), have: count(available), lack: count(missing) },
    ...figures,
  };
  return fill(template, values, language);
}
