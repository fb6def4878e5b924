import { app } from 'electron';
import { handle } from './handle';

/** One line per channel of shared/ipc/channels.ts. */
export function setupIpc(): void {
  handle('app:describe', () => ({
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
  }));
}
