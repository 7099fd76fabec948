import { expose } from 'comlink';
import { createIslandHost } from '../engine/island-host.ts';

expose(createIslandHost());
