import { useSearchParams } from '@solidjs/router';

/** What stands behind `?` in an address: texts by name, undefined where there is none. */
type Query = Readonly<Record<string, string | undefined>>;

/**
 * The query of the address, and how to change it. Of a name that somebody wrote several times the first one counts: the
 * router would give all of them, where everybody expects a text.
 */
export function useQuery<Names extends { readonly [Name in keyof Names]?: string }>() {
  const [search, setSearch] = useSearchParams();
  const query = new Proxy(search, {
    get(all, name) {
      const value: unknown = Reflect.get(all, name);
      return Array.isArray(value) ? value[0] : value;
    },
  });
  return [query as Query as Partial<Names>, setSearch] as const; // The names are what the page looks for.
}
