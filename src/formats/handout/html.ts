import { pageDirection } from '../../handout/direction.ts';
import type { Handout } from '../../handout/handout.ts';
import { type HandoutTexts, handoutTexts } from '../../handout/handout-texts.ts';
import { element, htmlText, type Markup } from '../../handout/markup.ts';
import { meetingsOf, type NamedPerson } from '../../handout/people.ts';
import { weekOf } from '../../handout/week.ts';
import { weekSheet } from '../../handout/week-table.ts';

/**
 * A page that shows the handout and asks nobody for anything: its policy allows its own script and style by their hashes
 * and nothing else. The data is JSON in which `<` is escaped, so that no name can end the element it is in.
 */
export async function viewerFile(handout: Handout, texts: HandoutTexts = handoutTexts): Promise<string> {
  const { script, style, scriptHash, styleHash } = await import('virtual:viewer-code');
  const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
  const body = [
    '<main id="viewer"></main>',
    `<noscript>${htmlText(`${handout.title}: ${texts.needsScript}`)}</noscript>`,
    `<script type="application/json" id="handout">${scriptJson(handout)}</script>`,
    // English ones are in the program
    ...(texts === handoutTexts ? [] : [`<script type="application/json" id="texts">${scriptJson(texts)}</script>`]),
    `<script>${script}</script>`,
  ];
  return page(
    { title: handout.title, texts, direction: pageDirection(handout, texts) },
    policy,
    style,
    body.join('\n'),
  );
}

/** JSON in which no name can end the element it is in. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** The week of somebody as a page without any script. */
export async function weekFile(
  handout: Handout,
  person: NamedPerson,
  texts: HandoutTexts = handoutTexts,
): Promise<string> {
  const { style, styleHash } = await import('virtual:viewer-code');
  const week = weekOf(handout, meetingsOf(handout, person));
  const sheet = weekSheet(handout, person, week, texts, 'h1');
  const home = element('p', { class: 'home' }, element('a', { href: '../index.html' }, handout.title));
  const content = element('main', {}, home, sheet);
  const about = { title: `${person.name} · ${handout.title}`, texts, direction: pageDirection(handout, texts) };
  return page(about, stylePolicy(styleHash), style, htmlText(content));
}

/** A page of markup alone. */
export async function plainPage(about: PageAbout, content: readonly Markup[]): Promise<string> {
  const { style, styleHash } = await import('virtual:viewer-code');
  return page(about, stylePolicy(styleHash), style, content.map(htmlText).join('\n'));
}

function stylePolicy(styleHash: string): string {
  return `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
}

/** What a page says of itself. */
export interface PageAbout {
  readonly title: string;
  readonly texts: HandoutTexts;
  readonly direction: 'ltr' | 'rtl';
}

function page({ title, texts, direction }: PageAbout, policy: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="${texts.language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Horarium">
${htmlText(element('title', {}, title))}
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
