/** How long a login lasts: 30 days after its last use. */
const dayMs = 24 * 60 * 60 * 1000;
const sessionDays = 30;

export const sessionEnd = (now: string): string =>
  new Date(Date.parse(now) + sessionDays * dayMs).toISOString();

/** Moved at most once a day: a write for every request would cost more than it tells. */
export const isExtensionDue = (expiresAt: string, now: string): boolean =>
  Date.parse(expiresAt) - Date.parse(now) < (sessionDays - 1) * dayMs;

/** The county's list of devices shows minutes, so one write a minute is enough. */
export const isSightingDue = (lastSeenAt: string | null, now: string): boolean =>
  lastSeenAt === null || Math.abs(Date.parse(now) - Date.parse(lastSeenAt)) >= 60_000;
