import { createServer } from 'vite';
import { expect, test } from 'vitest';
import { repositoryPath } from './support/repository.ts';

test('the server for development knows what the workers import, the program of viewer files too', async () => {
  const server = await createServer({
    root: repositoryPath,
    logLevel: 'silent',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    const served = await server.transformRequest('/src/formats/handout/html.ts');
    expect(served?.code).toContain('virtual:viewer-code');
  } finally {
    await server.close();
  }
}, 30_000);
