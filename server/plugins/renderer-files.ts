import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** @param folder absolute path of the built browser edition */
export async function addRendererFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(files, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Vite puts a content hash into every name under assets/, so those never change.
      const isHashed = /[\\/]assets[\\/]/.test(path.slice(folder.length));
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
