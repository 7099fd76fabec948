/** Remainders of each byte for CRC-32 (ISO 3309, as in gzip). */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ ((remainder & 1) === 1 ? 0xedb8_8320 : 0);
  return remainder;
});

/** Finds damage, not malice: `crc32:` and eight hexadecimal digits. */
export function checksumOf(bytes: Uint8Array): string {
  let crc = 0xffff_ffff;
  for (let at = 0; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ (remainders[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return `crc32:${((crc ^ 0xffff_ffff) >>> 0).toString(16).padStart(8, '0')}`;
}
