import { createContext, useContext } from 'solid-js';
import type { TimetableState } from '../../state/timetable/state.ts';

const TimetableContext = createContext<TimetableState>();
export const TimetableProvider = TimetableContext.Provider;

/** What the parts of the timetable page share; only below the page. */
export function useTimetable(): TimetableState {
  const state = useContext(TimetableContext);
  if (state === undefined) throw new Error('useTimetable needs a TimetableProvider above');
  return state;
}
