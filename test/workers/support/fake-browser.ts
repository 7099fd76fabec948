import { vi } from 'vitest';
import { serve } from '../../../src/workers/serve.ts';

/**
 * What becomes of a worker: it does its work; it ends without a word with the first message to it; it never loads; it
 * loads when told to (`arrive`).
 */
export type Fate = 'works' | 'dies' | 'never loads' | 'loads late';

export interface FakeBrowser {
  /** The scripts that were started, by the first word of their names. */
  readonly started: readonly string[];
  /** Those that were told to end. */
  readonly terminated: readonly string[];
  /** Lets those that load late go on. */
  arrive(): void;
}

/** As the browser has them: who asks for a lock gets it after all who asked before have let it go. */
export function createFakeLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request(name: string, use: () => unknown): Promise<unknown> {
      const done = (last.get(name) ?? Promise.resolve()).then(use);
      last.set(
        name,
        done.catch(() => undefined),
      );
      return done;
    },
  };
}

/**
 * Puts workers and locks into the globals that serve these interfaces in this thread, by their names. The first worker has the first of the fates; beyond them all work. Undone by `vi.unstubAllGlobals`.
 */
export function stubBrowser(apis: Readonly<Record<string, object>>, fates: readonly Fate[]): FakeBrowser {
  const locks = createFakeLocks();
  const [started, terminated]: [string[], string[]] = [[], []];
  const late: (() => void)[] = [];

  class FakeWorker extends EventTarget {
    readonly #name: string;
    readonly #channel = new MessageChannel();
    #free: () => void = () => {};

    constructor(_url: URL | string, { name = '' }: WorkerOptions = {}) {
      super();
      this.#name = name;
      const fate = fates[started.length] ?? 'works';
      started.push(this.#name);
      const { port1, port2 } = this.#channel;
      port1.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent('message', { data }));
      if (fate === 'works') this.#load();
      if (fate === 'loads late') late.push(() => this.#load());
      if (fate === 'dies') {
        port2.onmessage = () => this.#end();
        this.#announce();
      }
    }

    postMessage(message: unknown, transfer: Transferable[] = []) {
      this.#channel.port1.postMessage(message, transfer);
    }

    terminate() {
      terminated.push(this.#name);
      this.#end();
    }

    #load() {
      serve(apis[this.#name] ?? {}, this.#channel.port2);
      this.#announce();
    }

    #announce() {
      const name = `lock of worker ${started.length}`;
      void locks.request(name, () => {
        this.#channel.port2.postMessage({ presentAs: name });
        return new Promise<void>((free) => {
          this.#free = free;
        });
      });
    }

    /** As every end of a worker: nothing is said of it, and its locks are free. */
    #end() {
      this.#free();
      this.#channel.port1.close();
    }
  }

  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('navigator', { locks });
  return {
    started,
    terminated,
    arrive() {
      for (const load of late.splice(0)) load();
    },
  };
}
