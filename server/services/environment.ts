/** What every service needs from outside; tests give their own clock and ids. */
import type { NewId, Now } from '@shared/lib/ids';
import type { Database } from '../db/database';

export interface Environment {
  readonly database: Database;
  readonly now: Now;
  readonly newId: NewId;
}
