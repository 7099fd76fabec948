import { type JSX, Show } from 'solid-js';

/** Outlines on a 16 × 16 grid. */
const paths = {
  alert: 'M8 2.2 14.6 13.6H1.4ZM8 6.4v3.4M8 11.6v.4',
  arrowLeft: 'M10 3 5 8l5 5',
  arrowRight: 'M6 3l5 5-5 5',
  check: 'M3 8.5 6.5 12 13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  data: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6',
  diamond: 'M8 2.5 13.5 8 8 13.5 2.5 8Z',
  download: 'M8 2.5v8M4.5 7 8 10.5 11.5 7M3 13.5h10',
  history: 'M2.5 8a5.5 5.5 0 1 0 1.8-4.1L2.5 5.5M2.5 2.5v3h3M8 5v3.2l2.2 1.3',
  grid: 'M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.9h11M6.2 2.5v11M9.9 2.5v11',
  insights: 'M2.5 13.5h11M4 11V8M7.5 11V3.5M11 11V6',
  flag: 'M4.5 14V2.5h7.5l-2 3 2 3H4.5',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  blocked: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M4.2 4.2l7.6 7.6',
  noRoom: 'M3.5 13.5v-11h9v11M3.5 13.5h9M2 2l12 12',
  pin: 'M5.5 2.5h5M6.5 2.5v4L4 9.5h8L9.5 6.5v-4M8 9.5V14',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M4.5 3v10l8-5Z',
  plus: 'M8 3v10M3 8h10',
  print: 'M4.5 6V2.5h7V6M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  projects: 'M2.5 12.5v-9H7l1.5 2h5v7z',
  rules: 'M2.5 4l1.2 1.2L6 3M2.5 9l1.2 1.2L6 8M8.5 4h5M8.5 9h5M2.5 13h11',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.4 10.4l3.1 3.1',
  redo: 'M13 5.5H6a3.5 3.5 0 0 0 0 7h3M10 2.5l3 3-3 3',
  share: 'M8 10V2.5M5 5.5l3-3 3 3M4.5 7.5h-1.5v6h10v-6h-1.5',
  settings: 'M2.5 4.5h6M11.5 4.5h2M10 3v3M2.5 11.5h2M7.5 11.5h6M6 10v3',
  swap: 'M2.5 5.5h10M10 3l2.5 2.5L10 8M13.5 10.5h-10M6 8l-2.5 2.5L6 13',
  stop: 'M4 4h8v8H4z',
  up: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  down: 'M8 3v10M3.5 8.5 8 13l4.5-4.5',
  undo: 'M3 5.5h7a3.5 3.5 0 0 1 0 7H7M6 2.5l-3 3 3 3',
  upload: 'M8 10.5v-8M4.5 6 8 2.5 11.5 6M3 13.5h10',
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside a text; with `label` it speaks for itself. */
export function Icon(props: { readonly name: IconName; readonly label?: string }): JSX.Element {
  return (
    <Show
      when={props.label}
      fallback={
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d={paths[props.name]} />
        </svg>
      }
    >
      {(label) => (
        <svg class="icon" viewBox="0 0 16 16" role="img" aria-label={label()}>
          <title>{label()}</title>
          <path d={paths[props.name]} />
        </svg>
      )}
    </Show>
  );
}

const namespace = 'http://www.w3.org/2000/svg';

/** The same as decoration, for what is written into many cells at once. */
export function iconElement(name: IconName): SVGElement {
  const icon = document.createElementNS(namespace, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  icon.append(path);
  return icon;
}
