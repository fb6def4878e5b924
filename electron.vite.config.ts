import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';
import renderer, { aliases } from './vite.config.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds all three parts into out/. The renderer part is the browser edition as well. */
export default defineConfig({
  main: {
    resolve: { alias: aliases },
    build: {
      outDir: fromRoot('out/main'),
      rollupOptions: { input: fromRoot('electron/main/index.ts') },
    },
  },
  preload: {
    resolve: { alias: aliases },
    build: {
      outDir: fromRoot('out/preload'),
      rollupOptions: {
        input: fromRoot('electron/preload/index.ts'),
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer,
});
