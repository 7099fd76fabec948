/**
 * Makes the browser ask before the page is left, from the call with true to the one with false. It listens only
 * meanwhile: a page that listens all the time is not kept for the way back.
 */
export function createLeaveGuard(): (isUnsafe: boolean) => void {
  const ask = (event: Event) => event.preventDefault();
  return (isUnsafe) => {
    if (typeof window === 'undefined') return;
    if (isUnsafe) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  };
}
