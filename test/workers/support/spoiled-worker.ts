import { Random } from '../../../src/domain/random.ts';
import { serve } from '../../../src/workers/serve.ts';
import { changedValue } from '../../support/changed-values.ts';

/** Says which answers are spoiled, counted from 0, and how. */
export interface Spoiling {
  readonly at: number;
  readonly seed: number;
}

/** What is no message at all; whoever hears it waits on. */
const noise: readonly unknown[] = [null, undefined, '', 'x', 7, [], {}, { id: 'nobody' }, { id: 7, type: 'RAW' }];

/** A worker on this thread that serves the interface, and of whose answers one is not what it promised. */
export class SpoiledWorker extends EventTarget {
  readonly #channel = new MessageChannel();
  readonly #spoiling: Spoiling | null;
  #answers = 0;
  isTerminated = false;

  constructor(api: object, spoiling: Spoiling | null) {
    super();
    this.#spoiling = spoiling;
    const { port1, port2 } = this.#channel;
    serve(api, port2);
    port1.onmessage = ({ data }) => this.#pass(data);
  }

  /** Whether the answer that was to be spoiled has been given. */
  get isSpoiled(): boolean {
    return this.#spoiling !== null && this.#answers > this.#spoiling.at;
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.isTerminated = true;
    this.#channel.port1.close();
    this.#channel.port2.close();
  }

  #pass(answer: object): void {
    const at = this.#answers++;
    if (this.#spoiling?.at === at) {
      const random = new Random(this.#spoiling.seed);
      this.#tell(noise[random.below(noise.length)]);
      this.#tell(spoiled(random, answer));
    } else this.#tell(answer);
  }

  #tell(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** Another value, or a message that says of itself what it is not. It answers the same question still. */
function spoiled(random: Random, answer: object): object {
  if (random.chance(0.15)) return { ...answer, type: random.pick(['HANDLER', 'RAW', 'GET', '', null, 7]) };
  if (random.chance(0.1)) return { ...answer, type: 'HANDLER', name: random.pick(['throw', 'proxy', 'x', null]) };
  return { ...answer, value: changedValue(random, 'value' in answer ? answer.value : undefined) };
}
