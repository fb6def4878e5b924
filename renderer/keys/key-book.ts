/** The keyring as it is changed: pure, apart from the derivations. Each function returns the next keyring. */
import { keyProblems } from '@shared/problems/key-problems';
import type { Problem } from '@shared/problems/problem';
import { countyFactsOf } from './county-help';
import type { KeyFacts, UserName } from './key-state';
import { type Cost, type Keyring, type LocalUser, type Opened, usualIdleMinutes } from './keyring';
import { drawCode } from './recovery-code';
import type { Bytes } from './sealer';
import { unwrapByCode, unwrapByPassword, wrapByCode, wrapByPassword } from './wrap-key';

export const passwordMinLength = 8;

/** Tries that cost nothing; from then on each wrong one doubles the wait. */
const freeTries = 3;
const firstWaitSeconds = 5;
const longestWaitSeconds = 300;

export const emptyKeyring = (keyId: string, madeAt: string): Keyring => ({
  version: 1,
  keyId,
  madeAt,
  guarded: null,
  users: [],
  recovery: null,
  county: null,
  idleMinutes: usualIdleMinutes,
  failures: { count: 0, waitUntil: null },
  lastUserId: null,
});

const nameOf = ({ id, name }: LocalUser): UserName => ({ id, name });

export const factsOf = (ring: Keyring): KeyFacts => ({
  users: ring.users.map(nameOf),
  guardedBy: ring.guarded?.by ?? null,
  sheetMadeAt: ring.recovery?.madeAt ?? null,
  idleMinutes: ring.idleMinutes,
  lastUserId: ring.lastUserId,
  waitUntil: ring.failures.waitUntil,
  county: countyFactsOf(ring),
});

/** Binds a wrap to its key and owner: it cannot be handed to another user's name. */
const aboutUser = ({ keyId }: Keyring, userId: string) => `${keyId}/user/${userId}`;
const aboutRecovery = ({ keyId }: Keyring) => `${keyId}/recovery`;

/** What is wrong with a name and a password for somebody new; null = fine. */
export function newUserProblem(ring: Keyring, name: string, password: string): Problem | null {
  if (name.trim() === '') return keyProblems.nameMissing({});
  if (ring.users.some((user) => user.name === name.trim()))
    return keyProblems.nameTaken({ name: name.trim() });
  return newPasswordProblem(password);
}

export const newPasswordProblem = (password: string): Problem | null =>
  password.length < passwordMinLength ? keyProblems.passwordShort({ minLength: passwordMinLength }) : null;

/** Somebody new; the computer stops guarding the key, or a password would only be for show. */
export async function withUser(
  { ring, key }: Opened,
  who: UserName,
  password: string,
  cost: Cost,
): Promise<Keyring> {
  const { id } = who;
  const wrap = await wrapByPassword(key, password, aboutUser(ring, id), cost);
  const user: LocalUser = { id, name: who.name.trim(), wrap };
  return { ...ring, guarded: null, users: [...ring.users, user], lastUserId: ring.lastUserId ?? id };
}

export async function withPassword(
  { ring, key }: Opened,
  userId: string,
  password: string,
  cost: Cost,
): Promise<Keyring> {
  const wrap = await wrapByPassword(key, password, aboutUser(ring, userId), cost);
  return { ...ring, users: ring.users.map((user) => (user.id === userId ? { ...user, wrap } : user)) };
}

/** The password of somebody who is known, or of somebody new. */
export const withWho = (
  opened: Opened,
  userId: string,
  who: { readonly userId: string } | { readonly name: string },
  password: string,
  cost: Cost,
): Promise<Keyring> =>
  'name' in who
    ? withUser(opened, { id: userId, name: who.name }, password, cost)
    : withPassword(opened, userId, password, cost);

export const withoutUser = (ring: Keyring, userId: string): Keyring => ({
  ...ring,
  users: ring.users.filter(({ id }) => id !== userId),
  lastUserId: ring.lastUserId === userId ? null : ring.lastUserId,
});

/** @returns also the code to print; the sheet before it opens nothing any more */
export async function withNewSheet({ ring, key }: Opened, madeAt: string) {
  const { code, text } = drawCode();
  const recovery = await wrapByCode(key, code, aboutRecovery(ring), madeAt);
  return { ring: { ...ring, recovery }, sheet: text };
}

/** null = not her password, or nobody of this id. */
export async function keyByPassword(ring: Keyring, userId: string, password: string): Promise<Bytes | null> {
  const user = ring.users.find(({ id }) => id === userId);
  return user ? unwrapByPassword(user.wrap, password, aboutUser(ring, userId)) : null;
}

/** null = not the code of the valid sheet. */
export const keyByCode = async (ring: Keyring, code: Bytes): Promise<Bytes | null> =>
  ring.recovery && unwrapByCode(ring.recovery, code, aboutRecovery(ring));

/** One wrong try more, written down before it is made, so that ending the program gives none for free. */
export function withTry(ring: Keyring, nowMs: number): Keyring {
  const count = ring.failures.count + 1;
  const seconds = waitAfter(count);
  const waitUntil = seconds === 0 ? null : new Date(nowMs + seconds * 1000).toISOString();
  return { ...ring, failures: { count, waitUntil } };
}

export const withSuccess = (ring: Keyring, userId: string | null): Keyring => ({
  ...ring,
  failures: { count: 0, waitUntil: null },
  lastUserId: userId ?? ring.lastUserId,
});

const waitAfter = (count: number): number =>
  count < freeTries ? 0 : Math.min(firstWaitSeconds * 2 ** (count - freeTries), longestWaitSeconds);

/** Never longer than the count of tries asks for: a clock that was put back must not lock anybody out. */
export function secondsToWait({ failures: { count, waitUntil } }: Keyring, nowMs: number): number {
  if (waitUntil === null) return 0;
  const left = Math.ceil((Date.parse(waitUntil) - nowMs) / 1000);
  return Math.max(0, Math.min(left, waitAfter(count)));
}
