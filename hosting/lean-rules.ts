import { type Plugin, parseAst } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Leaves out of the definitions of rules what a program that is built has no use for: the examples are for tests, and
 * what is said about a rule (`doc`) is read on the page, not in its workers. Each worker would carry both.
 */
export function leanRules(program: 'page' | 'worker'): Plugin {
  const emptied = new Map([['examples', '[]'], ...(program === 'worker' ? [['doc', "''"] as const] : [])]);
  return {
    name: 'lean-rules',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]src[\\/]domain[\\/]constraints[\\/][^\\/]+\.ts$/, code: 'examples: [' },
      handler(code) {
        let lean = code;
        const found = propertiesIn(parseAst(code, { lang: 'ts' }), emptied);
        // from the end, so that what is before stays where it is
        for (const { name, value } of found.toSorted((a, b) => b.value.start - a.value.start)) {
          lean = `${lean.slice(0, value.start)}${emptied.get(name)}${lean.slice(value.end)}`;
        }
        if (found.length !== emptied.size) this.error(`One each of ${[...emptied.keys()]} is expected`);
        return { code: lean, map: null };
      },
    },
  };
}

interface Property {
  readonly name: string;
  readonly value: Node;
}

/** All properties of these names, at any depth. */
function propertiesIn(node: unknown, names: ReadonlyMap<string, string>): Property[] {
  if (Array.isArray(node)) return node.flatMap((item) => propertiesIn(item, names));
  if (typeof node !== 'object' || node === null) return [];
  const name = nameOf(node);
  if (name !== undefined && names.has(name)) return [{ name, value: (node as { readonly value: Node }).value }];
  return Object.values(node).flatMap((item) => propertiesIn(item, names));
}

function nameOf(node: object): string | undefined {
  if (!('type' in node) || node.type !== 'Property' || !('key' in node)) return undefined;
  return (node.key as { readonly name?: string }).name;
}
