import { expose } from 'comlink';
import kernelUrl from '../../build/kernel.wasm?url';
import { createEditingHost } from './editing-host.ts';

expose(createEditingHost(() => WebAssembly.compileStreaming(fetch(kernelUrl))));
