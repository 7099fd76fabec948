import { createRoot } from 'solid-js';
import { expect, test, vi } from 'vitest';
import { writeFile } from '../../src/formats/registry.ts';
import { createLockedFiles } from '../../src/ui/state/files/locked-files.ts';
import { codesOf, valueIn } from '../formats/support/files.ts';
import { lectureWeek } from '../formats/support/lecture-week.ts';
import { createFakeServices } from '../support/fake-services.ts';

test('a locked project is asked for its passphrase until it is right, or nobody wants to try again', async () => {
  const services = await createFakeServices();
  const content = lectureWeek();
  const bytes = valueIn(await writeFile('horarium-locked', content, null, { passphrase: 'good enough' }));
  const files = [{ name: 'a.horarium.json', bytes }];
  await createRoot(async (dispose) => {
    const locked = createLockedFiles(services);
    const asked = (isWrong: boolean) =>
      vi.waitUntil(() => {
        const now = locked.asked();
        return now !== null && now.isWrong === isWrong && !now.isTrying ? now : null;
      });
    const reading = locked.read(files);
    const first = await asked(false);
    expect(first.name).toBe('a.horarium.json');
    first.answer('bad enough');
    expect(locked.asked()?.isTrying).toBe(true);
    (await asked(true)).answer('good enough');
    expect(valueIn(await reading).problem).toEqual(content.problem);
    expect(locked.asked()).toBeNull();

    const left = locked.read(files);
    (await asked(false)).answer(null);
    expect(codesOf(await left)).toEqual(['locked.needed']);
    expect(locked.asked()).toBeNull();
    dispose();
  });
});
