import { accountProblems } from '@shared/problems/account-problems';
import { findDevice } from '../../repositories/accounts/device-repository';
import { countAttempt, type UserRow } from '../../repositories/accounts/user-repository';
import { audit } from '../accounts/audit';
import { normalizeUserName } from '../accounts/user-name';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { isPasswordRight } from './passwords';
import type { UnknownNames } from './unknown-names';

const failuresAllowed = 5;
const lockMs = 15 * 60_000;

export interface PasswordTry {
  readonly countyId: string;
  /** Where it is tried. */
  readonly deviceId: string;
  /** As it was typed. */
  readonly userName: string;
  readonly password: string;
}

/**
 * The person whose password this is. Five failures on a computer where she has logged in before lock her out of that
 * one for a while, five on all others together of those: who knows her name cannot keep her from her work. Who asks about a
 * name nobody has is answered and kept waiting all the same. Whoever succeeds resets the count (`forgetFailures`, or a new
 * password).
 * @throws Refusal `wrongLogin`, `lockedOut`
 */
export async function checkPassword(
  environment: Environment,
  unknownNames: UnknownNames,
  { countyId, deviceId, userName: typedName, password }: PasswordTry,
): Promise<UserRow> {
  const userName = normalizeUserName(typedName);
  const now = environment.now();
  const nowMs = Date.parse(now);
  const lockUntil = new Date(nowMs + lockMs).toISOString();
  const rule = { now, failuresAllowed, lockUntil };
  const attempt = await countAttempt(environment.database, { countyId, deviceId }, userName, rule);
  if (attempt.kind === 'locked') throw lockedOut(Date.parse(attempt.until), nowMs);
  if (attempt.kind === 'unknown') {
    const lock = unknownNames.count(`${countyId} ${userName}`, nowMs, failuresAllowed, lockMs);
    if (lock !== null && !lock.isNew) throw lockedOut(lock.untilMs, nowMs);
    await isPasswordRight(null, password);
    throw lock === null ? new Refusal(accountProblems.wrongLogin({})) : lockedOut(lock.untilMs, nowMs);
  }
  const { user, isLast } = attempt;
  if ((await isPasswordRight(user.passwordHash, password)) && user.isActive) return user;
  if (!isLast) throw new Refusal(accountProblems.wrongLogin({}));
  const device = await findDevice(environment.database, countyId, deviceId);
  const act = { countyId, userId: null, action: 'lockOut', subject: user.userName } as const;
  await audit(environment.database, environment, { ...act, detail: device?.name ?? deviceId });
  throw lockedOut(nowMs + lockMs, nowMs);
}

function lockedOut(untilMs: number, nowMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil((untilMs - nowMs) / 1000));
  return new Refusal(accountProblems.lockedOut({ minutes: Math.ceil(seconds / 60) }), seconds);
}
