import { type Accessor, createSignal } from 'solid-js';

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

export interface Notices {
  readonly list: Accessor<readonly Notice[]>;
  /** Returns the id for `dismiss`. */
  show(notice: Omit<Notice, 'id'>, seconds?: number): number;
  dismiss(id: number): void;
}

const standardSeconds = 8;

/** Short messages that go away by themselves; errors stay until dismissed. */
export function createNotices(): Notices {
  const [list, setList] = createSignal<readonly Notice[]>([]);
  let nextId = 1;
  const dismiss = (id: number) => setList((all) => all.filter((notice) => notice.id !== id));
  // Apart, so that the timer of a notice that is gone does not keep what its action was about.
  const dismissLater = (id: number, seconds: number) => setTimeout(() => dismiss(id), seconds * 1000);
  return {
    list,
    show(notice, seconds = standardSeconds) {
      const id = nextId++;
      setList((all) => [...all, { ...notice, id }]);
      if (notice.kind === 'info') dismissLater(id, seconds);
      return id;
    },
    dismiss: (id) => void dismiss(id),
  };
}
