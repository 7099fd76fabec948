import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js';

/** The latest value of a fast source, at most once in so many milliseconds; the last one always arrives. */
export function createThrottled<Value>(source: Accessor<Value>, milliseconds: number): Accessor<Value> {
  const [value, setValue] = createSignal<Value>(untrack(source), { equals: false });
  let timer: ReturnType<typeof setTimeout> | undefined;
  // not the time of day, which may be set back by an hour
  let last = Number.NEGATIVE_INFINITY;
  const take = () => {
    timer = undefined;
    last = performance.now();
    setValue(() => untrack(source));
  };
  createEffect(
    on(
      source,
      () => {
        if (timer !== undefined) return;
        const wait = last + milliseconds - performance.now();
        if (wait <= 0) take();
        else timer = setTimeout(take, wait);
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return value;
}

/** True once the source has been true for so many milliseconds without a pause; false as soon as it is false. */
export function createLasting(source: Accessor<boolean>, milliseconds: number): Accessor<boolean> {
  const [lasts, setLasts] = createSignal(false);
  createEffect(() => {
    if (!source()) return;
    const timer = setTimeout(() => setLasts(true), milliseconds);
    onCleanup(() => {
      clearTimeout(timer);
      setLasts(false);
    });
  });
  return lasts;
}
