import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { securityHeaders } from '../../hosting/security-headers.ts';
import { en } from '../../src/ui/text/en.ts';
import { launchBrowser } from './chromium.ts';
import { installed, watchPage } from './page.ts';
import { repositoryPath } from './repository.ts';
import { type StaticSite, startStaticServer, type TestServer, type Trouble } from './server.ts';

/** The built app in a browser, with storage of its own. */
export interface OpenApp {
  /** Its address, with a trailing slash. */
  readonly url: string;
  readonly context: BrowserContext;
  /** What must not happen, of all its tabs so far: see `watchPage`. */
  readonly complaints: readonly string[];
  /** Addresses of the app's own origin that were asked for and do not exist. */
  readonly missing: readonly string[];
  /** Another tab, showing the projects. */
  openTab(): Promise<Page>;
  /** The app in a storage of its own, as on another computer; it is closed with the rest. */
  openOther(): Promise<Page>;
  /** What goes wrong with files from now on; null: nothing. */
  spoil(trouble: ((path: string) => Trouble | null) | null): void;
  /** From now on nothing is served and the browser knows that it is offline. */
  goOffline(): Promise<void>;
}

/** What follows the first opening: takes the page, and brings it to where the tests begin. */
export type Begin = (page: Page) => void | Promise<void>;

interface Options extends Pick<BrowserContextOptions, 'viewport'> {
  /**
   * Whether the app may install itself, as it does outside of tests. That takes the browser longer than most tests and
   * changes nothing for pages that are online, so only those that go offline want it.
   */
  readonly installs?: boolean;
}

function contextOptions({ installs = false, ...options }: Options): BrowserContextOptions {
  return { ...options, serviceWorkers: installs ? 'allow' : 'block' };
}

/** The app as somebody finds it who opens it for the first time, for each test of the file anew. */
export function appForEachTest(begin: Begin, options: Options = {}): OpenApp {
  const { app, launch, open, leave, quit } = appOf(begin, options);
  beforeAll(launch);
  beforeEach(open);
  afterEach(leave);
  afterAll(quit);
  return app;
}

/** One app for all tests of the file, which leave it as they found it. */
export function appForAllTests(begin: Begin, options: Options = {}): OpenApp {
  const { app, launch, open, leave, quit } = appOf(begin, options);
  beforeAll(launch);
  beforeAll(open);
  afterAll(leave);
  afterAll(quit);
  return app;
}

function appOf(begin: Begin, options: Options) {
  let browser: Browser;
  let server: TestServer;
  let context: BrowserContext;
  let complaints: string[] = [];
  const others: BrowserContext[] = [];
  let missing: string[] = [];
  let site: StaticSite;
  const app: OpenApp = {
    get url() {
      return server.url;
    },
    get context() {
      return context;
    },
    get complaints() {
      return complaints;
    },
    get missing() {
      return missing;
    },
    openTab: () => openIn(context),
    async openOther() {
      const other = await browser.newContext(contextOptions(options));
      others.push(other);
      return openIn(other);
    },
    spoil(trouble) {
      site.trouble = trouble ?? undefined;
      for (const end of site.waiting?.splice(0) ?? []) end();
    },
    async goOffline() {
      // parts that a page has not fetched yet come from the service worker
      for (const page of context.pages()) {
        await installed(page);
        await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      }
      await context.setOffline(true);
      await server.close();
    },
  };
  async function openIn(where: BrowserContext): Promise<Page> {
    const page = await where.newPage();
    watchPage(page, complaints);
    await page.goto(server.url);
    await page.getByText(en.promise).first().waitFor();
    return page;
  }
  return {
    app,
    async launch() {
      browser = await launchBrowser();
    },
    async open() {
      complaints = [];
      missing = [];
      site = { folder: `${repositoryPath}dist`, base: '/', missing: [], headers: securityHeaders, waiting: [] };
      server = await startStaticServer(site);
      context = await browser.newContext(contextOptions(options));
      await begin(await app.openTab());
    },
    async leave() {
      await context?.close();
      for (const other of others.splice(0)) await other.close();
      await server?.close();
    },
    async quit() {
      await browser?.close();
    },
  };
}
