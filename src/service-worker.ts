import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/**
 * Versioned precache of the whole app, the kernel and the samples: once installed, nothing is fetched any more. A new
 * version waits until the user takes it, so that no page ever runs with files of two versions. What other apps share with
 * the installed one comes as a form that no server ever sees: it is answered here.
 */
declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0];
};

/** The page takes the files from there (`pwa.ts`). */
const sharedFiles = 'shared-files';
const shareTarget = new URL('./share-target', self.registration.scope);

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The page that installed it is offline from then on, not only after its next load: parts it has not fetched yet are there.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));
registerRoute(
  ({ url }) => url.pathname === shareTarget.pathname,
  ({ request }) => takeShared(request),
  'POST',
);

/** Keeps the files that were shared and leads to the page that opens them; a link to a timetable leads to that. */
async function takeShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const [link] = /#\/shared\/[\w-]+/.exec(`${form.get('url') ?? ''} ${form.get('text') ?? ''}`) ?? [];
  const files = form.getAll('files').filter((entry) => entry instanceof File);
  const cache = await caches.open(sharedFiles);
  for (const [index, file] of files.entries()) {
    const headers = { 'x-file-name': encodeURIComponent(file.name) };
    await cache.put(`./${sharedFiles}/${index}`, new Response(file, { headers }));
  }
  const target = files.length === 0 && link !== undefined ? link : '#/open';
  return Response.redirect(new URL(`./${target}`, self.registration.scope).href, 303);
}
