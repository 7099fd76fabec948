interface ImportMetaEnv {
  /** Version of the package, set by `vite.config.ts`. */
  readonly VITE_APP_VERSION: string;
}
