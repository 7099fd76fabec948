import { createAnalysisHost } from './analysis-host.ts';
import { serve } from './serve.ts';

serve(createAnalysisHost());
