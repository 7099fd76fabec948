import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files of ten seconds and more, the longest of each project first. What begins last ends last, and one long file at the
 * end leaves the other processors waiting; on a machine that has never run them, vitest knows no times and goes by size.
 */
const longest = [
  ...['e2e/installation', 'e2e/accessibility', 'e2e/run-faults', 'e2e/responsiveness', 'e2e/main-job'],
  ...['e2e/after-a-run', 'e2e/files-and-tabs', 'e2e/soak', 'e2e/share', 'e2e/story', 'e2e/languages-midway'],
  ...['e2e/killed-run', 'e2e/insights', 'e2e/run-history'],
  ...['engine/parity', 'storage/row-fuzz', 'headless', 'engine/durable', 'engine/encode', 'engine/ejection'],
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}
