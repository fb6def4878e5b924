import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The same two names as in tsconfig.base.json. Vite, Vitest and electron-vite all read them from here. */
export const aliases = {
  '@shared': fromRoot('shared'),
  '@renderer': fromRoot('renderer'),
};

/**
 * The renderer, built once for both editions: `base: './'` makes every address relative, so the same files
 * work under http://127.0.0.1, under a sub-path of the county server and under the desktop's app:// scheme.
 */
export default defineConfig({
  root: fromRoot('renderer'),
  base: './',
  resolve: { alias: aliases, dedupe: ['react', 'react-dom', 'dexie'] },
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fromRoot('dist/browser'),
    emptyOutDir: true,
    target: 'chrome109',
    chunkSizeWarningLimit: 1500,
  },
});
