import { describe, expect, it } from 'vitest';
import { INDIVIDUAL_HEADER_BYTES } from '../../assembly/abi/abi.ts';
import type { Score } from '../../src/domain/score.ts';
import {
  type Archipelago,
  afterEpoch,
  dealIslands,
  epochPoint,
  type Found,
  foundIn,
  islandsOf,
  migrants,
  newArchipelago,
  stopReason,
} from '../../src/engine/archipelago.ts';
import type { IslandReport } from '../../src/engine/island.ts';
import type { HostReport } from '../../src/engine/island-host.ts';
import { fixedRunSettings } from '../support/fixed-run.ts';

const settings = { ...fixedRunSettings, generations: 20 };

function soft(value: number): Score {
  return { unplaced: 0, hard: 0, soft: value };
}

function report(island: number, present: readonly number[] = [10], moves = 100): IslandReport {
  const [best = 0] = [...present].sort((a, b) => a - b);
  return {
    island,
    best: soft(best),
    present: present.map(soft),
    moves,
    temperature: 2,
    diversity: 0.5,
    emigrant: Uint8Array.of(island),
    conflicts: [],
  };
}

function host(islands: readonly IslandReport[], improved: Score | null = null): HostReport {
  const found = improved && {
    island: islands[0]?.island ?? 0,
    score: improved,
    timetable: { assignments: [] },
  };
  return { islands, stopped: false, improved: found };
}

function after(before: Archipelago, reports: readonly HostReport[]): Archipelago {
  const found = foundIn(before, reports);
  return afterEpoch(before, reports, found && { ...found, byRule: [] });
}

describe('islands', () => {
  it('are dealt onto hosts in turn, none twice and none left out', () => {
    expect(dealIslands(5, 2)).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
    expect(dealIslands(2, 8)).toEqual([[0], [1]]);
    for (let islands = 1; islands <= 9; islands++) {
      for (let hosts = 1; hosts <= 9; hosts++) {
        const all = Array.from({ length: islands }, (_, island) => island);
        expect(
          dealIslands(islands, hosts)
            .flat()
            .sort((a, b) => a - b),
        ).toEqual(all);
      }
    }
  });

  it('are put in their order, whichever host reports first', () => {
    const reports = [host([report(1), report(3)]), host([report(0), report(2)])];
    expect(islandsOf(reports).map(({ island }) => island)).toEqual([0, 1, 2, 3]);
  });
});

describe('migration', () => {
  it('goes round a ring: each island welcomes one of the island before it', () => {
    const arrivals = migrants([report(0), report(1), report(2)], 4, 20);
    expect(arrivals.map(({ island, individual }) => [island, individual[0]])).toEqual([
      [0, 2],
      [1, 0],
      [2, 1],
    ]);
  });

  it('does not happen on a single island', () => {
    expect(migrants([report(0)], 4, 20)).toEqual([]);
    expect(migrants([], 4, 20)).toEqual([]);
  });

  it('send nobody between two migrations, in long runs and short ones', () => {
    const islands = [report(0), report(1)];
    const sending = (generations: number) =>
      Array.from({ length: generations }, (_, at) => at + 1).filter(
        (at) => migrants(islands, at, generations).length > 0,
      );
    expect(sending(20)).toEqual([4, 8, 12, 16, 20]);
    expect(sending(40)).toEqual([8, 16, 24, 32, 40]);
    expect(sending(10)).toEqual([2, 4, 6, 8, 10]);
  });
});

describe('after a generation', () => {
  it('the best of all hosts is kept, and when it was found', () => {
    const first = after(newArchipelago(settings), [host([report(0)], soft(9)), host([report(1)], soft(7))]);
    expect(first).toMatchObject({ generation: 1, improvedAt: 1, moves: 200, best: { score: soft(7) } });
    const second = after(first, [host([report(0)]), host([report(1)], soft(8))]);
    expect(second).toMatchObject({ generation: 2, improvedAt: 1, best: { score: soft(7) } });
    const third = after(second, [host([report(0)], { unplaced: 0, hard: 1, soft: 0 }), host([report(1)], soft(6))]);
    expect(third).toMatchObject({ generation: 3, improvedAt: 3, best: { score: soft(6) } });
  });

  it('the point of the convergence series sums the islands up', () => {
    const islands = [report(0, [4, 8]), report(1, [6, 2])];
    const state = after(newArchipelago(settings), [host(islands, soft(2))]);
    expect(epochPoint(state, islands, 3.5, 1)).toMatchObject({
      generation: 1,
      seconds: 3.5,
      moves: 200,
      best: soft(2),
      median: soft(6),
      worst: soft(8),
      diversity: 0.5,
      islands: [soft(4), soft(2)],
    });
    expect(epochPoint(newArchipelago(settings), islands, 0, 1)).toBeNull();
  });

  it('islands of one individual each are compared with one another', () => {
    const placed = (island: number, times: readonly number[]): IslandReport => {
      const emigrant = new Uint8Array(INDIVIDUAL_HEADER_BYTES + times.length * 4);
      new DataView(emigrant.buffer).setInt32(INDIVIDUAL_HEADER_BYTES, times[0] ?? 0, true);
      new DataView(emigrant.buffer).setInt32(INDIVIDUAL_HEADER_BYTES + 4, times[1] ?? 0, true);
      return { ...report(island), emigrant, diversity: 0 };
    };
    const islands = [placed(0, [3, 4]), placed(1, [3, 5])];
    const state = after(newArchipelago(settings), [host(islands, soft(2))]);
    expect(epochPoint(state, islands, 1, 2)?.diversity).toBe(0.5);
  });
});

describe('a run ends', () => {
  const best: Found = { score: soft(5), timetable: { assignments: [] }, byRule: [] };
  const at = { ...newArchipelago(settings), generation: 8, improvedAt: 4, best };

  it('at the target, also when it is passed, and not before', () => {
    expect(stopReason({ ...at, settings: { ...settings, target: soft(5) } })).toBe('target');
    expect(stopReason({ ...at, settings: { ...settings, target: soft(6) } })).toBe('target');
    expect(stopReason({ ...at, settings: { ...settings, target: soft(4) } })).toBeNull();
    expect(stopReason({ ...at, best: null, settings: { ...settings, target: soft(4) } })).toBeNull();
  });

  it('after its generations', () => {
    expect(stopReason({ ...at, generation: 19, improvedAt: 19 })).toBeNull();
    expect(stopReason({ ...at, generation: 20, improvedAt: 20 })).toBe('generations');
  });

  it('when nothing improves for long enough', () => {
    expect(stopReason({ ...at, settings: { ...settings, stagnation: 4 } })).toBe('stagnation');
    expect(stopReason({ ...at, settings: { ...settings, stagnation: 5 } })).toBeNull();
    expect(stopReason(at)).toBeNull();
  });
});
