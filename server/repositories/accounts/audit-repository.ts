/** Who did what to accounts, devices and places. Entries are only ever added. */
import type { AuditEntryMessage } from '@shared/sync/account-messages';
import type { Queryable, Row } from '../../db/database';

export interface AuditEntry {
  readonly countyId: string;
  readonly id: string;
  readonly at: string;
  /** null = somebody who was not logged in. */
  readonly userId: string | null;
  readonly action: AuditEntryMessage['action'];
  readonly subject: string;
  readonly detail: string | null;
}

export async function insertAudit(on: Queryable, entry: AuditEntry): Promise<void> {
  await on.query(
    `insert into audit_log (county_id, audit_id, at, user_id, action, subject, detail)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [entry.countyId, entry.id, entry.at, entry.userId, entry.action, entry.subject, entry.detail],
  );
}

/** Newest first. @param before id of the last entry of the page before; null = from the newest */
export async function listAudit(
  on: Queryable,
  countyId: string,
  before: string | null,
  limit: number,
): Promise<readonly AuditEntryMessage[]> {
  return on.query<AuditEntryMessage & Row>(
    `select a.audit_id as id, a.at, u.user_name as "userName", a.action, a.subject, a.detail
      from audit_log a left join users u on u.county_id = a.county_id and u.user_id = a.user_id
      where a.county_id = $1 and ($2::text is null or a.audit_id < $2)
      order by a.audit_id desc limit $3`,
    [countyId, before, limit],
  );
}
