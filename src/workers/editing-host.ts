import { buildProblem } from '../domain/build-problem.ts';
import { unpackProblem } from '../domain/packed-problem.ts';
import { packTimetable, unpackTimetable } from '../domain/packed-timetable.ts';
import { runFix } from '../engine/editing/run-fix.ts';
import { EditingSession } from '../engine/editing/session.ts';
import type { EditingApi } from './editing-api.ts';
import { untilStopped } from './until-stopped.ts';

/** Between two questions that are asked ahead of time; other workers prepare things for the same page. */
const warmUpPause = 12;
const longestWarmUp = 2_000;

/** The worker's end: one session, which is replaced when another problem is opened. */
export function createEditingHost(kernel: () => Promise<WebAssembly.Module>): EditingApi {
  let opened: EditingSession | null = null;
  const running = new Set<number>();

  function session(): EditingSession {
    if (opened === null) throw new Error('No timetable is open');
    return opened;
  }

  /** Gets quicker while nobody asks anything; a local search needs the board for itself. */
  async function warmUp(warmed: EditingSession): Promise<void> {
    const steps = warmed.warmUp();
    let work = 0;
    while (work < longestWarmUp) {
      await new Promise((resolve) => setTimeout(resolve, warmUpPause));
      if (opened !== warmed || running.size > 0) return;
      const begun = performance.now();
      if (steps.next().done === true) return;
      work += performance.now() - begun;
    }
  }

  return {
    async open(problem, timetable) {
      opened = null;
      running.clear();
      const built = buildProblem(unpackProblem(problem));
      if (!built.ok) throw new Error(built.diagnostics[0]?.message ?? 'The problem cannot be built');
      opened = new EditingSession(await kernel(), built.value, unpackTimetable(timetable));
      void warmUp(opened);
    },
    relock: (events) => session().relock(events),
    load: (timetable) => session().load(unpackTimetable(timetable)),
    update: (changes) => session().update(changes),
    score: () => session().score(),
    places: (event) => session().places(event),
    roomChanges: (event, times, rooms) => session().roomChanges(event, times, rooms),
    whyNot: (event, assignment) => session().whyNot(event, assignment),
    rooms: (event, time, position) => session().rooms(event, time, position),
    instructors: (event, time, position) => session().instructors(event, time, position),
    async suggestions(request, event, count) {
      running.add(request);
      try {
        return (await untilStopped(session().suggestionSteps(event, count), () => !running.has(request))) ?? [];
      } finally {
        running.delete(request);
      }
    },
    worst: (after) => session().worst(after),
    async fixLocally(request, wish, onProgress) {
      running.add(request);
      try {
        const found = await runFix(session(), wish, () => !running.has(request), onProgress);
        return { ...found, timetable: packTimetable(found.timetable) };
      } finally {
        running.delete(request);
      }
    },
    stop: (request) => void running.delete(request),
  };
}
