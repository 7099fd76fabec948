import { type Plugin, parseAst } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Leaves the examples of the definitions of rules out of what is built: they are for tests, and the app and each of its
 * workers would carry them.
 */
export function withoutExamples(): Plugin {
  return {
    name: 'without-examples',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]src[\\/]domain[\\/]constraints[\\/][^\\/]+\.ts$/, code: 'examples: [' },
      handler(code) {
        const found = examplesIn(parseAst(code, { lang: 'ts' }));
        const [list] = found;
        if (list === undefined || found.length > 1) this.error('One list of examples is expected in each definition');
        return { code: `${code.slice(0, list.start)}[]${code.slice(list.end)}`, map: null };
      },
    },
  };
}

/** The values of all properties called `examples`, at any depth. */
function examplesIn(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(examplesIn);
  if (typeof node !== 'object' || node === null) return [];
  if (isExamples(node)) return [node.value];
  return Object.values(node).flatMap(examplesIn);
}

function isExamples(node: object): node is { readonly value: Node } {
  if (!('type' in node) || node.type !== 'Property' || !('key' in node)) return false;
  return (node.key as { readonly name?: string }).name === 'examples';
}
