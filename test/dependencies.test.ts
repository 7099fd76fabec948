import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageLicences } from '../hosting/licences.ts';
import { repositoryPath } from './support/repository.ts';

const packages = packageLicences();
const inApp = packages.filter(({ part }) => part === 'app');

/** Licences that ask for no more than being named. */
const free = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|\(MIT OR Apache-2\.0\))$/;
/** Packages that come without a text of their own; it is the usual one. */
const withoutText = ['saxes'];

/** More is a decision: whoever adds a package raises the number here and says why. */
const most = { direct: 13, inApp: 23 } as const;

describe('the packages the app is made of', () => {
  test('are no more than allowed', () => {
    const { dependencies } = JSON.parse(readFileSync(`${repositoryPath}package.json`, 'utf8'));
    console.info(`packages: ${Object.keys(dependencies).length} direct, ${inApp.length} in the app`);
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(most.direct);
    expect(inApp.length).toBeLessThanOrEqual(most.inApp);
  });

  test('have exact versions, so that nothing comes in by itself', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(`${repositoryPath}package.json`, 'utf8'));
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  test('are under licences that can be kept, and their texts are there to be shown', () => {
    expect(inApp.filter(({ licence }) => !free.test(licence))).toEqual([]);
    expect(inApp.filter(({ text }) => text.length < 300).map(({ name }) => name)).toEqual(withoutText);
    expect(packages.filter(({ licence }) => licence === '').map(({ name }) => name)).toEqual([]);
  });
});
