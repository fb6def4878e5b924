/** The host process: `node --import tsx host.ts MAIN`, with HOST_PROFILE. Runs the built main process as Electron would. */
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

const main = process.argv[2];
if (main === undefined) throw new Error('which main process?');
// What Electron adds to its Node, as far as the ledger reads it.
Object.assign(process.versions, { electron: 'stand-in' });
register('./resolve-electron.mjs', import.meta.url);
await import(pathToFileURL(main).href);
