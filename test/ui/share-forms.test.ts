import { expect, test } from 'vitest';
import { writers } from '../../src/formats/registry.ts';
import { shareForms } from '../../src/ui/state/share/share-forms.ts';
import { en } from '../../src/ui/text/en.ts';

/** Forms that the page makes something else of. */
const made: readonly string[] = ['png', 'master-png', 'courses-png', 'print', 'link'];

test('every form that can be written can be chosen, with its own name, extension and type', () => {
  const known = new Map(writers.map((writer) => [writer.id, writer]));
  const chosen = shareForms.flatMap(({ writerId, singleWriterId }) => [writerId, singleWriterId ?? writerId]);
  expect([...new Set(chosen)].sort()).toEqual([...known.keys()].sort());
  for (const form of shareForms) {
    expect(en[form.title]).not.toBe('');
    expect(en[form.hint]).not.toBe('');
    if (made.includes(form.id)) continue;
    const writer = known.get(form.writerId);
    expect(form.extension.endsWith(writer?.extension ?? '?'), form.id).toBe(true);
    expect(form.mediaType, form.id).toBe(writer?.mediaType);
  }
});
