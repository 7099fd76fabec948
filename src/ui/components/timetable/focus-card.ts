/** The focus goes to the cell in which a card lies: in the row with the focus, else in this grid, else in the other one. */
export function focusCard(event: number | null, grid: Element | undefined): void {
  if (event === null) return;
  const areas = [document.activeElement?.closest('tr'), grid, document];
  const card = areas
    .map((area) => area?.querySelector(`[data-cell] [data-event="${event}"]`))
    .find((found) => found != null);
  card?.closest<HTMLElement>('[data-cell]')?.focus();
}
