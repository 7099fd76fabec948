import { expose } from 'comlink';
import { afterEach, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import type { EditingApi } from '../../src/workers/editing-api.ts';
import { createEditing, type Editing } from '../../src/workers/editing-client.ts';
import { createEditingHost } from '../../src/workers/editing-host.ts';
import { valueIn } from '../formats/support/files.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { smallSchool } from '../support/small-school.ts';

const problem = valueIn(buildProblem(smallSchool));
const empty = valueIn(fromTimetableData(problem, { assignments: [] }));
const [first] = problem.events[0]?.times ?? [];
const placed = {
  assignments: empty.assignments.with(0, { time: first?.index ?? -1, rooms: [0], instructors: [] }),
};
/** The same school once more: built anew, as after an edit of its data. */
const rebuilt = valueIn(buildProblem({ ...smallSchool, rules: [...smallSchool.rules] }));

let editing: Editing | null = null;
afterEach(() => editing?.release());

/** The real host behind messages, with a note of what was asked; the first `deaths` workers die when asked for places. */
function watched(deaths = 0, other: Partial<EditingApi> = {}) {
  const asked: string[] = [];
  let left = deaths;
  const spawn = () => {
    asked.push('start');
    const { port1, port2 } = new MessageChannel();
    const host = createEditingHost(async () => kernelModule());
    const die = () => port1.dispatchEvent(new Event('error'));
    const api: EditingApi = {
      ...host,
      open(...given) {
        asked.push('open');
        return host.open(...given);
      },
      load(timetable) {
        asked.push('load');
        host.load(timetable);
      },
      update(changes) {
        asked.push(`update ${changes.map(({ event }) => event).join()}`);
        host.update(changes);
      },
      places: (event) => {
        if (left-- > 0) {
          die();
          return new Promise(() => undefined) as never;
        }
        return host.places(event);
      },
      ...other,
    };
    expose(api, port2);
    return Object.assign(port1, {
      terminate() {
        asked.push('end');
        port1.close();
        port2.close();
      },
    });
  };
  editing = createEditing(spawn);
  return { asked, editing };
}

test('a problem is opened once, and only what differs is sent', async () => {
  const { asked, editing } = watched();
  expect(valueIn(await editing.open(problem, empty))).toEqual(evaluate(problem, empty).score);
  expect(valueIn(await editing.open(problem, placed))).toEqual(evaluate(problem, placed).score);
  valueIn(await editing.places(problem, placed, 0));
  expect(asked).toEqual(['start', 'open', 'update 0']);
});

test('a problem that was built anew is opened anew', async () => {
  const { asked, editing } = watched();
  const both = await Promise.all([editing.places(problem, placed, 0), editing.places(rebuilt, placed, 0)]);
  expect(asked).toEqual(['start', 'open', 'open']);
  expect(valueIn(both[1])).toEqual(valueIn(both[0]));
});

test('a lock is taken over by what is open', async () => {
  const { asked, editing } = watched();
  const lock = { timeId: problem.times[first?.index ?? -1]?.id ?? '' };
  const events = problem.data.events.map((event, index) => (index === 0 ? { ...event, lock } : event));
  const locked = valueIn(buildProblem({ ...problem.data, events }));
  await editing.open(problem, empty);
  const { places } = valueIn(await editing.places(locked, placed, 0));
  expect(asked).toEqual(['start', 'open', 'update 0']);
  const kinds = new Set(places.map((place) => (place.kind === 'off' ? place.reason : place.kind)));
  expect(kinds).toEqual(new Set(['present', 'locked']));
});

test('a worker that dies is replaced and the question asked again', async () => {
  const { asked, editing } = watched(1);
  expect(valueIn(await editing.places(problem, placed, 0)).event).toBe(0);
  expect(asked).toEqual(['start', 'open', 'end', 'start', 'open']);
});

test('when it dies again, the failure is told, and the next question begins anew', async () => {
  const { asked, editing } = watched(2);
  const answer = await editing.places(problem, placed, 0);
  expect(answer.ok).toBe(false);
  expect(answer.diagnostics.map(({ code }) => code)).toEqual(['editing.failed']);
  expect((await editing.places(problem, placed, 0)).ok).toBe(true);
  expect(asked.filter((step) => step === 'start')).toHaveLength(3);
});

test('questions are answered while a local search runs, which can be stopped', async () => {
  const { editing } = watched();
  const run = editing.fixLocally(
    problem,
    empty,
    { scope: { of: 'events', events: [0, 1, 2] }, cap: 2, budget: { seconds: 60 }, seed: 1 },
    () => undefined,
  );
  expect((await editing.places(problem, placed, 1)).ok).toBe(true);
  run.stop();
  const { timetable, score, isCancelled } = valueIn(await run.outcome);
  expect(isCancelled).toBe(true);
  expect(score).toEqual(evaluate(problem, timetable).score);
  expect(timetable.assignments[4]).toBe(empty.assignments[4]);
});

test('suggestions that nobody wants any more are left off, and the next question has its turn', async () => {
  let leaveOff = () => {};
  const { editing } = watched(0, {
    suggestions: () =>
      new Promise((resolve) => {
        leaveOff = () => resolve([]);
        search.abort();
      }),
    stop: () => leaveOff(),
  });
  const search = new AbortController();
  const unwanted = editing.suggestions(problem, placed, 0, 5, search.signal);
  expect((await editing.places(problem, placed, 1)).ok).toBe(true);
  expect(valueIn(await unwanted)).toEqual([]);
});

test('releasing ends the worker and what is under way', async () => {
  const { asked, editing } = watched();
  await editing.open(problem, empty);
  const run = editing.fixLocally(
    problem,
    empty,
    { scope: { of: 'events', events: [0, 1, 2] }, cap: 2, budget: { seconds: 60 }, seed: 1 },
    () => undefined,
  );
  const late = editing.places(problem, placed, 0);
  editing.release();
  expect((await run.outcome).ok).toBe(false);
  expect((await late).ok).toBe(false);
  expect(asked).toEqual(['start', 'open', 'end']);
});
