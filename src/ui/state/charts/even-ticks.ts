/** Round numbers from `low` to `high`, about so many steps between them. */
export function evenTicks(low: number, high: number, steps: number): readonly number[] {
  const rough = (high - low) / steps;
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
