import type { AuditEntryMessage } from '@shared/sync/account-messages';
import type { Queryable } from '../../db/database';
import { insertAudit } from '../../repositories/accounts/audit-repository';
import type { Environment } from '../environment';

export interface Act {
  readonly countyId: string;
  /** null = nobody was logged in. */
  readonly userId: string | null;
  readonly action: AuditEntryMessage['action'];
  /** What it was done to, as people know it. */
  readonly subject: string;
  /** Never holds a secret. */
  readonly detail?: string;
}

/** Written in the same transaction as the act itself: neither is ever there alone. */
export const audit = (tx: Queryable, { now, newId }: Environment, act: Act): Promise<void> =>
  insertAudit(tx, { ...act, id: newId(), at: now(), detail: act.detail ?? null });
