// Read before the page is painted: first as somebody has chosen to see it, then its programs, which stand in a template
// (first-paint.ts).
{
  /** Milliseconds: a page in the background is not painted, and begins all the same. */
  const patience = 500;
  const page = document.documentElement;
  let hasBegun = false;

  // What the program sets as well, but not before its frame has been seen in other colours and the other way round.
  const dress = () => {
    const theme = localStorage.getItem('horarium.theme');
    if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
    const language = localStorage.getItem('horarium.language') ?? navigator.language;
    if (/^ar\b/.test(language)) page.dir = 'rtl';
  };

  const begin = () => {
    if (hasBegun) return;
    hasBegun = true;
    document.head.append(document.getElementById('programs').content.cloneNode(true));
  };

  try {
    dress();
  } catch {
    // A browser that blocks storage has nothing to say.
  }
  addEventListener('DOMContentLoaded', () => {
    new PerformanceObserver(begin).observe({ type: 'paint', buffered: true });
    setTimeout(begin, patience);
  });
}
