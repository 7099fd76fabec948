import type { BrowserContext, ConsoleMessage, Request } from 'playwright-core';

/**
 * Watches every page of every browser that a test opens: nothing may ask another origin than that of the app, nothing may
 * run into the content security policy, and no error may go uncaught. `e2e-guard.ts` fails the test where it happened.
 */
const faults: string[] = [];
const served = new Set<string>();

/** Origins that the tests themselves serve; every other one is foreign. */
export function serveOrigin(url: string): void {
  served.add(new URL(url).origin);
}

/** What was seen since it was last asked for. */
export function takeFaults(): readonly string[] {
  return faults.splice(0);
}

export async function guarded(context: BrowserContext): Promise<BrowserContext> {
  // Where the browser itself says nothing, the page does: its listener hears every violation.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`Policy violated: ${effectiveDirective} ${blockedURI} (${sourceFile}:${lineNumber})`),
    );
  });
  context.on('request', (request) => {
    const fault = faultOf(request);
    if (fault !== null) faults.push(fault);
  });
  context.on('console', (message) => {
    if (isPolicy(message)) faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  return context;
}

function isPolicy(message: ConsoleMessage): boolean {
  return message.type() === 'error' && /content security policy|policy violated/i.test(message.text());
}

function faultOf(request: Request): string | null {
  const address = new URL(request.url());
  if (address.protocol === 'blob:' || address.protocol === 'data:' || served.has(address.origin)) return null;
  // A file that somebody opens by hand; what such a page asks for by itself is no navigation.
  if (address.protocol === 'file:' && request.isNavigationRequest()) return null;
  return `Request to another origin: ${request.method()} ${request.url()}`;
}
