// npm start: from a fresh clone to the ledger on the screen.
//   --no-open     do not open a browser
//   --browser     the browser edition, even where the desktop runtime is installed
//   --port N      this port or none
import { requireNode } from './bootstrap/node-version.mjs';

requireNode();

// Imported late: an old Node must reach the sentence above before it meets newer syntax.
const { start } = await import('./serve/start-ledger.mjs');
await start(process.argv.slice(2));
