import { type Endpoint, type Remote, wrap } from 'comlink';

export type WorkerName = 'analysis' | 'editing' | 'explanation' | 'formats' | 'island';

/** Is shown every answer of a worker before its client; throws where it is not what the worker offers. */
export type AnswerCheck = (worker: WorkerName, method: string, answer: unknown) => void;

let check: AnswerCheck | null = null;

/** Called by tests, which know the shapes of all answers; the app believes what its own code has sent. */
export function checkAnswers(by: AnswerCheck | null): void {
  check = by;
}

/** The page's end of a worker. */
export function remoteOf<Api>(worker: WorkerName, endpoint: Endpoint): Remote<Api> {
  const remote = wrap<Api>(endpoint);
  const shown = check;
  if (shown === null) return remote;
  return new Proxy(remote, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof name !== 'string' || name === 'then' || typeof method !== 'function') return method;
      return async (...given: readonly unknown[]) => {
        const answer: unknown = await method(...given);
        shown(worker, name, answer);
        return answer;
      };
    },
  });
}
