import type { Diagnostic } from '../../domain/diagnostic.ts';
import { wording } from './wording.ts';

/** What a diagnostic says in the language that is shown, in English where it has no words for it; empty without one. */
export function messageText(item: Pick<Diagnostic, 'code' | 'message' | 'value'> | null | undefined): string {
  if (item === null || item === undefined) return '';
  const message = wording()?.messages?.[item.code];
  return message?.replace('{value}', () => item.value ?? '') ?? item.message;
}
