import { type AxeResults, type RunOptions, source } from 'axe-core';
import type { Page } from 'playwright-core';

/** Collects what must not happen on any page: errors, warnings of the content security policy, requests elsewhere. */
export function watchPage(page: Page, complaints: string[] = []): { readonly complaints: string[] } {
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

/**
 * From now on the page's process keeps no notes of what is fetched: the driver asks for them, and they stay for good. What
 * `watchPage` then no longer hears of, the page tells as an error.
 */
export async function forgetRequests(page: Page): Promise<void> {
  await page.evaluate(() => {
    const look = (addresses: readonly string[]) => {
      for (const address of addresses) {
        const { protocol, origin } = new URL(address);
        const own = protocol === 'blob:' || protocol === 'data:' || origin === location.origin;
        if (!own) console.error(`request to ${origin}`);
      }
    };
    new PerformanceObserver((list) => look(list.getEntries().map(({ name }) => name))).observe({ type: 'resource' });
  });
  await driverSession(page).send('Network.disable');
}

interface DriverSession {
  send(method: string): Promise<unknown>;
}

/** The driver's own connection to the page. It has no other way to be told that nobody wants to hear of requests. */
function driverSession(page: Page): DriverSession {
  const inside = page as unknown as {
    _connection: { toImpl(page: Page): { delegate: { _mainFrameSession: { _client: DriverSession } } } };
  };
  return inside._connection.toImpl(page).delegate._mainFrameSession._client;
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

/** Until the page has drawn nothing new for a moment and nothing on it moves; two seconds at most. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    ({ quiet, patience }) =>
      new Promise<void>((resolve) => {
        const started = performance.now();
        const isOver = () => performance.now() - started >= patience;
        // One that has no end is a sign of work, not on its way to anywhere.
        const isMoving = () =>
          document
            .getAnimations()
            .some(
              ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
            );
        let timer = 0;
        const wait = (): void => {
          clearTimeout(timer);
          timer = window.setTimeout(look, isOver() ? 0 : quiet);
        };
        const look = (): void => {
          if (isMoving() && !isOver()) {
            wait();
            return;
          }
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(wait);
        wait();
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    { quiet: 120, patience: 2000 },
  );
}

interface Judged {
  /** Selector of the part that is looked at. Absent: the whole page. */
  readonly within?: string;
  /** Selector of what is passed over. */
  readonly besides?: string;
  /** Only the contrast of colours: where nothing but the colours is another than on a page that was judged whole. */
  readonly onlyColours?: boolean;
}

/** What a program finds that keeps people from using what the page shows. There are no frames in it. */
export async function faultsOf(
  page: Page,
  { within, besides, onlyColours = false }: Judged = {},
): Promise<readonly string[]> {
  // Once for each document: most pages of the app are shown in the same one.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const context = {
    ...(within === undefined ? {} : { include: [within] }),
    ...(besides === undefined ? {} : { exclude: [besides] }),
  };
  const options: RunOptions = {
    // What is in order is not told, which would take longer than finding out.
    resultTypes: ['violations'],
    // WCAG 2.2: left out by default.
    ...(onlyColours ? { runOnly: ['color-contrast'] } : { rules: { 'target-size': { enabled: true } } }),
  };
  return page.evaluate(judged, { context, options });
}

interface Asked {
  readonly context: { readonly include?: string[]; readonly exclude?: string[] };
  readonly options: RunOptions;
}

/** Runs in the page. */
async function judged(asked: Asked): Promise<string[]> {
  type Axe = { readonly run: (context: object, options: object) => Promise<AxeResults> };
  const { axe } = globalThis as unknown as { readonly axe: Axe }; // put there by its source
  const isWhole = Object.keys(asked.context).length === 0;
  const { violations } = await axe.run(isWhole ? document : asked.context, asked.options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** Pixels by which the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

/** Cards of one slot of which people and room are not seen whole. */
export function hiddenDetails(page: Page): Promise<readonly (string | null)[]> {
  return page.locator('.views .card:not([data-tall]) .card-text').evaluateAll((texts) =>
    texts.flatMap((text) => {
      const bottom = text.querySelector('.card-detail')?.getBoundingClientRect().bottom ?? 0;
      return bottom > text.getBoundingClientRect().bottom + 1 ? [text.textContent] : [];
    }),
  );
}
