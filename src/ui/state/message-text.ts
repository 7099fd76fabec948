import type { Diagnostic } from '../../domain/diagnostic.ts';
import { isolated } from '../../domain/wording/template.ts';
import { wording } from './wording.ts';

type Said = Pick<Diagnostic, 'code' | 'message' | 'value'>;

/**
 * What a diagnostic says in the language that is shown, in English where it has no words for it; empty without one. A value
 * that the English message quotes is named, too, unless it is shown beside the message.
 */
export function messageText(item: Said | null | undefined, shown: 'alone' | 'besideValue' = 'alone'): string {
  if (item === null || item === undefined) return '';
  const message = wording()?.messages?.[item.code];
  if (message === undefined) return item.message;
  const value = item.value ?? '';
  if (message.includes('{value}')) return message.replace('{value}', () => isolated(value, message));
  const isNamed = value !== '' && [`"${value}"`, `“${value}”`].some((quoted) => item.message.includes(quoted));
  if (shown === 'besideValue' || !isNamed) return message;
  return message.replace(/[.।]?$/u, (end) => ` (${isolated(value, message)})${end}`);
}

/** What to do about a diagnostic in the language that is shown, in English where it has no words for it; empty without. */
export function adviceText(item: Pick<Diagnostic, 'code' | 'advice'> | null | undefined): string {
  const english = item?.advice ?? '';
  const advice = item === null || item === undefined ? undefined : wording()?.advice?.[item.code];
  if (english === '' || advice === undefined) return english;
  if (!advice.includes('{n}')) return advice;
  // Diagnostics carry no figures of their own: the one of an advice stands in its English words.
  const number = /\d+/.exec(english)?.[0];
  return number === undefined ? english : advice.replace('{n}', number);
}

/** What a diagnostic says and what to do about it, as one text: for a notice. */
export function remarkText(item: (Said & Pick<Diagnostic, 'advice'>) | null | undefined): string {
  return [messageText(item), adviceText(item)].filter((part) => part !== '').join(' ');
}
