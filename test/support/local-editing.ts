import { expose } from 'comlink';
import { createEditing, type Editing } from '../../src/workers/editing-client.ts';
import { createEditingHost } from '../../src/workers/editing-host.ts';
import { kernelModule } from './kernel-module.ts';

/** The editing engine on this thread, reached through messages as in the app. */
export function localEditing(): Editing {
  return createEditing(() => {
    const { port1, port2 } = new MessageChannel();
    expose(
      createEditingHost(async () => kernelModule()),
      port2,
    );
    return Object.assign(port1, {
      terminate() {
        port1.close();
        port2.close();
      },
    });
  });
}
