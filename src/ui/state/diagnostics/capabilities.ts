import type { PlainTextKey } from '../../text/text.tsx';

/** Something of the browser that the app uses. */
export interface Capability {
  readonly id: CapabilityName;
  /** Null where the browser leaves it to the user and was not asked yet. */
  readonly has: boolean | null;
  /** True when the app cannot do its work without it; else it does without. */
  readonly needed: boolean;
}

const capabilityNames = [
  ...(['webAssembly', 'simd', 'workers', 'indexedDb', 'persistence', 'webLocks', 'serviceWorker'] as const),
  ...(['compression', 'fileHandling', 'filePicker', 'fileSharing', 'clipboard', 'notifications', 'wakeLock'] as const),
] as const;
export type CapabilityName = (typeof capabilityNames)[number];

export const capabilityTexts = {
  webAssembly: 'capabilityWebAssembly',
  simd: 'capabilitySimd',
  workers: 'capabilityWorkers',
  indexedDb: 'capabilityIndexedDb',
  persistence: 'capabilityPersistence',
  webLocks: 'capabilityWebLocks',
  serviceWorker: 'capabilityServiceWorker',
  compression: 'capabilityCompression',
  fileHandling: 'capabilityFileHandling',
  filePicker: 'capabilityFilePicker',
  fileSharing: 'capabilityFileSharing',
  clipboard: 'capabilityClipboard',
  notifications: 'capabilityNotifications',
  wakeLock: 'capabilityWakeLock',
} as const satisfies Record<CapabilityName, PlainTextKey>;

const needed: ReadonlySet<CapabilityName> = new Set(['webAssembly', 'workers'] as const);

/** A module with one function that uses a vector: `i32x4.splat` of a constant, dropped. */
const vectorModule = new Uint8Array([
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
  ...[10, 9, 1, 7, 0, 65, 0, 253, 17, 26, 11],
]);

/** What is looked at; a test gives its own. */
export interface CapabilityEnvironment {
  /** The global object of the page. */
  readonly scope: object;
  readonly navigator: object;
  /** False when everything lives in memory. */
  readonly durable: boolean;
  readonly persisted: boolean;
}

/** What of the browser's abilities that matter here is there, in the order of `capabilityNames`. */
export function capabilitiesOf(environment: CapabilityEnvironment): readonly Capability[] {
  const found = look(environment);
  return capabilityNames.map((id) => ({ id, has: found[id], needed: needed.has(id) }));
}

function look({ scope, navigator, durable, persisted }: CapabilityEnvironment): Record<CapabilityName, boolean | null> {
  const assembly = part(scope, 'WebAssembly');
  return {
    webAssembly: assembly !== null,
    simd: assembly !== null && WebAssembly.validate(vectorModule),
    workers: 'Worker' in scope,
    indexedDb: durable,
    persistence: persisted,
    webLocks: part(navigator, 'locks') !== null,
    serviceWorker: part(part(navigator, 'serviceWorker'), 'controller') !== null,
    compression: 'CompressionStream' in scope,
    fileHandling: 'launchQueue' in scope,
    filePicker: 'showSaveFilePicker' in scope,
    fileSharing: 'canShare' in navigator,
    clipboard: part(navigator, 'clipboard') !== null,
    notifications: permission(part(scope, 'Notification')),
    wakeLock: part(navigator, 'wakeLock') !== null,
  };
}

function part(whole: object | null, name: string): object | null {
  const value: unknown = whole === null ? null : Reflect.get(whole, name);
  return (typeof value === 'object' || typeof value === 'function') && value !== null ? value : null;
}

function permission(notification: object | null): boolean | null {
  if (notification === null) return false;
  const given: unknown = Reflect.get(notification, 'permission');
  return given === 'default' ? null : given === 'granted';
}
