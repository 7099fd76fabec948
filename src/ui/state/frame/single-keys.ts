import { type Accessor, createSignal } from 'solid-js';

const storageKey = 'horarium.singleKeys';

/**
 * Whether a letter alone does something. Whoever speaks to the browser, or hits keys by accident, turns that off
 * (WCAG 2.1.4); keys that are held down with Ctrl or Cmd and those of a list or grid that has the focus stay.
 */
export interface SingleKeys {
  readonly allowed: Accessor<boolean>;
  allow(allowed: boolean): void;
}

export function createSingleKeys(): SingleKeys {
  const [allowed, setAllowed] = createSignal(storedChoice());
  return {
    allowed,
    allow(next) {
      setAllowed(next);
      try {
        localStorage.setItem(storageKey, next ? 'on' : 'off');
      } catch {
        // A browser that blocks storage keeps the choice for this visit only.
      }
    },
  };
}

function storedChoice(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}
