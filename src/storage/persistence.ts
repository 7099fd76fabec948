import type { Persistence } from './storage.ts';

/** Whether the browser keeps the data when space runs out. Where it cannot be asked, it promises nothing. */
export function createPersistence(manager: StorageManager | undefined): Persistence {
  return {
    persisted: async () => (await quietly(() => manager?.persisted?.())) ?? false,
    request: async () => (await quietly(() => manager?.persist?.())) ?? false,
    estimate: async () => (await quietly(() => manager?.estimate?.())) ?? null,
  };
}

/** Some browsers reject these calls in private windows. */
async function quietly<T>(ask: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}
