const signs = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'dragenter'] as const;

/** Calls back once, with the first sign that somebody uses the page. */
export function onFirstUse(act: () => void): void {
  const heard = new AbortController();
  const { signal } = heard;
  const hear = (): void => {
    heard.abort();
    act();
  };
  for (const sign of signs) document.addEventListener(sign, hear, { capture: true, passive: true, signal });
}
