import { onCleanup, onMount } from 'solid-js';

/** A `details` element that is a menu: a press outside and Escape close it. */
export interface Menu {
  readonly ref: (element: HTMLDetailsElement) => void;
  close(): void;
}

export function createMenu(): Menu {
  let menu: HTMLDetailsElement | undefined;
  const close = (): void => {
    if (menu?.open !== true) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  onMount(() => {
    const closeOutside = (event: Event) => {
      if (menu !== undefined && !menu.contains(event.target as Node)) menu.open = false;
    };
    document.addEventListener('pointerdown', closeOutside);
    onCleanup(() => document.removeEventListener('pointerdown', closeOutside));
  });
  return {
    ref(element) {
      menu = element;
      element.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') close();
      });
    },
    close,
  };
}
