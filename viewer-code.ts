import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const moduleId = 'virtual:viewer-code';
const source = (name: string) => fileURLToPath(new URL(`./src/viewer/${name}`, import.meta.url));

/**
 * The program of viewer files as the module `virtual:viewer-code`: script and style as texts, and the hashes by which the
 * content security policy of such a file allows these two and nothing else. It is built when it is first asked for.
 */
export function viewerCode(): Plugin {
  let code: Promise<string> | null = null;
  return {
    name: 'viewer-code',
    resolveId: (id) => (id === moduleId ? `\0${moduleId}` : null),
    load(id) {
      if (id !== `\0${moduleId}`) return null;
      code ??= moduleText();
      return code;
    },
    configureServer(server) {
      // built anew with the next start of the worker
      server.watcher.on('change', () => {
        code = null;
      });
    },
  };
}

async function moduleText(): Promise<string> {
  const script = await bundled();
  const style = compact(`${styleOf('page.css')}${styleOf('viewer.css')}`);
  const values = { script, style, scriptHash: hashOf(script), styleHash: hashOf(style) };
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: source('main.ts'), output: { format: 'iife' } },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const [chunk] = outputs.flatMap((item) => (item.type === 'chunk' ? [item.code] : []));
  // `</script` inside of a script would end it
  return (chunk ?? '').trim().replaceAll('</script', '<\\/script');
}

/** A style sheet with those that it names in their places. */
function styleOf(name: string): string {
  return readFileSync(source(name), 'utf8').replaceAll(/@import "\.\/(.*)";/g, (_, other: string) => styleOf(other));
}

/** Comments, line ends and indentation say nothing to a browser. */
function compact(style: string): string {
  return style.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s*\n\s*/g, '');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
