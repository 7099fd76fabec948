import { type Accessor, createSignal } from 'solid-js';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import type { Notices } from '../frame/notices.ts';
import type { RunController } from '../runs/run.ts';

/** What comes from outside, whatever page is shown: files that another app hands over, new versions of the app. */
export interface Arrivals {
  /** Files that nobody has taken yet; null when there are none. */
  readonly files: Accessor<readonly File[] | null>;
  /** Whoever reads them says so. */
  take(): void;
  /** True once a new version waits to be taken: what is fetched of this one would only keep it from beginning. */
  readonly isNewWaiting: Accessor<boolean>;
  /** Begins to listen; called once. */
  listen(): void;
}

/** A notice of a new version stays until somebody has an answer to it. */
const noticeSeconds = 86_400;

export function createArrivals({ updates }: Services, run: RunController, notices: Notices, text: Translate): Arrivals {
  const [files, setFiles] = createSignal<readonly File[] | null>(null);
  const [isNewWaiting, setNewWaiting] = createSignal(false);

  function offer(apply: () => void): void {
    setNewWaiting(true);
    // A run that is on is not broken off: the new version is taken once it has ended, and none begins until then.
    const take = () => {
      if (run.busy()) notices.tell(text('updateAfterRun'));
      run.whenIdle(apply);
    };
    const action = { label: text('updateApply'), run: take };
    notices.show({ kind: 'info', text: text('updateReady'), action }, noticeSeconds);
  }

  return {
    files,
    take: () => void setFiles(null),
    isNewWaiting,
    listen() {
      updates.onFiles(setFiles);
      updates.onUpdate(offer);
    },
  };
}
