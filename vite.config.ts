import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The same names as in tsconfig.base.json. Vite, Vitest and electron-vite all read them from here. */
export const aliases = {
  '@shared': fromRoot('shared'),
  '@renderer': fromRoot('renderer'),
  '@server': fromRoot('server'),
};

const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string };

/**
 * The renderer, built once for both editions: `base: './'` makes every address relative, so the same files
 * work under http://127.0.0.1, under a sub-path of the county server and under the desktop's app:// scheme.
 */
export default defineConfig({
  root: fromRoot('renderer'),
  base: './',
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
  resolve: { alias: aliases, dedupe: ['react', 'react-dom', 'dexie'] },
  plugins: [react()],
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5173 },
  build: {
    outDir: fromRoot('out/renderer'),
    emptyOutDir: true,
    // Office PCs on UOS and Kylin run browsers several years behind.
    target: 'chrome109',
    minify: true,
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: fromRoot('renderer/index.html') },
  },
});
