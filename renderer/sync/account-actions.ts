/** What people ask of sync beside the exchange itself: enrol, log in and out, answer a question, administer. */
import type { OpenedRegister } from '@renderer/data/open-register';
import { accountProblems } from '@shared/problems/account-problems';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import { createKeys, type FillRandom } from '@shared/sync/packages/keys';
import { type Clock, isoOf } from './clock';
import type { Access, CountyClient, Reply } from './county/county-client';
import { freshMemory, type WipeOptions, wipeRegister } from './device-end';
import { needsJoining, problemOfJoining } from './joining';
import { type PackageActions, packageMemoryOf } from './packages/package-memory';
import { settleOffice } from './settle-office';
import type { Asked, SyncActions } from './status/sync-status';
import { askedForPassword, type SyncMemory } from './sync-memory';

export interface AccountOptions extends WipeOptions {
  readonly client: CountyClient;
  readonly clock: Clock;
  readonly deviceName: string;
  /** Who unlocked the register; null where nobody has a password. */
  readonly localUserId: () => string | null;
  readonly fillRandom: FillRandom;
}

type AccountActions = Omit<
  SyncActions,
  'syncNow' | 'pause' | 'placeMatches' | 'confirmPlaces' | keyof PackageActions
>;

/** How long a person's wish to keep records the county does not have holds before she is asked again. */
const keptMs = 24 * 3_600_000;

export function createAccountActions(options: AccountOptions): AccountActions {
  const { client, memory, lists, clock } = options;
  return {
    enrol: (serverUrl, code) => enrol(options, serverUrl, code),
    login: (userName, password) => login(options, userName, password),
    async changePassword(oldPassword, newPassword) {
      const asked = await withSession(options, (access) =>
        client.changePassword(access, { oldPassword, newPassword }),
      );
      if (asked.ok)
        await memory.change(
          (now) => now && { ...now, me: now.me && { ...now.me, mustChangePassword: false } },
        );
      return asked.ok ? { ok: true } : asked;
    },
    async logout() {
      const now = memory.get();
      if (now === null || now.sessionToken === null) return;
      await memory.change((latest) => latest && { ...latest, sessionToken: null, me: null });
      // A session nobody uses any more ends by itself.
      await client.logout({ serverUrl: now.serverUrl, sessionToken: now.sessionToken });
    },
    async answerRemoval(answer) {
      const keptUntil = answer === 'keep' ? isoOf(clock.nowMs() + keptMs) : null;
      await lists.change((now) => ({
        ...now,
        removal: now.removal && { ...now.removal, answer, keptUntil },
      }));
    },
    ask: async <T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => {
      const asked = await withSession(options, (access) => client.ask(access, method, path, body));
      // The page that asks knows which answer this address gives; it is its own server's.
      return asked.ok ? { ok: true as const, value: asked.value as T } : asked;
    },
  };
}

async function enrol(options: AccountOptions, address: string, code: string): Promise<Asked> {
  const { register, client, memory, lists, deviceName } = options;
  const serverUrl = serverUrlOf(address);
  if (serverUrl === null) return refused(syncProblems.wrongAddress({}));
  const problem = problemOfJoining(register);
  if (problem) return refused(problem);
  const countyId = countyOf(register);
  const keys = createKeys(options.fillRandom);
  const request = { code, deviceName, countyId, keys: keys.public };
  const reply = await client.enrol({ serverUrl, sessionToken: null }, request);
  if (!reply.ok) return refused(reply.failure.problem);
  await lists.change(() => ({ unreadable: [], removal: null }));
  const packages = packageMemoryOf(reply.value, deviceName, keys);
  const fresh = { ...freshMemory(serverUrl, reply.value.deviceToken), packages };
  await memory.change((now) => enrolledAnew(now, fresh));
  return { ok: true };
}

/** The same register at the same county goes on where it was; names of epochs and scopes tell when that no longer fits. */
const enrolledAnew = (before: SyncMemory | null, fresh: SyncMemory): SyncMemory =>
  before === null ? fresh : { ...fresh, checkpoint: before.checkpoint, isJoined: before.isJoined };

/** Records of one county are no business of another: offered there, all of them would be refused. null = kept alone so far. */
export const countyOf = ({ table }: OpenedRegister): string | null =>
  table('orgUnits')
    .allIncludingDeleted()
    .find(({ level, seq }) => level === 'county' && seq !== null)?.id ?? null;

/** An address as people type it: without a trailing slash, https when they name neither. Null = no address. */
export function serverUrlOf(address: string): string | null {
  const typed = address
    .trim()
    .replace(/[。．]/g, '.')
    .replace(/：/g, ':');
  const whole = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(whole)) return null;
  const { protocol, hostname, origin, pathname, username, search, hash } = new URL(whole);
  const isPlain = username === '' && search === '' && hash === '' && hostname !== '';
  if ((protocol !== 'https:' && protocol !== 'http:') || !isPlain) return null;
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

async function login(options: AccountOptions, userName: string, password: string): Promise<Asked> {
  const { register, client, memory } = options;
  const now = memory.get();
  if (now === null || now.deviceToken === '') return refused(accountProblems.unknownDevice({}));
  const { serverUrl, deviceToken } = now;
  const reply = await client.login({ serverUrl, sessionToken: null }, { deviceToken, userName, password });
  if (!reply.ok) {
    const { code } = reply.failure.problem;
    if (code === 'account.deviceWiped') await wipeRegister(options);
    // Somebody stands here and wants in: only a new enrolment helps her.
    if (code === 'account.unknownDevice')
      await memory.change((latest) => latest && { ...latest, deviceToken: '' });
    return refused(reply.failure.problem);
  }
  const { sessionToken, me } = reply.value;
  const joining = needsJoining(options) ? { places: null } : null;
  await memory.change(
    (latest) =>
      latest && {
        ...latest,
        sessionToken,
        me,
        localUserId: options.localUserId(),
        joining: latest.joining ?? joining,
        standing:
          me.device.state === 'draining' && latest.standing === 'active' ? 'draining' : latest.standing,
      },
  );
  if (memory.get()?.joining === null) await settleOffice(register, me);
  return { ok: true };
}

/** Asks in the name of who is logged in; when the county no longer knows her, she is logged out here too. */
async function withSession<T>(
  { memory }: AccountOptions,
  ask: (access: Access) => Promise<Reply<T>>,
): Promise<{ ok: true; value: T } | { ok: false; problem: Problem }> {
  const now = memory.get();
  if (now === null || now.sessionToken === null) return refused(accountProblems.notLoggedIn({}));
  const { serverUrl, sessionToken } = now;
  const reply = await ask({ serverUrl, sessionToken });
  if (reply.ok) return reply;
  const { problem } = reply.failure;
  if (problem.code === 'account.sessionExpired' || problem.code === 'account.notLoggedIn')
    await memory.change((latest) =>
      latest?.sessionToken === sessionToken ? { ...latest, sessionToken: null, me: null } : latest,
    );
  if (problem.code === 'account.mustChangePassword')
    await memory.change((latest) => latest && askedForPassword(latest));
  return refused(problem);
}

const refused = (problem: Problem) => ({ ok: false as const, problem });
