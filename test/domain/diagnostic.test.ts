import { expect, test } from 'vitest';
import { error, info, warning, worstFirst } from '../../src/domain/diagnostic.ts';

test('what refused a file stands before what is only worth knowing', () => {
  const found = [
    info('a.note', 'Note'),
    error('a.first', 'First'),
    warning('a.doubt', 'Doubt'),
    error('a.last', 'Last'),
  ];
  expect(worstFirst(found).map(({ code }) => code)).toEqual(['a.first', 'a.last', 'a.doubt', 'a.note']);
});
