import { createSignal, type JSX } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { EpochPoint } from '../../../engine/run-contract/run-events.ts';
import { useAppState } from '../../app-state.tsx';
import { type ChartContent, chartCsv, chartSvg } from '../../state/charts/chart-files.ts';
import { pngOf } from '../../state/charts/picture.ts';
import { download, fileNameOf } from '../../state/files/files.ts';
import { seriesTable } from '../../state/watch/series-table.ts';
import { storedZip, type ZipEntry } from '../../state/watch/stored-zip.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { inkOfPage } from '../charts/chart-files.tsx';
import { createRuleName } from '../rules/rule-name.ts';

/** Everything that is drawn of a run in one file each: the numbers of all points, and all pictures. */
export function AllCharts(props: {
  readonly problem: Problem;
  readonly series: () => readonly EpochPoint[];
  readonly book: ReadonlySet<() => ChartContent>;
}): JSX.Element {
  const text = useText();
  const { notices } = useAppState();
  const name = createRuleName(() => props.problem);
  const [busy, setBusy] = createSignal(false);
  const encoder = new TextEncoder();
  const fileName = (extension: string) => fileNameOf(`${props.problem.name} – ${text('watchFileName')}`, extension);
  const csv = () => {
    const table = seriesTable(props.series(), {
      nameOf: (kind, hard) => `${name(kind)}${hard ? ` (${text('problemsHard')})` : ''}`,
      island: (index) => text('islandName', { index: index + 1 }),
      column: (key) => text(`watchColumn_${key}`),
    });
    return encoder.encode(`\ufeff${chartCsv({ title: '', xLabel: '', x: [], series: [], logarithmic: false, table })}`);
  };

  async function saveAll() {
    setBusy(true);
    const entries: ZipEntry[] = [{ name: 'series.csv', bytes: csv() }];
    for (const [at, content] of [...props.book].entries()) {
      const shown = content();
      const svg = encoder.encode(chartSvg(shown, inkOfPage()));
      const stem = `${String(at + 1).padStart(2, '0')} ${fileNameOf(shown.title, '')}`.replace(/\.$/, '');
      const png = await pngOf(svg);
      entries.push({ name: `${stem}.svg`, bytes: svg });
      if (png !== null) entries.push({ name: `${stem}.png`, bytes: png });
      else notices.complain(text('exportFailed'));
    }
    download(fileName('zip'), storedZip(entries), 'application/zip');
    setBusy(false);
  }

  return (
    <p class="all-charts">
      <button
        type="button"
        disabled={props.series().length === 0}
        onClick={() => download(fileName('csv'), csv(), 'text/csv')}
      >
        <Icon name="download" />
        {text('watchSaveSeries')}
      </button>
      <button type="button" disabled={busy() || props.series().length === 0} onClick={() => void saveAll()}>
        <Icon name="download" />
        {text('watchSaveAll')}
      </button>
    </p>
  );
}
