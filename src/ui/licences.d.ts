/** Made by the build of what is installed (`hosting/licences.ts`). */
declare module 'virtual:licences' {
  export const licences: readonly {
    readonly name: string;
    readonly version: string;
    /** SPDX identifier. */
    readonly licence: string;
    readonly part: 'app' | 'tool';
    readonly text: string;
  }[];
}
