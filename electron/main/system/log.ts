import { join } from 'node:path';
import { app } from 'electron';
import logger from 'electron-log/node';

/** Log of this computer: what the program did, never whom it was about. */
export const log = logger.create({ logId: 'main' });

/** Rotates at 1 MB, one older file kept. */
export function setupLog(): void {
  log.transports.file.resolvePathFn = () => join(app.getPath('logs'), 'main.log');
  log.transports.file.maxSize = 2 ** 20;
  log.transports.file.level = 'info';
  log.transports.console.level = app.isPackaged ? false : 'info';
  app.on('child-process-gone', (_event, { type, reason }) =>
    log.error('a helper process ended', type, reason),
  );
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', reason));
}
