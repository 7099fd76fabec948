import { checkAnswers } from '../../src/workers/remote.ts';
import { checkAnswer } from './answer-shapes.ts';

// In every test of the unit project, what comes from a worker is what its interface promises.
checkAnswers(checkAnswer);
