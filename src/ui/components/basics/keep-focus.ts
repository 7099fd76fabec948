import { onCleanup } from 'solid-js';

/**
 * For a part whose controls give way to one another (Generate, Pause, Resume): when the focused one goes or is disabled,
 * the focus moves to another one as soon as one can be used, instead of back to the beginning of the page. That is the
 * first one of the first selector that has any. Returns the `ref` of the part.
 */
export function keepFocus(...selectors: readonly string[]): (part: HTMLElement) => void {
  return (part) =>
    whenLost(part, () => {
      const usable = selectors.flatMap((selector) => [
        ...part.querySelectorAll<HTMLElement>(`${selector}:not(:disabled)`),
      ]);
      usable[0]?.focus();
    });
}

/** For the page as a whole: what went with the focus, and nobody else took it, leaves it at the beginning of the part. */
export function keepFocusInside(part: HTMLElement): void {
  whenLost(part, () =>
    setTimeout(() => {
      if (isNowhere(document.activeElement)) part.focus({ preventScroll: true });
    }),
  );
}

function whenLost(part: HTMLElement, find: () => void): void {
  let last: HTMLElement | null = null;
  const onFocusIn = (event: FocusEvent) => {
    last = event.target instanceof HTMLElement ? event.target : null;
  };
  const observer = new MutationObserver(() => {
    if (last === null || (last.isConnected && !last.matches(':disabled'))) return;
    const { activeElement } = document;
    // A dialog takes the focus of what goes inside it. Whoever has gone on to something else stays there.
    if (isNowhere(activeElement) || activeElement === last || activeElement?.matches('dialog') === true) find();
    else last = null;
  });
  part.addEventListener('focusin', onFocusIn);
  observer.observe(part, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  onCleanup(() => observer.disconnect());
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body;
}
