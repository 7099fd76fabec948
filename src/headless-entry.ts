import { setFlagsFromString } from 'node:v8';

// Reading and encoding a school is over before optimised code of it pays: with V8's own budget a fifth of the processor's
// time went into compiling it. Code that runs for long is optimised all the same, only later. It has to be said before
// anything else is loaded.
setFlagsFromString('--interrupt-budget=400000');
await import('./headless.ts');
