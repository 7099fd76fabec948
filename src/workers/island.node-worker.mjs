// A thread does not inherit the TypeScript loader of the main one on Node 20: register it, then load the shell.
import { register } from 'tsx/esm/api';

register();
await import('./island.node-worker.ts');
