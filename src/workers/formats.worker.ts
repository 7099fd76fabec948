import { formatsApi } from './formats-api.ts';
import { serve } from './serve.ts';

serve(formatsApi);
