import { expose } from 'comlink';
import { createIslandHost } from '../engine/island-host.ts';
import { packedHost } from './packed-host.ts';
import { announcePresence } from './presence.ts';

expose(packedHost(createIslandHost()));
announcePresence();
