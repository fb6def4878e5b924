import type { Queryable } from '@server/db/database';
import { verifyCounty } from '@server/services/verify/verify-county';

export interface LogReport {
  /** Chains, records and log agree. */
  readonly isIntact: boolean;
  /** Rows of the log that were looked at and fit. */
  readonly checkedCount: number;
  /** What does not fit, in sentences. */
  readonly texts: readonly string[];
}

/** HIST-2 as the administrator's command checks it. */
export async function checkLog(on: Queryable, countyId: string): Promise<LogReport> {
  const { chains, problems } = await verifyCounty(on, countyId);
  return {
    isIntact: problems.length === 0,
    checkedCount: chains.reduce((sum, { intactCount }) => sum + intactCount, 0),
    texts: problems.map(({ text }) => text),
  };
}
