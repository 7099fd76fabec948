import { describe, expect, it, test } from 'vitest';
import { momentToDrop, mostMoments } from '../../src/domain/runs/moments.ts';
import type { EpochPoint, RuleCost } from '../../src/engine/run-contract/run-events.ts';
import { chartCsv, chartSvg, chartTable } from '../../src/ui/state/charts/chart-files.ts';
import {
  comparedBests,
  kindSeries,
  lanes,
  otherKinds,
  softLayers,
  softSpread,
  stacked,
  thinned,
} from '../../src/ui/state/watch/run-series.ts';
import { seriesTable } from '../../src/ui/state/watch/series-table.ts';
import { storedZip } from '../../src/ui/state/watch/stored-zip.ts';
import { readCsv } from '../formats/support/csv.ts';

const rule = (kind: string, cost: number, hard = false): RuleCost => ({ id: kind, kind, hard, amount: cost, cost });
const soft = (value: number, hard = 0) => ({ unplaced: 0, hard, soft: value });

function point(generation: number, byRule: readonly RuleCost[], more: Partial<EpochPoint> = {}): EpochPoint {
  const best = soft(byRule.reduce((sum, { cost, hard }) => sum + (hard ? 0 : cost), 0));
  return {
    generation,
    seconds: generation / 2,
    moves: generation * 1000,
    temperature: 2,
    best,
    median: best,
    worst: best,
    diversity: 0.5,
    islands: [best],
    byRule,
    ...more,
  };
}

describe('the soft cost in layers', () => {
  it('adds up to the cost of the best at every point, a kind that comes later starting at nothing', () => {
    const points = [
      point(1, [rule('gaps', 30), rule('rooms', 5), rule('clash', 9, true)]),
      point(2, [rule('gaps', 10), rule('days', 4), rule('gaps', 2)]),
    ];
    const layers = softLayers(points);
    expect(layers).toEqual([
      { key: 'gaps', values: [30, 12] },
      { key: 'rooms', values: [5, 0] },
      { key: 'days', values: [0, 4] },
    ]);
    const edges = stacked(layers.map(({ values }) => values));
    expect(edges.at(-1)).toEqual(points.map(({ best }) => best.soft));
    expect(edges[0]).toEqual([30, 12]);
  });

  it('puts what cannot be told apart together, and loses nothing of it', () => {
    const many = Array.from({ length: 12 }, (_, at) => rule(`kind${at}`, 12 - at));
    const layers = softLayers([point(1, many)]);
    expect(layers).toHaveLength(7);
    expect(layers.at(-1)).toEqual({ key: otherKinds, values: [6 + 5 + 4 + 3 + 2 + 1] });
  });

  it('keeps hard rules apart, by their amounts', () => {
    expect(kindSeries([point(1, [rule('clash', 9, true), rule('clash', 1)])], true)).toEqual([
      { key: 'clash!', values: [9] },
    ]);
  });
});

test('the best is never drawn above the median or the worst: what leaves out or breaks more has no place beside it', () => {
  const points = [
    point(1, [], { best: soft(300), median: soft(350), worst: soft(120, 4) }),
    point(2, [], {
      best: soft(200),
      median: { unplaced: 1, hard: 0, soft: 90 },
      worst: { unplaced: 2, hard: 0, soft: 80 },
    }),
    point(3, [], { best: soft(150), median: soft(170), worst: soft(190) }),
    point(4, [], { best: soft(150, 2), median: soft(170, 2), worst: soft(190, 3) }),
  ];
  expect(softSpread(points)).toEqual({
    best: [300, 200, 150, 150],
    median: [350, null, 170, 170],
    worst: [null, null, 190, null],
  });
});

test('a saved chart leaves a gap open where a line has no value', () => {
  const line = { label: 'a', colour: '#111', width: 1, stepped: false, dots: false, y: [5, 4, null, 3, 2] };
  const content = { title: 'Gap', xLabel: 's', x: [0, 1, 2, 3, 4], logarithmic: false, series: [line] };
  const svg = chartSvg(content, { paper: '#fff', text: '#000', muted: '#666', line: '#ddd' });
  const path = /<path d="([^"]*)"/.exec(svg)?.[1] ?? '';
  expect(path.match(/[ML]/g)?.join('')).toBe('MLML');
  expect(chartTable(content).rows[2]).toEqual([2, '']);
});

test('lanes put what breaks hard rules above all that does not, on one scale for all islands', () => {
  const points = [
    point(1, [], { islands: [soft(50, 8), soft(10)] }),
    point(2, [], { islands: [soft(100), soft(90)] }),
    point(3, [], { islands: [soft(10), soft(9)] }),
  ];
  const [first, second] = lanes(points);
  expect(first?.heights[0]).toBeGreaterThan(first?.heights[1] ?? 1);
  expect(first?.heights[1]).toBeGreaterThan(second?.heights[1] ?? 1);
  expect(first?.heights[2]).toBe(second?.heights[0]);
  for (const height of [...(first?.heights ?? []), ...(second?.heights ?? [])]) {
    expect(height).toBeGreaterThanOrEqual(0);
    expect(height).toBeLessThanOrEqual(1);
  }
});

test('moments that are kept lie evenly over the run, the first and the last among them', () => {
  const kept: { generation: number }[] = [];
  for (let generation = 1; generation <= 1000; generation++) {
    kept.push({ generation });
    const drop = momentToDrop(kept);
    if (drop !== null) kept.splice(drop, 1);
    expect(kept.length).toBeLessThanOrEqual(mostMoments);
  }
  expect(kept).toHaveLength(mostMoments);
  expect(kept[0]).toEqual({ generation: 1 });
  expect(kept.at(-1)).toEqual({ generation: 1000 });
  const gaps = kept.slice(1).map(({ generation }, at) => generation - (kept[at]?.generation ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(100);
});

test('bests before a change of rules are not compared with those after it', () => {
  const points = [
    point(1, [rule('gaps', 30)]),
    point(2, [rule('gaps', 90)], { marks: ['steered'] }),
    point(3, [rule('gaps', 60), rule('clash', 2, true)]),
    point(4, [rule('gaps', 60), rule('clash', 2, true)]),
  ];
  expect(comparedBests(points).map(({ byKind }) => byKind)).toEqual([{ gaps: 90 }, { gaps: 60, 'clash!': 2 }]);
});

test('a thinned list keeps its ends and its order', () => {
  const items = Array.from({ length: 500 }, (_, at) => at);
  const few = thinned(items, 40);
  expect(few).toHaveLength(40);
  expect([few[0], few.at(-1)]).toEqual([0, 499]);
  expect(few).toEqual(few.toSorted((a, b) => a - b));
  expect(thinned(items, 500)).toBe(items);
});

test('the table of a run has a row for each point and both numbers of every rule, safe for spreadsheets', () => {
  const table = seriesTable([point(1, [rule('gaps', 30)]), point(2, [rule('gaps', 10)], { marks: ['migration'] })], {
    column: (key) => key,
    island: (index) => `Island ${index + 1}`,
    nameOf: () => '=HYPERLINK("x")',
  });
  const csv = chartCsv({ title: '', xLabel: '', x: [], series: [], logarithmic: false, table });
  const [head = [], first = [], second = []] = readCsv(csv);
  expect(head.filter((name) => name.startsWith('='))).toEqual([]);
  expect(head.at(-1)).toBe(`'=HYPERLINK("x"): cost`);
  expect([first.at(-1), second.at(-1)]).toEqual(['30', '10']);
  expect(second[head.indexOf('marks')]).toBe('migration');
  expect(head.length).toBe(first.length);
});

test('a chart of layers is saved with what each layer has, and drawn as areas with its marks', () => {
  const content = {
    title: 'Layers',
    xLabel: 's',
    x: [0, 1],
    logarithmic: false,
    marks: [{ at: 1, sign: '◆', label: 'changed' }],
    series: [
      { label: 'a', colour: '#111', width: 1, stepped: false, dots: false, y: [1, 2], below: [0, 0], own: [1, 2] },
      { label: 'b', colour: '#222', width: 1, stepped: false, dots: false, y: [4, 6], below: [1, 2], own: [3, 4] },
    ],
  };
  expect(chartTable(content).rows).toEqual([
    [0, 1, 3],
    [1, 2, 4],
  ]);
  const svg = chartSvg(content, { paper: '#fff', text: '#000', muted: '#666', line: '#ddd' });
  expect(svg.match(/Z"/g)).toHaveLength(2);
  expect(svg).toContain('◆');
});

test('an archive of charts is read back by a program for archives', async () => {
  const { unzipSync, strFromU8 } = await import('fflate');
  const encoder = new TextEncoder();
  const files = unzipSync(
    storedZip([
      { name: 'series.csv', bytes: encoder.encode('a,b\r\n1,2\r\n') },
      { name: '01 Härte.svg', bytes: encoder.encode('<svg/>') },
    ]),
  );
  expect(Object.keys(files)).toEqual(['series.csv', '01 Härte.svg']);
  expect(strFromU8(files['series.csv'] ?? new Uint8Array())).toBe('a,b\r\n1,2\r\n');
});
