import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import type { EncodedEvents } from './events.ts';
import type { IndexLists } from './lists.ts';
import type { EncodedPairs } from './pairs.ts';
import type { EncodedResources } from './resources.ts';

/** What the writers of records have before them: the problem, its tables, which are in the image by then, and the image. */
export interface Encoding {
  readonly problem: Problem;
  readonly image: ImageWriter;
  readonly lists: IndexLists;
  readonly events: EncodedEvents;
  readonly resources: EncodedResources;
  readonly pairs: EncodedPairs;
}

/** Bits of the terms that are in use, by hard rules and by soft ones. */
export interface TermsInUse {
  readonly hard: number;
  readonly soft: number;
}
