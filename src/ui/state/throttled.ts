import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js';

/** The latest value of a fast source, at most once in so many milliseconds; the last one always arrives. */
export function createThrottled<Value>(source: Accessor<Value>, milliseconds: number): Accessor<Value> {
  const [value, setValue] = createSignal<Value>(untrack(source), { equals: false });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const take = () => {
    timer = undefined;
    last = Date.now();
    setValue(() => untrack(source));
  };
  createEffect(
    on(
      source,
      () => {
        if (timer !== undefined) return;
        const wait = last + milliseconds - Date.now();
        if (wait <= 0) take();
        else timer = setTimeout(take, wait);
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return value;
}
