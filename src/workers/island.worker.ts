import { createIslandHost } from '../engine/island-host.ts';
import { packedHost } from './packed-host.ts';
import { serve } from './serve.ts';

serve(packedHost(createIslandHost()));
