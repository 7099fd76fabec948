import { describe, expect, it } from 'vitest';
import { planSettings } from '../../src/engine/plan.ts';
import { checkSettings, settingRanges } from '../../src/engine/run-contract/run-settings.ts';

describe('planned settings', () => {
  it('are in their ranges on slow and fast machines, for every time that may be given', () => {
    for (const speed of [1, 1e4, 1e7]) {
      for (const seconds of [1, 60, settingRanges.timeLimit.max]) {
        for (const workers of [1, 2, 7, 64]) {
          for (const events of [1, 500, 20_000]) {
            const settings = planSettings(speed, seconds, workers, events, 7);
            expect(checkSettings(settings), JSON.stringify(settings)).toEqual([]);
            expect(settings.timeLimit).toBe(seconds);
          }
        }
      }
    }
  });

  it('divide a short time among fewer individuals, so that each is cooled slowly', () => {
    const population = (seconds: number, events: number) => planSettings(1e7, seconds, 2, events, 7).population;
    expect(population(1, 300)).toBe(2);
    expect(population(4, 300)).toBe(4);
    expect(population(60, 300)).toBe(8);
    expect(population(60, 30_000)).toBe(2);
    // Ten seconds are not short where there are 150 events, though a plan may expect a third of the speed.
    expect(planSettings(4e6, 10, 2, 150, 7).population).toBe(8);
  });
});
