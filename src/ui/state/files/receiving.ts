import { useLocation, useNavigate } from '@solidjs/router';
import { createEffect, onCleanup } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { useText } from '../../text/text.tsx';
import { isTyping } from '../frame/command-state.ts';
import { isSheetFile } from '../sheets/inbox.ts';
import { isBackupFile } from '../trust/backup-desk.ts';

/** Leads to where sheets are looked at: in the project that is open; without one it is asked where they belong. */
function useSheetsPage(): () => void {
  const { sheets } = useAppState();
  const navigate = useNavigate();
  const location = useLocation();
  return () => {
    // what was left lying about belongs to something else
    if (!location.pathname.endsWith('/import')) sheets.clear();
    const id = /^\/p\/([^/]+)/.exec(location.pathname)?.[1];
    navigate(id === undefined ? '/import' : `/p/${id}/import`);
  };
}

/** What takes files that somebody drops or chooses to the page that is about them; nowhere, where they cannot be read. */
export function useReceive(): (files: readonly File[]) => Promise<void> {
  const { importer, sheets, backup } = useAppState();
  const navigate = useNavigate();
  const location = useLocation();
  const showSheets = useSheetsPage();
  return async (files) => {
    for (const file of files) if (await isBackupFile(file)) return backup.open(file);
    if (files.length > 0 && files.every(isSheetFile)) {
      showSheets();
      return sheets.addFiles(files);
    }
    const id = await importer.importFiles(files);
    if (id !== null) navigate(`/p/${id}/data`);
    // There is nothing to wait for any more.
    else if (location.pathname === '/open') navigate('/');
  };
}

/** Takes the files that are pasted or handed over, whatever page is shown, and returns what takes those that are dropped. */
export function createReceiving(): (files: readonly File[]) => Promise<void> {
  const { sheets, arrivals } = useAppState();
  const text = useText();
  const location = useLocation();
  const showSheets = useSheetsPage();
  const receive = useReceive();
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
