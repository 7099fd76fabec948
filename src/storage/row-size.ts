/** Bytes of a value as a browser stores it, about. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'number') return 5;
  if (typeof value !== 'object' || value === null) return 1;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength + 8;
  if (value instanceof Blob) return value.size;
  let sum = 4;
  if (Array.isArray(value)) {
    for (const item of value) sum += sizeOf(item);
    return sum;
  }
  for (const [name, field] of Object.entries(value)) sum += name.length + 2 + sizeOf(field);
  return sum;
}
