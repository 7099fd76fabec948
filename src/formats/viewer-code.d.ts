/** Made by the build from `src/viewer` (`viewer-code.ts` at the root). */
declare module 'virtual:viewer-code' {
  export const script: string;
  export const style: string;
  /** `sha256-…`, as content security policies have it. */
  export const scriptHash: string;
  export const styleHash: string;
}
