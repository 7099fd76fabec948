import kernelUrl from '../../build/kernel.wasm?url';
import { createExplanationHost } from './explanation-host.ts';
import { serve } from './serve.ts';

serve(createExplanationHost(() => WebAssembly.compileStreaming(fetch(kernelUrl))));
