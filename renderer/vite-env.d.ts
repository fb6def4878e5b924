/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Version in package.json, written in by vite.config.ts. */
  readonly VITE_APP_VERSION: string;
}
