import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';

export type ThemeChoice = 'system' | 'light' | 'dark';
export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

const storageKey = 'horarium.theme';

export interface Theme {
  readonly choice: Accessor<ThemeChoice>;
  choose(choice: ThemeChoice): void;
  /** Changes whenever the colours do, so that canvases know to be drawn again. */
  readonly dark: Accessor<boolean>;
}

export function createTheme(): Theme {
  const [choice, setChoice] = createSignal<ThemeChoice>(storedChoice());
  const systemDark = createMedia('(prefers-color-scheme: dark)');
  createEffect(() => {
    const root = document.documentElement;
    if (choice() === 'system') delete root.dataset.theme;
    else root.dataset.theme = choice();
  });
  return {
    choice,
    choose(next) {
      setChoice(next);
      try {
        localStorage.setItem(storageKey, next);
      } catch {
        // A browser that blocks storage keeps the choice for this visit only.
      }
    },
    dark: () => (choice() === 'system' ? systemDark() : choice() === 'dark'),
  };
}

function storedChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(storageKey);
    return themeChoices.find((known) => known === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Whether a media query holds, now and after every change. */
export function createMedia(query: string): Accessor<boolean> {
  const list = matchMedia(query);
  const [matches, setMatches] = createSignal(list.matches);
  const update = () => setMatches(list.matches);
  list.addEventListener('change', update);
  onCleanup(() => list.removeEventListener('change', update));
  return matches;
}
