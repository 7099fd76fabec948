import { buildProblem } from '../domain/build-problem.ts';
import { unpackProblem } from '../domain/packed-problem.ts';
import { packTimetable, unpackTimetable } from '../domain/packed-timetable.ts';
import { runFix } from '../engine/editing/run-fix.ts';
import { EditingSession } from '../engine/editing/session.ts';
import type { EditingApi } from './editing-api.ts';

/** The worker's end: one session, which is replaced when another problem is opened. */
export function createEditingHost(kernel: () => Promise<WebAssembly.Module>): EditingApi {
  let opened: EditingSession | null = null;
  const running = new Set<number>();

  function session(): EditingSession {
    if (opened === null) throw new Error('No timetable is open');
    return opened;
  }

  return {
    async open(problem, timetable) {
      opened = null;
      running.clear();
      const built = buildProblem(unpackProblem(problem));
      if (!built.ok) throw new Error(built.diagnostics[0]?.message ?? 'The problem cannot be built');
      opened = new EditingSession(await kernel(), built.value, unpackTimetable(timetable));
      opened.warmUp();
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
    suggestions: (event, count) => session().suggestions(event, count),
    worst: (after) => session().worst(after),
    async fixLocally(fix, request, onProgress) {
      running.add(fix);
      try {
        const found = await runFix(session(), request, () => !running.has(fix), onProgress);
        return { ...found, timetable: packTimetable(found.timetable) };
      } finally {
        running.delete(fix);
      }
    },
    stopFix: (fix) => void running.delete(fix),
  };
}
