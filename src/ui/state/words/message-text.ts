import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { english } from '../../../domain/wording/english.ts';
import { fill, isolated, placesOf, type Values } from '../../../domain/wording/template.ts';
import { type Phrases, say, type Wording } from '../../../domain/wording/wording.ts';
import { spokenFileRemarks, wording } from './wording.ts';

type Said = Pick<Diagnostic, 'code' | 'message' | 'value' | 'values'>;
type Advised = Pick<Diagnostic, 'code' | 'advice' | 'values'>;

/**
 * What a diagnostic says in the language that is shown, in English where it has no words for it; empty without one. A value
 * that the English message quotes is named, too, unless it is shown beside the message.
 */
export function messageText(item: Said | null | undefined, shown: 'alone' | 'besideValue' = 'alone'): string {
  if (item === null || item === undefined) return '';
  const template = wording()?.messages?.[item.code] ?? fileRemark(item.code)?.[0];
  const { value = '' } = item;
  const message = template === undefined ? undefined : filled(template, { value, ...item.values });
  if (template === undefined || message === undefined) return item.message;
  const isNamed = value !== '' && [`"${value}"`, `“${value}”`].some((quoted) => item.message.includes(quoted));
  if (shown === 'besideValue' || !isNamed || placesOf(template).length > 0) return message;
  return message.replace(/[.।]?$/u, (end) => ` (${isolated(value, message)})${end}`);
}

/** What to do about a diagnostic in the language that is shown, in English where it has no words for it; empty without. */
export function adviceText(item: Advised | null | undefined): string {
  if (item?.advice === undefined) return '';
  const template = wording()?.advice?.[item.code] ?? fileRemark(item.code)?.[1];
  return (template === undefined ? undefined : filled(template, item.values ?? {})) ?? item.advice;
}

/** What a diagnostic says and what to do about it, as one text: for a notice. */
export function remarkText(item: (Said & Advised) | null | undefined): string {
  return [messageText(item), adviceText(item)].filter((part) => part !== '').join(' ');
}

function fileRemark(code: string): readonly [message: string, advice?: string] | undefined {
  const remarks = spokenFileRemarks();
  return remarks?.[code] ?? remarks?.[code.replace(/^\w+/, '*')];
}

/** Undefined where a value is missing, as in what was stored before diagnostics had any. */
function filled(template: string, values: Values): string | undefined {
  if (placesOf(template).some((name) => values[name] === undefined)) return undefined;
  const language = wording() ?? english;
  return fill(template, { ...values, ...called(values, language) }, language.language);
}

/** What kinds of rules, their parameters and what is wrong with them are called in the language. */
function called({ rule, param, phrase, ...values }: Values, language: Wording): Values {
  const words = rule === undefined ? undefined : language.rules?.[rule];
  const label = param === undefined ? undefined : words?.params[param]?.[0];
  const isPhrase = (key: unknown): key is keyof Phrases =>
    typeof key === 'string' && Object.hasOwn(language.phrases, key);
  return {
    ...(words === undefined ? {} : { rule: words.title }),
    ...(label === undefined ? {} : { param: label }),
    ...(isPhrase(phrase) ? { phrase: say(language, phrase, values) } : {}),
  };
}
