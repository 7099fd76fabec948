import { onCleanup, onMount } from 'solid-js';

/** A `details` element that is a menu: a press outside and Escape close it. */
export interface Menu {
  readonly ref: (element: HTMLDetailsElement) => void;
  /** Closes it, and the focus returns to where it was opened. */
  close(): void;
  /** Closes it and leaves the focus where it is: something else has it, or will. */
  leave(): void;
}

export function createMenu(): Menu {
  let menu: HTMLDetailsElement | undefined;
  const close = (): void => {
    if (menu?.open !== true) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  const leave = (): void => {
    if (menu !== undefined) menu.open = false;
  };
  onMount(() => {
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && menu?.contains(event.target) !== true) leave();
    };
    document.addEventListener('pointerdown', closeOutside);
    onCleanup(() => document.removeEventListener('pointerdown', closeOutside));
  });
  return {
    ref(element) {
      menu = element;
      element.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !element.open) return;
        close();
        event.preventDefault();
      });
    },
    close,
    leave,
  };
}
