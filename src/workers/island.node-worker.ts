import { parentPort } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { createIslandHost } from '../engine/island-host.ts';
import { packedHost } from './packed-host.ts';
import { serve } from './serve.ts';

if (parentPort === null) throw new Error('This module runs in a worker thread');
serve(packedHost(createIslandHost()), nodeEndpoint(parentPort));
