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

/** Resolves when the page is served by an active service worker: from its next load on it works offline. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const deadline = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('The service worker was not activated within 20 seconds.')), 20_000),
    );
    const { active } = await Promise.race([navigator.serviceWorker.ready, deadline]);
    const activated = new Promise<void>((resolve) => {
      const look = (): void => {
        if (active?.state === 'activated') resolve();
      };
      active?.addEventListener('statechange', look);
      look();
    });
    await Promise.race([activated, deadline]);
  });
}
