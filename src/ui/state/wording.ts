import { createSignal } from 'solid-js';
import type { Wording } from '../../domain/wording/wording.ts';
import type { HandoutTexts } from '../../handout/handout-texts.ts';

/** What is said besides the interface in a language: sentences of the domain, and handouts. */
export interface Speech {
  readonly wording: Wording;
  readonly handout: HandoutTexts;
}

const [speech, setSpeech] = createSignal<Speech | undefined>(undefined);

/** Undefined is English, which domain and handouts bring along; so it is below. */
export { setSpeech };

/** How sentences of the domain are worded in the language that is shown. */
export const wording = () => speech()?.wording;

/** What handouts say in it. */
export const spokenTexts = () => speech()?.handout;
