import { checkHandout } from '../handout/check-handout.ts';
import { pageDirection } from '../handout/direction.ts';
import { completeTexts } from '../handout/handout-texts.ts';
import { button, make } from './dom.ts';
import { createThemeSwitch } from './theme-switch.ts';
import { mountViewer } from './viewer.ts';

/** The program of viewer files: shows the handout that is in the same file. Nothing is ever fetched. */
function start(): void {
  const root = document.getElementById('viewer');
  const data = document.getElementById('handout')?.textContent ?? '';
  const texts = completeTexts(parsed(document.getElementById('texts')?.textContent ?? ''));
  if (root === null) return;
  const checked = checkHandout(parsed(data), 'handout');
  if (!checked.ok) {
    root.replaceChildren(make('p', { role: 'alert' }, texts.damaged));
    return;
  }
  document.documentElement.dir = pageDirection(checked.value, texts);
  const theme = createThemeSwitch(document.documentElement);
  const viewer = mountViewer(root, checked.value, {
    texts,
    ownsPage: true,
    first: location.hash.slice(1),
    // Not an entry of the history each: the way back leads out of the file.
    onChoose: (key) => history.replaceState(null, '', `#${key}`),
    tools: [button(texts.theme, theme.toggle)],
  });
  addEventListener('hashchange', () => viewer.choose(location.hash.slice(1)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

start();
