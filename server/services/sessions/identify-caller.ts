import { accountProblems } from '@shared/problems/account-problems';
import { noteSeen } from '../../repositories/accounts/device-repository';
import { extendSession, findSession, type SessionRow } from '../../repositories/accounts/session-repository';
import { describeCaller, placesApart } from '../accounts/describe-me';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { smallerPlace } from './scope';
import { digestOfSecret, isSameDigest } from './secrets';
import { isExtensionDue, isSightingDue, sessionEnd } from './session-life';

export interface IdentifiedCaller extends Caller {
  /** ROLE-5: she is still to replace the password somebody else gave her. */
  readonly mustChangePassword: boolean;
}

/**
 * Who stands behind a session token. Keeps the session alive and the device seen.
 * @throws Refusal `sessionExpired`; `deviceWiped` (DEVICE-3); `placesApart` when the places of person and device do not
 *   overlap any more
 */
export async function identifyCaller(environment: Environment, token: string): Promise<IdentifiedCaller> {
  const { database, now } = environment;
  const tokenDigest = digestOfSecret(token);
  const session = await findSession(database, tokenDigest);
  const at = now();
  if (session === null || !isSameDigest(session.tokenDigest, tokenDigest) || !isAlive(session, at)) {
    throw new Refusal(accountProblems.sessionExpired({}));
  }
  if (session.deviceState === 'wiped') throw new Refusal(accountProblems.deviceWiped({}));
  const scopeRootId = smallerPlace(session.userAncestors, session.deviceAncestors);
  if (scopeRootId === null) throw new Refusal(placesApart(await describeCaller(environment, session)));
  if (isExtensionDue(session.expiresAt, at)) await extendSession(database, session, sessionEnd(at));
  if (isSightingDue(session.lastSeenAt, at)) await noteSeen(database, session, session.userId, at);
  const { countyId, userId, name, role, mustChangePassword, deviceId, deviceState } = session;
  return { countyId, userId, name, role, mustChangePassword, deviceId, deviceState, scopeRootId };
}

const isAlive = ({ expiresAt, isActive }: SessionRow, at: string): boolean =>
  isActive && Date.parse(expiresAt) > Date.parse(at);
