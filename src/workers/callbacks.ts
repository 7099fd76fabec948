import { expose, type ProxyMarked, proxy, proxyMarker, transferHandlers, wrap } from 'comlink';

/** Functions of this thread that a worker may call, until they are ended. */
export interface Callbacks {
  /** For an argument of a call; the function is ended once the call is. */
  offer<Listener extends object>(listener: Listener): Listener & ProxyMarked;
  end(listener: object): void;
  endAll(): void;
}

/** Where a worker calls each function that it was given. */
const portOf = new WeakMap<object, MessagePort>();

/**
 * As Comlink does it, but the port is remembered. Comlink leaves it to the worker to close it, and one that is terminated
 * never does; an open port keeps the function, and all that it knows of, for good.
 */
transferHandlers.set('proxy', {
  canHandle: (value): value is object => typeof value === 'function' && proxyMarker in value,
  serialize(value: object) {
    const { port1, port2 } = new MessageChannel();
    expose(value, port1);
    portOf.set(value, port1);
    return [port2, [port2]];
  },
  deserialize(port: MessagePort) {
    port.start();
    return wrap(port);
  },
});

export function createCallbacks(): Callbacks {
  const offered = new Set<object>();
  const end = (listener: object): void => {
    offered.delete(listener);
    portOf.get(listener)?.close();
    portOf.delete(listener);
  };
  return {
    offer(listener) {
      offered.add(listener);
      return proxy(listener);
    },
    end,
    endAll() {
      for (const listener of offered) end(listener);
    },
  };
}
