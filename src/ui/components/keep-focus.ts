import { onCleanup } from 'solid-js';

/**
 * For a part whose controls give way to one another (Generate, Pause, Resume): when the focused one goes or is disabled,
 * the focus moves to another one as soon as one can be used, instead of back to the beginning of the page. That is the
 * first one of the first selector that has any. Returns the `ref` of the part.
 */
export function keepFocus(...selectors: readonly string[]): (part: HTMLElement) => void {
  return (part) => {
    let last: HTMLElement | null = null;
    const onFocusIn = (event: FocusEvent) => {
      last = event.target instanceof HTMLElement ? event.target : null;
    };
    const observer = new MutationObserver(() => {
      if (last === null || (last.isConnected && !last.matches(':disabled'))) return;
      const { activeElement } = document;
      // A dialog takes the focus of what goes inside it. Whoever has gone on to something else stays there.
      const isLost = activeElement === null || activeElement === last || activeElement.matches('body, dialog');
      if (!isLost) {
        last = null;
        return;
      }
      const usable = selectors.flatMap((selector) => [
        ...part.querySelectorAll<HTMLElement>(`${selector}:not(:disabled)`),
      ]);
      usable[0]?.focus();
    });
    part.addEventListener('focusin', onFocusIn);
    observer.observe(part, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    onCleanup(() => observer.disconnect());
  };
}
