/**
 * Teachers who may work both halves of at most so many real days: of each so many and one more real days they work not
 * all halves. So it is said by rules there are already, one for each such choice of real days.
 */

/** Choices of real days, each a rule of its own: with more of them nothing is asked. */
const mostChoices = 64;

/** The choices of one real day more than there are exceptions. */
export function choicesOfRealDays(dayCount: number, exceptions: number): readonly (readonly number[])[] {
  let choices: readonly (readonly number[])[] = [[]];
  for (let chosen = 0; chosen <= exceptions; chosen++) {
    choices = choices.flatMap((days) =>
      [...Array(dayCount).keys()].filter((day) => day > (days.at(-1) ?? -1)).map((day) => [...days, day]),
    );
    if (choices.length > mostChoices) return [];
  }
  return choices;
}

/** True when there are few enough choices, or none because there are no more days than exceptions. */
export function canSayExceptions(dayCount: number, exceptions: number): boolean {
  return exceptions >= dayCount || choicesOfRealDays(dayCount, exceptions).length > 0;
}

/** Half days that somebody may work of those chosen. */
export function mostHalves(realDays: number): number {
  return 2 * realDays - 1;
}
