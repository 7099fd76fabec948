/** Opens a dialog over everything; a press beside it closes it where the browser knows `closedby`, Escape everywhere. */
export function openModal(dialog: HTMLDialogElement | undefined): void {
  dialog?.setAttribute('closedby', 'any');
  dialog?.showModal();
}
