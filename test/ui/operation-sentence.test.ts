import { describe, expect, test } from 'vitest';
import { type OperationLabel, operationActions } from '../../src/domain/operations/operation.ts';
import { operationSentence } from '../../src/ui/state/history/operation-sentence.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';

const say = (label: OperationLabel) =>
  operationSentence(
    createTranslate(() => en),
    label,
  );

describe('what was done', () => {
  test('is a sentence for every action, with and without what it was done to', () => {
    for (const action of operationActions) {
      for (const detail of [{}, { subject: 'Algebra' }, { count: 3 }, { subject: 'rooms', count: 2 }]) {
        expect(say({ action, ...detail })).toMatch(/^[A-Z].*[\p{L}\p{N})]$/u);
      }
    }
  });

  test('names lists in the right number, and things by their name', () => {
    expect(say({ action: 'change', subject: 'rooms', count: 3 })).toBe('Changed 3 rooms');
    expect(say({ action: 'add', subject: 'groups', count: 1 })).toBe('Added 1 group');
    expect(say({ action: 'unplace', subject: 'Algebra' })).toBe('Took Algebra out of the timetable');
    expect(say({ action: 'lock', count: 12 })).toBe('Locked 12 events');
  });

  test('of an action that this version does not know is still told', () => {
    // As it comes out of the storage of a newer version.
    expect(say({ action: 'teleport' } as unknown as OperationLabel)).toBe(en.didSomething);
  });
});
