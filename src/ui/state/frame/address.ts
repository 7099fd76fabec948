/**
 * The part of an address from `#` on, such that its path can be decoded: an address that was cut within a `%` sequence
 * leads to a page that says so, while the router would fail on it and with it the whole app.
 */
export function readableHash(hash: string): string {
  const end = hash.indexOf('?');
  const path = end < 0 ? hash : hash.slice(0, end);
  return decoded(path) === null ? path.replaceAll('%', '%25') + hash.slice(path.length) : hash;
}

/** Its value has to be used: a call that is only tried is taken for one without effect when the app is built. */
function decoded(path: string): string | null {
  try {
    return decodeURI(path);
  } catch {
    return null;
  }
}

/** Keeps the address readable from now on. To be called before the router looks at it. */
export function keepAddressReadable(page: Window): void {
  const mend = () => {
    const readable = readableHash(page.location.hash);
    if (readable !== page.location.hash) page.history.replaceState(page.history.state, '', readable);
  };
  mend();
  page.addEventListener('hashchange', mend);
}
