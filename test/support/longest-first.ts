import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Unit tests of ten seconds and more, the longest first. What begins last ends last, and one long file at the end leaves the
 * other processors waiting; on a machine that has never run them, vitest knows no times and goes by size. Tests in a browser
 * run one file at a time, in any order.
 */
const longest = ['engine/parity', 'storage/row-fuzz', 'headless', 'engine/durable', 'engine/encode', 'engine/ejection'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}
