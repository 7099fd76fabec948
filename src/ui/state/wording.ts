import { createSignal } from 'solid-js';
import type { Wording } from '../../domain/wording/wording.ts';

const [wording, setWording] = createSignal<Wording | undefined>(undefined);

/** How sentences of the domain are worded in the language that is shown; undefined is English, which the domain brings along. */
export { setWording, wording };
