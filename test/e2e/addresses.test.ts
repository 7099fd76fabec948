import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { openSample } from '../support/app-driver.ts';
import { appForAllTests } from '../support/open-app.ts';

let page: Page;
let project: string;

const app = appForAllTests(async (opened) => {
  page = opened;
  project = await openSample(page, en.sampleSchool);
});

/** Cut within a character, written twice, of nothing that there is: `P` stands for a project that is there. */
const addresses = [
  '#/p/%E0%A4/data',
  '#/%',
  '#/p/P/%ZZ?%ZZ=%',
  '#/p/P/timetable/%ff?resource=%&event=%E0&day=1.5&layout=x',
  '#/p/P/timetable/group?day=1e999&day=2&resource=a&resource=b&rows=x',
  '#/p/P/free?features=%&features=b&day=a&day=b&slot=1&slot=2&slots=-1&week=9&seats=x',
  '#/p/P/free?features=%25ZZ&seats=1&seats=2',
  '#/p/P/substitution?who=%&who=b&day=x&day=y&week=-1&covers=%25E0%3A%2C',
  '#/p/P/statistics?of=__proto__&timetable=toString',
  '#/p/P/rules?rule=a&rule=b',
  '#/p/P/versions/compare?from=x&to=x&to=y&view=constructor',
  '#/p/P/problems?timetable=a&timetable=b&rule=%',
  '#/p/P/side-by-side?of=a&of=b,,%',
  '#/p/P/share?as=x&as=y&timetable=1&timetable=2',
  '#/p/P/generate?from=a&from=b&repeat=%',
  '#/p/P/run/%00',
  '#/p/P/data/%2e%2e?item=a&item=b',
  '#/shared/%',
  '#/shared/1%E0%A4%A',
  '#/settings/../../x?%',
];

test('whatever an address says, there is a page that can be read, and a way back', async () => {
  for (const address of addresses) {
    await page.goto(app.url + address.replace('/P/', `/${project}/`));
    await page.getByRole('main').getByText(/\S/).first().waitFor();
    expect(await page.getByRole('main').textContent(), address).not.toContain(en.somethingWrong);
  }
  expect(app.complaints).toEqual([]);
  await page.getByRole('navigation').getByRole('link', { name: en.navProjects }).click();
  await page.getByText(en.promise).first().waitFor();
});
