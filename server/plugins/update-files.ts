import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * The folder `npm run update:sign` fills, as it is. Nobody has to log in for it: the programs check the signature.
 * @param folder absolute path
 */
export async function addUpdateFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(files, {
    root: folder,
    prefix: '/updates/',
    index: false,
    // The pages have the one `sendFile` of the server.
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
  });
}
