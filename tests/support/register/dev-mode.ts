/**
 * RxDB's dev mode: checks every schema and freezes every document, so a store that mutates what it read fails.
 * Many times slower, hence not for tests with thousands of documents.
 */
import { addRxPlugin } from 'rxdb';
import { disableWarnings, RxDBDevModePlugin } from 'rxdb/plugins/dev-mode';

disableWarnings();
addRxPlugin(RxDBDevModePlugin);
