import type { ProblemData } from '../../../domain/problem-data.ts';
import type { VariantName } from '../../../domain/variants.ts';
import type { AuditEvidence } from '../../../engine/run-contract/run-events.ts';
import { download, fileNameOf } from '../files/files.ts';

/** Hands out a file with all that shows a wrong score again; `problem` is searched with the weights of the variant. */
export function saveEvidence(evidence: AuditEvidence, variant: VariantName, problem: ProblemData): void {
  const content = { format: 'horarium-evidence', version: 1, evidence, variant, problem };
  const text = JSON.stringify(content, (_, value) => (value instanceof Int32Array ? [...value] : value));
  download(fileNameOf(problem.name, 'evidence.json'), new TextEncoder().encode(text), 'application/json');
}
