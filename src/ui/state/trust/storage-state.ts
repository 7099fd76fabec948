import { type Accessor, createSignal } from 'solid-js';
import type { Services } from '../../services.tsx';

export interface StorageState {
  readonly durable: boolean;
  readonly persisted: Accessor<boolean>;
  readonly usage: Accessor<{ readonly used: number; readonly quota: number } | null>;
  /** Asks the browser to protect the data; called on the first real save, never at load. */
  protect(): Promise<void>;
  refresh(): Promise<void>;
}

export function createStorageState(services: Services): StorageState {
  const { persistence, durable } = services.storage;
  const [persisted, setPersisted] = createSignal(false);
  const [usage, setUsage] = createSignal<{ readonly used: number; readonly quota: number } | null>(null);
  const refresh = async () => {
    setPersisted(await persistence.persisted());
    const estimate = await persistence.estimate();
    setUsage(estimate === null ? null : { used: estimate.usage ?? 0, quota: estimate.quota ?? 0 });
  };
  void refresh();
  return {
    durable,
    persisted,
    usage,
    refresh,
    async protect() {
      if (durable && !persisted()) setPersisted(await persistence.request());
    },
  };
}
