import type { JSX } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { type ChartContent, type ChartInk, chartCsv, chartSvg } from '../../state/charts/chart-files.ts';
import { pngOf } from '../../state/charts/picture.ts';
import { download, fileNameOf } from '../../state/files/files.ts';
import { createMenu } from '../../state/frame/menu.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { colourOfPage } from './chart-options.ts';
import '../../styles/chart-files.css';

/** A chart as a picture, or the numbers behind it. */
export function ChartFiles(props: { readonly content: () => ChartContent }): JSX.Element {
  const text = useText();
  const { notices } = useAppState();
  const menu = createMenu();
  const encoder = new TextEncoder();

  const save = (extension: string, bytes: Uint8Array, mediaType: string) =>
    download(fileNameOf(props.content().title, extension), bytes, mediaType);
  const svg = () => encoder.encode(chartSvg(props.content(), inkOfPage()));

  async function savePng() {
    const picture = await pngOf(svg());
    if (picture === null) notices.complain(text('exportFailed'));
    else save('png', picture, 'image/png');
  }

  const run = (work: () => void) => {
    menu.close();
    work();
  };

  return (
    <details class="menu chart-files" ref={menu.ref}>
      <summary aria-label={`${text('chartSave')}: ${props.content().title}`} title={text('chartSave')}>
        <Icon name="download" />
      </summary>
      <div class="menu-items">
        <button type="button" onClick={() => run(() => void savePng())}>
          {text('chartPng')}
        </button>
        <button type="button" onClick={() => run(() => save('svg', svg(), 'image/svg+xml'))}>
          {text('chartSvg')}
        </button>
        <button
          type="button"
          onClick={() => run(() => save('csv', encoder.encode(`\ufeff${chartCsv(props.content())}`), 'text/csv'))}
        >
          {text('chartCsv')}
        </button>
      </div>
    </details>
  );
}

export function inkOfPage(): ChartInk {
  return {
    paper: colourOfPage('surface'),
    text: colourOfPage('ink'),
    muted: colourOfPage('muted'),
    line: colourOfPage('line'),
  };
}
