import { describe, expect, test } from 'vitest';
import type { TimetableRecord } from '../../src/storage/records.ts';
import { createNotices } from '../../src/ui/state/notices.ts';
import { createTimetableActions } from '../../src/ui/state/timetable-actions.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { createFakeServices } from '../support/fake-services.ts';

const record: TimetableRecord = {
  id: 'first',
  version: 1,
  projectId: 'project',
  name: 'First',
  createdAt: '2026-02-03T12:00:00.000Z',
  updatedAt: '2026-02-03T12:00:00.000Z',
  runId: null,
  score: null,
  timetable: { assignments: [] },
};

async function withOne() {
  const services = await createFakeServices();
  const notices = createNotices();
  await services.storage.timetables.put(record);
  const names = async () => {
    const listed = await services.storage.timetables.list('project');
    return listed.ok ? listed.value.map((item) => item.name) : null;
  };
  return { notices, names, actions: createTimetableActions(services, notices, createTranslate(en)) };
}

describe('a timetable', () => {
  test('gets another name, but never none', async () => {
    const { actions, names } = await withOne();
    await actions.rename(record, '  Spring  ');
    expect(await names()).toEqual(['Spring']);
    await actions.rename({ ...record, name: 'Spring' }, '   ');
    expect(await names()).toEqual(['Spring']);
  });

  test('is deleted at once, and comes back when that is undone', async () => {
    const { actions, names, notices } = await withOne();
    await actions.remove(record);
    expect(await names()).toEqual([]);
    const notice = notices.list()[0];
    expect(notice?.text).toContain('First');
    notice?.action?.run();
    await expect.poll(names).toEqual(['First']);
    expect(notices.list()).toEqual([]);
  });
});
