import * as abi from '../abi/abi';
import { dayCount, hasBlocks, resourceField, weekClassCount } from '../image/problem';
import {
  maskOf,
  STATE_HARD,
  STATE_SOFT,
  setMaskOf,
  setShapeCostOf,
  setStateWord,
  setWeekOf,
  shapeCostOf,
  stateWord,
} from '../state';
import { dayShapeChange } from '../terms/day-shape';
import { hardChangeOfDays, softChangeOfDays } from '../terms/shapes';
import { measuresChange } from '../terms/week-measure';
import { weekAfter, weekShapeChange } from '../terms/week-shape';

/** A resource is busy in other slots of a day: the mask, the set of worked days, and the score of all rules on them. */
export function setDayMask(resource: i32, day: i32, mask: i32): void {
  const before = maskOf(resource, day);
  if (mask == before) return;
  const shaped = resourceField(resource, abi.RESOURCE_SHAPED);
  if (weekClassCount == 1) {
    const hardChange = hardChangeOfDays(resource, day, mask, day, mask);
    const softChange = softChangeOfDays(resource, day, mask, day, mask);
    setMaskOf(resource, day, mask);
    if ((shaped & abi.SHAPED_WEEKS) != 0) setWeekOf(resource, 0, weekAfter(resource, day, mask));
    addToScore(resource, hardChange, softChange);
    return;
  }
  let hard = 0;
  let soft = 0;
  if ((shaped & abi.SHAPED_MEASURES) != 0) {
    const hardList = resourceField(resource, abi.RESOURCE_HARD_MEASURES);
    const softList = resourceField(resource, abi.RESOURCE_SOFT_MEASURES);
    if (hardList != 0) hard += measuresChange(resource, hardList, day, mask, day, mask);
    if (softList != 0) soft += measuresChange(resource, softList, day, mask, day, mask);
  }
  setMaskOf(resource, day, mask);
  if ((shaped & abi.SHAPED_DAYS) != 0) {
    hard += dayShapeChange(resourceField(resource, abi.RESOURCE_HARD_DAYS), day, before, mask);
    soft += dayShapeChange(resourceField(resource, abi.RESOURCE_SOFT_DAYS), day, before, mask);
  }
  if ((shaped & abi.SHAPED_WEEKS) != 0 && (before == 0) != (mask == 0)) {
    hard += weekShapeChange(resource, resourceField(resource, abi.RESOURCE_HARD_WEEK), day, mask);
    soft += weekShapeChange(resource, resourceField(resource, abi.RESOURCE_SOFT_WEEK), day, mask);
    setWeekOf(resource, day / dayCount, weekAfter(resource, day, mask));
  }
  addToScore(resource, hard, soft);
}

/** The same for two days at once. */
export function setTwoDayMasks(resource: i32, day: i32, mask: i32, other: i32, otherMask: i32): void {
  if (weekClassCount != 1) {
    setDayMask(resource, day, mask);
    setDayMask(resource, other, otherMask);
    return;
  }
  const hard = hardChangeOfDays(resource, day, mask, other, otherMask);
  const soft = softChangeOfDays(resource, day, mask, other, otherMask);
  setMaskOf(resource, day, mask);
  setMaskOf(resource, other, otherMask);
  if ((resourceField(resource, abi.RESOURCE_SHAPED) & abi.SHAPED_WEEKS) != 0) {
    setWeekOf(resource, 0, weekAfter(resource, day, mask));
    setWeekOf(resource, 0, weekAfter(resource, other, otherMask));
  }
  addToScore(resource, hard, soft);
}

function addToScore(resource: i32, hard: i32, soft: i32): void {
  if (hard != 0) setStateWord(STATE_HARD, stateWord(STATE_HARD) + hard);
  if (soft == 0) return;
  setStateWord(STATE_SOFT, stateWord(STATE_SOFT) + soft);
  if (hasBlocks) setShapeCostOf(resource, shapeCostOf(resource) + soft);
}
