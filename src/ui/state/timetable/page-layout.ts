import { type Accessor, createMemo } from 'solid-js';
import { createMedia } from '../frame/theme.ts';

/** What the page of the timetable has room for. */
export interface PageLayout {
  /** Two weeks beside each other. */
  readonly isWide: Accessor<boolean>;
  /** They are shown. */
  readonly isOfTwo: Accessor<boolean>;
  /** There is no room for the panel beside the grid: it covers the lower part as long as it has something to say. */
  readonly isPanelBelow: Accessor<boolean>;
}

export function createPageLayout(selection: { readonly hasSecond: Accessor<boolean> }): PageLayout {
  const isWide = createMedia('screen and (min-width: 1100px)');
  const isTightForTwo = createMedia('screen and (max-width: 1239.98px)');
  const isTight = createMedia('screen and (max-width: 960px)');
  const isOfTwo = createMemo(() => selection.hasSecond() && isWide());
  return { isWide, isOfTwo, isPanelBelow: () => isTight() || (isOfTwo() && isTightForTwo()) };
}
