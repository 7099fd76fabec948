/**
 * Which database of this browser the app works in. After damage it begins a new one and leaves the former as it is:
 * databases cannot be renamed, and one that cannot be opened cannot be copied.
 */
const storageKey = 'horarium.database';
const firstName = 'horarium';

function nameOf(number: number): string {
  return number === 1 ? firstName : `${firstName}-${number}`;
}

function currentNumber(): number {
  try {
    const number = Number(localStorage.getItem(storageKey));
    return Number.isSafeInteger(number) && number > 1 ? number : 1;
  } catch {
    return 1;
  }
}

export function currentDatabase(): string {
  return nameOf(currentNumber());
}

/** A name that no database has yet. */
export async function freeDatabase(): Promise<string> {
  const there = await storedNames();
  let number = currentNumber() + 1;
  while (there.includes(nameOf(number))) number++;
  return nameOf(number);
}

/** From the next start on the app works in that database. Throws where the browser refuses to remember it. */
export function moveToDatabase(name: string): void {
  localStorage.setItem(storageKey, name.slice(firstName.length + 1));
}

/** Those that the app has left and that are still there. */
export async function formerDatabases(): Promise<readonly string[]> {
  const current = currentDatabase();
  const isOfApp = new RegExp(`^${firstName}(-\\d+)?$`);
  return (await storedNames()).filter((name) => isOfApp.test(name) && name !== current);
}

/** None where the browser does not tell. */
async function storedNames(): Promise<readonly string[]> {
  const databases = await indexedDB.databases?.().catch(() => []);
  return (databases ?? []).flatMap(({ name }) => (name === undefined ? [] : [name]));
}
