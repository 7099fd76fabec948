import { expose } from 'comlink';
import { createIslandHost } from '../engine/island-host.ts';
import { packedHost } from './packed-host.ts';

expose(packedHost(createIslandHost()));
