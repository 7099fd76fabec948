import { type Accessor, createSignal } from 'solid-js';

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

export interface Notices {
  readonly list: Accessor<readonly Notice[]>;
  /** Goes away by itself. */
  tell(text: string): void;
  /** Stays until it is dismissed. */
  complain(text: string): void;
  /** Says something, and for so long what can be done about it; the notice goes when that is done. */
  offer(text: string, label: string, act: () => unknown, seconds: number): void;
  /** Any other; returns the id for `dismiss`. */
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
  const show: Notices['show'] = (notice, seconds = standardSeconds) => {
    const id = nextId++;
    // What fails again and again is told once.
    const isOld = (other: Notice) => other.action === null && notice.action === null && other.text === notice.text;
    setList((all) => [...all.filter((other) => !isOld(other)), { ...notice, id }]);
    if (notice.kind === 'info') dismissLater(id, seconds);
    return id;
  };
  return {
    list,
    tell: (text) => void show({ kind: 'info', text, action: null }),
    complain: (text) => void show({ kind: 'error', text, action: null }),
    offer(text, label, act, seconds) {
      const run = () => {
        dismiss(id);
        void act();
      };
      const id = show({ kind: 'info', text, action: { label, run } }, seconds);
    },
    show,
    dismiss: (id) => void dismiss(id),
  };
}
