import { useLocation, useNavigate } from '@solidjs/router';
import { createEffect, onCleanup } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { useText } from '../../text/text.tsx';
import { isTyping } from '../frame/command-state.ts';
import { isSheetFile } from '../sheets/inbox.ts';
import { isBackupFile } from '../trust/backup-desk.ts';

/**
 * Takes files, wherever they are dropped, pasted or handed over, to the page that is about them. What is returned takes those
 * that somebody drops or chooses.
 */
export function createReceiving(): (files: readonly File[]) => Promise<void> {
  const { importer, sheets, backup, arrivals } = useAppState();
  const text = useText();
  const navigate = useNavigate();
  const location = useLocation();
  /** Sheets go into the project that is open; without one it is asked where. */
  const showSheets = () => {
    // what was left lying about belongs to something else
    if (!location.pathname.endsWith('/import')) sheets.clear();
    const id = /^\/p\/([^/]+)/.exec(location.pathname)?.[1];
    navigate(id === undefined ? '/import' : `/p/${id}/import`);
  };
  const receive = async (files: readonly File[]) => {
    const saved = files.find(isBackupFile);
    if (saved !== undefined) return backup.open(saved);
    if (files.length > 0 && files.every(isSheetFile)) {
      showSheets();
      await sheets.addFiles(files);
      return;
    }
    const id = await importer.importFiles(files);
    // What a run of a file is to become is asked where somebody is.
    if (importer.openedRun() === null) navigate(id === null ? '/' : `/p/${id}/data`);
  };
  /** Cells that are pasted where nothing is being typed; tables take theirs themselves. */
  const onPaste = (event: ClipboardEvent) => {
    const isHere = /^\/$|\/data\/?$|\/import$/.test(location.pathname);
    if (event.defaultPrevented || !isHere || isTyping(event.target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (files.some(isSheetFile)) void receive(files);
    else if (pasted.includes('\t')) {
      showSheets();
      void sheets.addText(text('sheetsPasted'), pasted);
    }
  };
  document.addEventListener('paste', onPaste);
  onCleanup(() => document.removeEventListener('paste', onPaste));
  createEffect(() => {
    const files = arrivals.files();
    if (files === null) return;
    arrivals.take();
    void receive(files);
  });
  return receive;
}
