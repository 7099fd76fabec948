import { createSignal } from 'solid-js';
import { listed, type Wording } from '../../../domain/wording/wording.ts';
import type { HandoutTexts } from '../../../handout/handout-texts.ts';

/**
 * What is said line by line of files of other programs: message and advice by the code of the diagnostic, `*.name` for codes
 * of that name of all formats.
 */
export type FileRemarks = Readonly<Record<string, readonly [message: string, advice?: string]>>;

/** What is said besides the interface in a language: sentences of the domain, handouts, and remarks on files. */
export interface Speech {
  readonly wording: Wording;
  readonly handout: HandoutTexts;
  /** A part of its own: only who opens files of other programs needs it. */
  readonly fetchFileRemarks: () => Promise<FileRemarks>;
}

const [speech, putSpeech] = createSignal<Speech | undefined>(undefined);
const [fileRemarks, putFileRemarks] = createSignal<FileRemarks | undefined>(undefined);

/** Undefined is English, which domain and handouts bring along; so it is below. Remarks on files follow when they are there. */
export async function setSpeech(next: Speech | undefined): Promise<void> {
  if (next === speech()) return;
  putSpeech(next);
  putFileRemarks(undefined);
  try {
    const remarks = await next?.fetchFileRemarks();
    if (speech() === next) putFileRemarks(() => remarks);
  } catch {
    // Where the part cannot be fetched, such remarks are English until the language is chosen again.
  }
}

/** How sentences of the domain are worded in the language that is shown. */
export const wording = () => speech()?.wording;

/** Names or parts beside each other, as a list is written in it: `a, b`, `a، b`. Empty ones are left out. */
export const listText = (items: readonly string[]) =>
  listed(
    items.filter((item) => item !== ''),
    wording(),
  );

/** What handouts say in it. */
export const spokenTexts = () => speech()?.handout;

/** What is said of files of other programs in it. */
export const spokenFileRemarks = () => fileRemarks();
