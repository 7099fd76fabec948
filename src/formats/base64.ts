/** Three bytes become four characters: parts of whole threes can be written one after the other. */
const part = 3 * 8192;

/** Base64 (RFC 4648, section 4) of bytes, however many. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += part) {
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + part)));
  }
  return text;
}

/** Null for what is no base64. */
export function bytesOfBase64(text: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof text !== 'string' || !/^[A-Za-z\d+/]*={0,2}$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
