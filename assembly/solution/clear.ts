import * as abi from '../abi/abi';
import { clearShapeCosts } from '../image/blocks';
import {
  cellStride,
  eventCount,
  geneCount,
  headerWord,
  nobody,
  nowhere,
  profileCount,
  profileField,
  profileOf,
  rowValue,
} from '../image/problem';
import {
  changeEnterCost,
  changeLeaveGain,
  clearStanding,
  countAt,
  enrolledAt,
  STATE_HARD,
  STATE_SOFT,
  STATE_UNPLACED,
  setGeneOf,
  setStateWord,
  setTimeOf,
  shapeCostAt,
  thresholdAt,
} from '../state';
import { hardOfOptions } from '../terms/attendance';
import { clearOptions } from './clock-terms';

/** Every event nowhere, every gene nobody, no option for any request, all counters zero. */
export function clearSolution(): void {
  memory.fill(enrolledAt, 0, shapeCostAt - enrolledAt);
  clearOptions();
  clearEvents();
}

/** Every event nowhere, every gene nobody; requests keep their options, and students their events. */
export function clearEvents(): void {
  memory.fill(countAt, 0, enrolledAt - countAt);
  memory.fill(shapeCostAt, 0, thresholdAt - shapeCostAt);
  clearShapeCosts();
  clearStanding(0, profileCount);
  for (let event = 0; event < eventCount; event++) {
    clearStanding(event + 1, profileOf(event));
    setTimeOf(event, nowhere);
  }
  for (let gene = 0; gene < geneCount; gene++) setGeneOf(gene, nobody);
  for (let profile = 0; profile < profileCount; profile++) fillCellCosts(profile);
  setStateWord(STATE_UNPLACED, eventCount);
  setStateWord(STATE_HARD, headerWord(abi.HEADER_EMPTY_HARD) + hardOfOptions());
  setStateWord(STATE_SOFT, headerWord(abi.HEADER_EMPTY_SOFT));
}

/** Hard unavailability of what the profile always occupies is part of its cell costs. */
function fillCellCosts(profile: i32): void {
  const row = profileField(profile, abi.PROFILE_CELL_HARD);
  if (row == 0) return;
  for (let cell = 0; cell < cellStride - 1; cell++) {
    const cost = rowValue(row, cell);
    changeEnterCost(profile, cell, cost);
    changeLeaveGain(profile, cell, cost);
  }
}
