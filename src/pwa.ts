/**
 * Installs the service worker and calls `onUpdate` when a new version waits; `apply` takes it and reloads the page.
 * Does nothing in development and where the browser has no service workers (private windows of some browsers).
 */
export function registerServiceWorker(onUpdate: (apply: () => void) => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Without it the app still works online; the browser reports the cause in its console.
  install(onUpdate).catch((cause: unknown) => console.warn('The app could not be installed for offline use.', cause));
}

async function install(onUpdate: (apply: () => void) => void): Promise<void> {
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('./service-worker.js', { scope: './' });
  let applying = false;
  workbox.addEventListener('waiting', () =>
    onUpdate(() => {
      applying = true;
      workbox.messageSkipWaiting();
    }),
  );
  workbox.addEventListener('controlling', (event) => {
    if (applying) location.reload();
    // Another tab took the update: files of this page's version are no longer cached, so it should reload, too.
    else if (event.isUpdate === true) onUpdate(() => location.reload());
  });
  // A page that stays open for days would otherwise never look for a new version.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void workbox.update().catch(() => undefined);
  });
  await workbox.register();
}

/** Part of the File Handling API, which the library of DOM types does not know yet. */
interface LaunchQueue {
  setConsumer(consumer: (parameters: { readonly files?: readonly FileSystemHandle[] }) => void): void;
}

/** Calls `handler` with the files the operating system opened the installed app with, also while it is running. */
export function onLaunchFiles(handler: (files: readonly File[]) => void): void {
  // Only Chromium has it; elsewhere files are dropped or imported.
  const queue = (globalThis as { readonly launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer((parameters) => {
    const handles = (parameters.files ?? []).filter(isFileHandle);
    if (handles.length === 0) return;
    Promise.all(handles.map((handle) => handle.getFile())).then(handler, (cause: unknown) =>
      console.warn('A file could not be opened.', cause),
    );
  });
}

function isFileHandle(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

/** Files that other apps shared with the installed one: the service worker keeps them until a page takes them. */
export async function takeSharedFiles(): Promise<readonly File[]> {
  const name = 'shared-files';
  // In private windows of some browsers there are no caches.
  if (!('caches' in globalThis) || !(await caches.has(name))) return [];
  const cache = await caches.open(name);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (response === undefined) continue;
    const fileName = decodeURIComponent(response.headers.get('x-file-name') ?? 'file');
    files.push(new File([await response.blob()], fileName));
  }
  await caches.delete(name);
  return files;
}
