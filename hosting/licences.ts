import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** A package that the app is made of or with. */
export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** `app`: its code is in the app; `tool`: it only builds or tests it. */
  readonly part: 'app' | 'tool';
  /** Its licence word for word, with its notice; empty for tools, and where the package has none. */
  readonly text: string;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const moduleId = 'virtual:licences';

/** Tools that leave code of their own in what they build: the kernel's library, and how parts are loaded. */
const leavingCode: readonly string[] = ['assemblyscript', 'vite'];

/** Every package of the lock file that is installed, by name; those of other platforms are left out. */
export function packageLicences(): readonly PackageLicence[] {
  const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
    readFileSync(`${root}package-lock.json`, 'utf8'),
  );
  const found = new Map<string, PackageLicence>();
  for (const [path, { version = '', license = '', dev }] of Object.entries(lock.packages)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (name === undefined || !existsSync(`${root}${path}`)) continue;
    const part = dev !== true || leavingCode.includes(name) ? 'app' : 'tool';
    const text = part === 'app' ? licenceText(`${root}${path}`) : '';
    found.set(`${name}@${version}`, { name, version, licence: license, part, text });
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function licenceText(folder: string): string {
  return readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:\.(?:md|txt))?$/i.test(file))
    .sort()
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim())
    .join('\n\n');
}

/** The list as the module `virtual:licences`, which the page About fetches when somebody wants to see it. */
export function licences(): Plugin {
  return {
    name: 'licences',
    resolveId: (id) => (id === moduleId ? `\0${moduleId}` : null),
    load: (id) => (id === `\0${moduleId}` ? `export const licences = ${JSON.stringify(packageLicences())};\n` : null),
  };
}

const sizes = new Map<string, number>();

/** Bytes of each package's code in the app and its workers, before it is made small: `build/package-sizes.json`. */
export function packageSizes(where: 'page' | 'worker'): Plugin {
  return {
    name: `package-sizes-${where}`,
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const item of Object.values(bundle)) {
        if (item.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(item.modules)) {
          const name = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1]?.replace('\\', '/');
          if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + renderedLength);
        }
      }
      if (where === 'worker') return;
      const sorted = [...sizes].sort(([, one], [, other]) => other - one);
      // In one go: a test may read it while another one builds.
      const file = `${root}build/package-sizes.json`;
      writeFileSync(`${file}.new`, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
      renameSync(`${file}.new`, file);
      sizes.clear();
    },
  };
}
