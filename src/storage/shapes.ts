/**
 * Tiny checks of the shape of stored rows. A shape answers with the place of the first flaw, or null. What a value
 * means (references, ranges) is not checked here: `buildProblem` does that whenever a problem is used. Places are
 * spelled only once there is a flaw: a large project has tens of thousands of values, and the page waits for them.
 */
export type Shape = (value: unknown, place: string) => string | null;

const holds =
  (test: (value: unknown) => boolean): Shape =>
  (value, place) =>
    test(value) ? null : place;

export const text = holds((value) => typeof value === 'string');
export const flag = holds((value) => typeof value === 'boolean');
export const amount = holds((value) => typeof value === 'number' && Number.isFinite(value));
/** Number of a step of a log, 0 where there is none; greater ones cannot be part of a key (`stepId`). */
export const stepNumber = holds((value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 1e10);
export const integers = holds((value) => value instanceof Int32Array);
export const bytes = holds((value) => value instanceof Uint8Array);

export const oneOf = (values: readonly unknown[]): Shape => holds((value) => values.includes(value));

export const optional =
  (shape: Shape): Shape =>
  (value, place) =>
    value === undefined ? null : shape(value, place);

export const nullable =
  (shape: Shape): Shape =>
  (value, place) =>
    value === null ? null : shape(value, place);

export const listOf =
  (shape: Shape): Shape =>
  (value, place) => {
    if (!Array.isArray(value)) return place;
    for (let index = 0; index < value.length; index++) {
      if (shape(value[index], '') !== null) return shape(value[index], `${place}[${index}]`);
    }
    return null;
  };

export const record = (fields: Readonly<Record<string, Shape>>): Shape => {
  const entries = Object.entries(fields);
  return (value, place) => {
    if (!isObject(value)) return place;
    for (const [name, shape] of entries) {
      const field = Object.hasOwn(value, name) ? value[name] : undefined;
      if (shape(field, '') !== null) return shape(field, place === '' ? name : `${place}.${name}`);
    }
    return null;
  };
};

export const anyRecord = holds(isObject);

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
