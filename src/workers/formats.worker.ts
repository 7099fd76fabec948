import { expose } from 'comlink';
import { readFiles, writeFile } from '../formats/registry.ts';
import type { FormatsApi } from './formats-api.ts';

const api: FormatsApi = { read: readFiles, write: writeFile };

expose(api);
