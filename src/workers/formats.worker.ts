import { expose } from 'comlink';
import { formatsApi } from './formats-api.ts';

expose(formatsApi);
