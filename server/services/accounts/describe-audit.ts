import type { AuditEntryMessage, auditQuery } from '@shared/sync/account-messages';
import type { z } from 'zod';
import { listAudit } from '../../repositories/accounts/audit-repository';
import type { Caller } from '../caller';
import type { Environment } from '../environment';

/** Newest first, one page. */
export async function describeAudit(
  { database }: Environment,
  { countyId }: Caller,
  { before, limit }: z.output<typeof auditQuery>,
): Promise<AuditEntryMessage[]> {
  return [...(await listAudit(database, countyId, before ?? null, limit))];
}
