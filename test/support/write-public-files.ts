import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { projectJsonSchema } from '../../src/formats/horarium/schema.ts';
import { sampleFiles } from '../../src/formats/samples/samples.ts';
import { compressedEnterpriseSample, enterpriseSampleFile } from './enterprise-sample.ts';
import { repositoryPath } from './repository.ts';

/** Writes the generated files below `public`: run `npx tsx test/support/write-public-files.ts` after changing them. */
const files: [string, Uint8Array | string][] = [
  ...sampleFiles(),
  [enterpriseSampleFile, await compressedEnterpriseSample()],
  ['schema/horarium-project-1.json', projectJsonSchema()],
];
for (const [name, content] of files) {
  const path = resolve(repositoryPath, 'public', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
