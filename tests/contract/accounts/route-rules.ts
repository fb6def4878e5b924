/**
 * Who may call what, written down a second time: a route that is new, or whose rule changes, fails the test until
 * somebody has put it here on purpose.
 */
import type { Role } from '@shared/sync/access';

export interface RouteRule {
  /** null = no session is asked for. */
  readonly roles: readonly Role[] | null;
  /** Also for a device that is being drained (DEVICE-2). */
  readonly whileDraining?: true;
  /** Also with a password somebody else gave (ROLE-5). */
  readonly withGivenPassword?: true;
}

const everyone = { roles: ['clerk', 'lead', 'organizer', 'auditor', 'administrator'] } as const;
const everyoneAlways = { ...everyone, whileDraining: true } as const;
const ownAccount = { ...everyoneAlways, withGivenPassword: true } as const;
/** ROLE-4: administrators read nobody's records, and no figures that count them. */
const readers = { roles: ['clerk', 'lead', 'organizer', 'auditor'] } as const;
const keepers = { roles: ['administrator', 'organizer'] } as const;

export const routeRules: Readonly<Record<string, RouteRule>> = {
  'POST /api/v1/enrol': { roles: null },
  'POST /api/v1/session': { roles: null },
  'GET /api/v1/demo': { roles: null },
  'DELETE /api/v1/session': ownAccount,
  'GET /api/v1/me': everyoneAlways,
  'PUT /api/v1/devices/self': everyoneAlways,
  'POST /api/v1/devices/self/wiped': everyoneAlways,
  'POST /api/v1/push': everyoneAlways,
  'POST /api/v1/session/password': ownAccount,
  'GET /api/v1/changes': everyone,
  'GET /api/v1/agreement': everyone,
  'GET /api/v1/agreement/:collection': everyone,
  'POST /api/v1/documents/fetch': everyone,
  'GET /api/v1/documents/:collection/:id/history': everyone,
  'GET /api/v1/stream': everyone,
  'POST /api/v1/insights/sums': readers,
  'POST /api/v1/insights/units': readers,
  'POST /api/v1/insights/sites': readers,
  'POST /api/v1/insights/records': readers,
  'POST /api/v1/insights/flow': readers,
  'GET /api/v1/held': { roles: ['organizer'] },
  'POST /api/v1/held': { roles: ['organizer'] },
  'GET /api/v1/administration/users': keepers,
  'POST /api/v1/administration/users': keepers,
  'PATCH /api/v1/administration/users/:id': keepers,
  'GET /api/v1/administration/devices': keepers,
  'POST /api/v1/administration/devices/:id/revoke': keepers,
  'POST /api/v1/administration/unlock-requests': keepers,
  'POST /api/v1/administration/unlock-requests/answer': keepers,
  'GET /api/v1/administration/codes': keepers,
  'POST /api/v1/administration/codes': keepers,
  'POST /api/v1/administration/codes/:id/withdraw': keepers,
  'GET /api/v1/administration/org-units': keepers,
  'POST /api/v1/administration/org-units': keepers,
  'PATCH /api/v1/administration/org-units/:id': keepers,
  'GET /api/v1/administration/packages': keepers,
  'POST /api/v1/administration/packages/import': keepers,
  'GET /api/v1/administration/packages/:id/receipt': keepers,
  'POST /api/v1/administration/packages/seed': keepers,
  'GET /api/v1/administration/audit': { roles: ['administrator'] },
};
