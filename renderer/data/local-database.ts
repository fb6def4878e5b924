/** Where the register of this computer is kept: one per browser profile. */
import { diskStorage } from './storage/open-database';

export const localDatabase = { name: 'two-new-ledger', storage: diskStorage() };
