import * as abi from '../abi/abi';
import { listItem, profileField, resourceField } from '../image/problem';
import { occupies } from '../state';
import { peekSlotCounts } from './slot-count';
import { peekWeekMeasures } from './week-measure';

/**
 * Change of the week measures and slot counts of what a profile always occupies. `partner` ≥ 0 names an event that goes
 * the other way: what it occupies, too, sees no change. (Sets are no relation of profiles, so everybody is asked.)
 */
export function peekStaticMeasures(profile: i32, partner: i32, from: i32, to: i32, hard: bool): i32 {
  const measures = hard ? abi.RESOURCE_HARD_MEASURES : abi.RESOURCE_SOFT_MEASURES;
  const counts = hard ? abi.RESOURCE_HARD_COUNTS : abi.RESOURCE_SOFT_COUNTS;
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  let change = 0;
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    const list = resourceField(resource, measures);
    const tables = resourceField(resource, counts);
    if ((list | tables) == 0 || (partner >= 0 && occupies(partner, resource))) continue;
    change += peekWeekMeasures(resource, list, from, to) + peekSlotCounts(resource, tables, from, to);
  }
  return change;
}
