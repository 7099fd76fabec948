import { expect, test } from 'vitest';
import { type ChartContent, chartCsv, chartSvg } from '../../src/ui/state/charts/chart-files.ts';
import { readCsv } from '../formats/support/csv.ts';

const ink = { paper: '#fff', text: '#000', muted: '#666', line: '#ddd' };
const series = { colour: '#123456', width: 2, stepped: false, dots: false } as const;

function chart(more: Partial<ChartContent> = {}): ChartContent {
  return {
    title: 'Soft <cost> & "more"',
    xLabel: 'Seconds',
    x: [0, 1, 2.5],
    series: [
      { ...series, label: 'Best, of all', y: [1000, 40, 0] },
      { ...series, label: 'Worst', y: [2000, null, 10] },
    ],
    logarithmic: true,
    ...more,
  };
}

test('the numbers of a chart are those that are drawn, a gap staying a gap', () => {
  expect(readCsv(chartCsv(chart()))).toEqual([
    ['Seconds', 'Best, of all', 'Worst'],
    ['0', '1000', '2000'],
    ['1', '40', ''],
    ['2.5', '0', '10'],
  ]);
});

test('the picture of a chart has every series inside of its axes, and every name as text', () => {
  for (const logarithmic of [true, false]) {
    const svg = chartSvg(chart({ logarithmic }), ink);
    expect(svg).toContain('Soft &lt;cost&gt; &amp; &quot;more&quot;');
    const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path = '']) => path);
    expect(paths).toHaveLength(2);
    const places = paths.flatMap((path) => [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)]);
    expect(places).toHaveLength(5);
    for (const [, x, y] of places) {
      expect(Number(x)).toBeGreaterThanOrEqual(62);
      expect(Number(x)).toBeLessThanOrEqual(740);
      expect(Number(y)).toBeGreaterThanOrEqual(76);
      expect(Number(y)).toBeLessThanOrEqual(276);
    }
  }
});

test('a chart without any value yet is a picture all the same', () => {
  const svg = chartSvg(chart({ x: [], series: [{ ...series, label: 'Best', y: [] }] }), ink);
  expect(svg).not.toMatch(/NaN|Infinity/);
});
