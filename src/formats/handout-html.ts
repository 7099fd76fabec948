import type { Handout } from '../handout/handout.ts';
import { handoutTexts } from '../handout/handout-texts.ts';
import { element, htmlText, type Markup } from '../handout/markup.ts';
import { meetingsOf, type NamedPerson } from '../handout/people.ts';
import { weekOf } from '../handout/week.ts';
import { weekSheet } from '../handout/week-table.ts';

/**
 * A page that shows the handout and asks nobody for anything: its policy allows its own script and style by their hashes
 * and nothing else. The data is JSON in which `<` is escaped, so that no name can end the element it is in.
 */
export async function viewerFile(handout: Handout): Promise<string> {
  const { script, style, scriptHash, styleHash } = await import('virtual:viewer-code');
  const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
  const data = JSON.stringify(handout)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  const body = [
    '<main id="viewer"></main>',
    `<noscript>${htmlText(`${handout.title}: this page needs JavaScript to show the timetable that is in it.`)}</noscript>`,
    `<script type="application/json" id="handout">${data}</script>`,
    `<script>${script}</script>`,
  ];
  return page(handout.title, policy, style, body.join('\n'));
}

/** The week of somebody as a page without any script. */
export async function weekFile(handout: Handout, person: NamedPerson): Promise<string> {
  const { style, styleHash } = await import('virtual:viewer-code');
  const week = weekOf(handout, meetingsOf(handout, person));
  const sheet = weekSheet(handout, person, week, handoutTexts, 'h1');
  const home = element('p', { class: 'home' }, element('a', { href: '../index.html' }, handout.title));
  const content = element('main', {}, home, sheet);
  return page(`${person.name} · ${handout.title}`, stylePolicy(styleHash), style, htmlText(content));
}

/** A page of markup alone. */
export async function plainPage(title: string, content: readonly Markup[]): Promise<string> {
  const { style, styleHash } = await import('virtual:viewer-code');
  return page(title, stylePolicy(styleHash), style, content.map(htmlText).join('\n'));
}

function stylePolicy(styleHash: string): string {
  return `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
}

function page(title: string, policy: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="${handoutTexts.language}">
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
