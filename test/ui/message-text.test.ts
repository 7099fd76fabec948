import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { error } from '../../src/domain/diagnostic.ts';
import { adviceText, messageText, remarkText } from '../../src/ui/state/words/message-text.ts';
import { setSpeech } from '../../src/ui/state/words/wording.ts';
import { speeches } from '../../src/ui/text/dictionaries.ts';

// Other tests may have chosen a language before.
beforeEach(() => void setSpeech(undefined));
afterEach(() => void setSpeech(undefined));

const cap = error('settings.islands', 'Islands such as "x7" need two individuals.', {
  value: 'x7',
  advice: 'Use at most {n} islands.',
  values: { n: 12 },
});

describe('a diagnostic', () => {
  test('is said in English with its advice where no other language is shown', () => {
    expect(remarkText(cap)).toBe(`${cap.message} ${cap.advice}`);
    expect([messageText(undefined), adviceText(null), remarkText(undefined)]).toEqual(['', '', '']);
  });

  test('is said in the language that is shown, with the value and the figure that it has in English', async () => {
    setSpeech(await speeches.de());
    expect(messageText(cap)).toMatch(/ \(x7\)\.$/);
    expect(adviceText(cap)).toBe('Nehmen Sie höchstens 12 Inseln oder eine größere Population.');
    expect(remarkText(cap)).toBe(`${messageText(cap)} ${adviceText(cap)}`);
  });

  test('leaves a value out that is shown beside it or that its English message does not name', async () => {
    setSpeech(await speeches.de());
    expect(messageText(cap, 'besideValue')).not.toContain('x7');
    expect(messageText({ ...cap, message: 'Too many.' })).not.toContain('x7');
  });

  test('has no advice in any language where it has none in English, and keeps words that are not translated', async () => {
    setSpeech(await speeches.fr());
    expect(adviceText(error('settings.islands', 'Too many.'))).toBe('');
    expect(remarkText(error('some.code', 'Said so.', { advice: 'Do this.' }))).toBe('Said so. Do this.');
  });

  test('keeps the direction of a value within Arabic', async () => {
    setSpeech(await speeches.ar());
    const unknown = error('sheet.unknownName', 'Nothing is called “Works (2)”.', { value: 'Works (2)' });
    expect(messageText(unknown)).toContain('\u2068Works (2)\u2069');
    expect(messageText(cap)).toContain('(\u2068x7\u2069)');
  });
});
