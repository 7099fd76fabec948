import type { Page } from 'playwright-core';

/** Collects what must not happen on any page: errors, warnings of the content security policy, requests elsewhere. */
export function watchPage(page: Page): { readonly complaints: string[] } {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (cause) => complaints.push(String(cause)));
  page.on('request', (request) => {
    const address = new URL(request.url());
    const own = address.protocol === 'blob:' || address.protocol === 'data:' || address.hostname === '127.0.0.1';
    if (!own) complaints.push(`request to ${address.origin}`);
  });
  return { complaints };
}

/** Resolves when the page is controlled by an installed service worker: from then on it works offline. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}
