import kernelUrl from '../../build/kernel.wasm?url';
import { createEditingHost } from './editing-host.ts';
import { serve } from './serve.ts';

serve(createEditingHost(() => WebAssembly.compileStreaming(fetch(kernelUrl))));
