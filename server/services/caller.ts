/** Who makes a request, as the session and the device say; every service that touches records asks for one. */
import type { Role } from '@shared/sync/access';

export interface Caller {
  readonly countyId: string;
  readonly userId: string;
  /** Name as people read it; written into histories as `sentBy`. */
  readonly name: string;
  readonly role: Role;
  readonly deviceId: string;
  readonly deviceState: 'active' | 'draining';
  /** Root of the subtree the caller may hold: the smaller of the user's and the device's place (SCOPE-1). */
  readonly scopeRootId: string;
}
