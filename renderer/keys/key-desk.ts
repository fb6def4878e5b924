/**
 * Who may open the register: at the start, after a lock, and when passwords change. The data key is in memory in a form
 * that cannot be read back; whoever wants to wrap it anew has to give her password.
 */
import type { KeyStore } from '@renderer/platform/key-store';
import type { NewId } from '@shared/lib/ids';
import { keyProblems } from '@shared/problems/key-problems';
import type { Problem } from '@shared/problems/problem';
import { bareDesk } from './bare-desk';
import { keyByCounty, withAsked, withCounty, withDeposit, withHelp } from './county-help';
import { newDataKey, openDataKeys } from './data-keys';
import { done, refused, wrongCode, wrongPassword } from './key-answers';
import {
  emptyKeyring,
  factsOf,
  keyByCode,
  keyByPassword,
  newPasswordProblem,
  newUserProblem,
  withNewSheet,
  withoutUser,
  withPassword,
  withSuccess,
  withUser,
  withWho,
} from './key-book';
import type { CountyOfDevice, Done, DoneWithSheet, KeyDesk, KeyState } from './key-state';
import type { Cost, Keyring, Opened } from './keyring';
import { readCode } from './recovery-code';
import { RingFile } from './ring-file';
import type { Bytes } from './sealer';
import { usualCost } from './wrap-key';

export interface KeyDeskOptions {
  /** null: the page cannot encrypt. */
  readonly store: KeyStore | null;
  readonly nowMs: () => number;
  readonly newId: NewId;
  /** What a guess at a password costs; tests pay less. */
  readonly cost?: Cost;
}

export function createKeyDesk({ store, nowMs, newId, cost = usualCost }: KeyDeskOptions): KeyDesk {
  if (store === null) return bareDesk();
  const desk = new Desk(store, nowMs, newId, cost);
  store.hear((word) => {
    if (word === 'locked') desk.close();
    if (word === 'changed') void desk.lookAgain();
  });
  return desk;
}

class Desk implements KeyDesk {
  private state: KeyState = { status: 'starting' };
  private readonly listeners = new Set<() => void>();
  private readonly file: RingFile;

  constructor(
    private readonly store: KeyStore,
    private readonly nowMs: () => number,
    private readonly newId: NewId,
    private readonly cost: Cost,
  ) {
    this.file = new RingFile(store, nowMs, (ring) => {
      const { state } = this;
      if (state.status === 'open' || state.status === 'locked') this.show({ ...state, facts: factsOf(ring) });
    });
  }

  readonly get = (): KeyState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private starting: Promise<void> | null = null;

  readonly start = (): Promise<void> => {
    if (this.state.status !== 'starting' && this.state.status !== 'failed') return Promise.resolve();
    this.starting ??= this.store
      .exclusively(() => this.begin())
      .catch((error: unknown) => this.show({ status: 'failed', error, problem: null }))
      .finally(() => (this.starting = null));
    return this.starting;
  };

  readonly unlock = (userId: string, password: string): Promise<Done> =>
    this.file.inTurn(async (ring) => {
      const tried = await this.file.tryKey(
        ring,
        (now) => keyByPassword(now, userId, password),
        wrongPassword,
      );
      if ('problem' in tried) return refused(tried.problem);
      await this.enter(tried, userId);
      return done;
    });

  readonly recover: KeyDesk['recover'] = async (typedCode, who, password) => {
    const code = readCode(typedCode);
    if (code === null) return refused(keyProblems.mistypedCode({}));
    return this.file.inTurn(async (ring) => {
      const problem = 'name' in who ? newUserProblem(ring, who.name, password) : newPasswordProblem(password);
      if (problem) return refused(problem);
      let isHelped = false;
      const byCounty = async (now: Keyring) => {
        const key = await keyByCounty(now, code);
        isHelped = key !== null;
        return key;
      };
      const byEither = async (now: Keyring) => (await keyByCode(now, code)) ?? byCounty(now);
      const tried = await this.file.tryKey(ring, byEither, wrongCode);
      if ('problem' in tried) return refused(tried.problem);
      const { key } = tried;
      const opened = { key, ring: isHelped ? withHelp(tried.ring, this.instant()) : tried.ring };
      const userId = 'name' in who ? this.newId() : who.userId;
      await this.enter({ key, ring: await withWho(opened, userId, who, password, this.cost) }, userId);
      return done;
    });
  };

  readonly lock = (): Promise<void> => {
    if (this.state.status === 'open' && this.state.me !== null) this.store.tell('locked');
    this.close();
    return Promise.resolve();
  };

  /** As `lock`, without telling the other windows. */
  close(): void {
    if (this.state.status === 'open' && this.state.facts.users.length > 0)
      this.show({ status: 'locked', facts: this.state.facts });
  }

  readonly protect = (name: string, password: string): Promise<DoneWithSheet> =>
    this.store.exclusively(async () => {
      const known = await this.file.read();
      const ring = known ?? this.newRing();
      const problem = newUserProblem(ring, name, password);
      if (problem) return refused(problem);
      const key = known === null ? newDataKey() : await this.guardedKey(ring);
      if (key === null) return refused(keyProblems.guardLost({ by: ring.guarded?.by ?? '' }));
      return this.found({ ring, key }, name, password);
    });

  readonly startAnew: KeyDesk['startAnew'] = (erase, name, password) =>
    this.store.exclusively(async () => {
      const ring = this.newRing();
      const problem = newUserProblem(ring, name, password);
      if (problem) return refused(problem);
      // First: a new key beside an old register would only find damage.
      await erase();
      return this.found({ ring, key: newDataKey() }, name, password);
    });

  readonly addUser = (ownPassword: string, name: string, password: string): Promise<Done> =>
    this.withOwnKey(ownPassword, async (opened) => {
      const problem = newUserProblem(opened.ring, name, password);
      if (problem) return refused(problem);
      await this.file.save(await withUser(opened, { id: this.newId(), name }, password, this.cost));
      return done;
    });

  readonly removeUser = (userId: string): Promise<Done> =>
    this.file.inTurn(async (ring) => {
      if (this.myId() === userId) return refused(keyProblems.notYourself({}));
      await this.file.save(withoutUser(ring, userId));
      return done;
    });

  readonly changePassword = (ownPassword: string, next: string): Promise<Done> =>
    this.withOwnKey(ownPassword, async (opened) => {
      const problem = newPasswordProblem(next);
      if (problem) return refused(problem);
      await this.file.save(await withPassword(opened, this.myId() ?? '', next, this.cost));
      return done;
    });

  readonly newSheet = (ownPassword: string): Promise<DoneWithSheet> =>
    this.withOwnKey(ownPassword, async (opened) => {
      const made = await withNewSheet(opened, this.instant());
      await this.file.save(made.ring);
      return { ok: true, sheet: made.sheet };
    });

  readonly setIdleMinutes = (minutes: number): Promise<void> =>
    this.file.inTurn((ring) => this.file.save({ ...ring, idleMinutes: minutes }));

  readonly followCounty = async (county: CountyOfDevice | null): Promise<void> => {
    const { state } = this;
    if (state.status !== 'open' || (county === null && state.facts.county === null)) return;
    await this.file.inTurn(async (ring) => {
      const followed = withCounty(ring, county);
      const key = ring.users.length === 0 ? await this.guardedKey(ring) : null;
      const next = key === null ? followed : await withDeposit({ key, ring: followed }, this.instant());
      key?.fill(0);
      if (next !== ring) await this.file.save(next);
    });
  };

  readonly askCounty = (): Promise<void> => this.file.inTurn((ring) => this.file.save(withAsked(ring)));

  /** Another window changed the keyring. Who works here without a password goes on only as somebody with one. */
  async lookAgain(): Promise<void> {
    const ring = await this.file.read().catch(() => null);
    const { state } = this;
    if (ring === null || (state.status !== 'open' && state.status !== 'locked')) return;
    const facts = factsOf(ring);
    const isOpen = state.status === 'open' && (state.me !== null || facts.users.length === 0);
    this.show(isOpen ? { ...state, facts } : { status: 'locked', facts });
  }

  private async begin(): Promise<void> {
    const ring = await this.file.read();
    if (ring === null) return this.beginNew();
    if (ring.users.length > 0) {
      // A guard left over when the program ended while the first password was being set.
      await this.store.guard.forget();
      return this.show({ status: 'locked', facts: factsOf(ring) });
    }
    const opened = ring.guarded && (await this.store.guard.open(ring.guarded.text));
    if (opened && ring.guarded) {
      const guarded = { ...ring.guarded, text: opened.text };
      return this.enter({ key: opened.key, ring: { ...ring, guarded } }, null);
    }
    if (ring.recovery || ring.county?.deposit) return this.show({ status: 'locked', facts: factsOf(ring) });
    const problem = keyProblems.guardLost({ by: ring.guarded?.by ?? '' });
    this.show({ status: 'failed', error: new Error(problem.code), problem });
  }

  /** The first start on this computer: nobody is asked for anything, if there is a safe place for the key. */
  private async beginNew(): Promise<void> {
    const key = newDataKey();
    const guarded = await this.store.guard.guard(key);
    if (guarded.status === 'refused') return this.show({ status: 'unguarded', offered: guarded.by });
    const { text, by } = guarded;
    await this.enter({ key, ring: { ...this.newRing(), guarded: { text, by } } }, null);
  }

  private readonly guardedKey = async ({ guarded }: Keyring): Promise<Bytes | null> =>
    (guarded && (await this.store.guard.open(guarded.text)))?.key ?? null;

  /** The first user of a keyring, and its sheet. */
  private async found({ ring, key }: Opened, name: string, password: string): Promise<DoneWithSheet> {
    const id = this.newId();
    const owned = await withUser({ ring, key }, { id, name }, password, this.cost);
    const made = await withNewSheet({ ring: owned, key }, this.instant());
    await this.enter({ key, ring: made.ring }, id);
    // Only now: had it failed before, the computer would still open what it guards.
    await this.store.guard.forget();
    return { ok: true, sheet: made.sheet };
  }

  /** Writes the keyring and opens. The bytes of the key are wiped. */
  private async enter({ key, ring }: Opened, userId: string | null): Promise<void> {
    const next = await withDeposit({ key, ring: withSuccess(ring, userId) }, this.instant());
    await this.file.write(next);
    const facts = factsOf(next);
    const me = facts.users.find(({ id }) => id === userId) ?? null;
    const { state } = this;
    // Who sets a password while the register is open goes on in it.
    const keys = state.status === 'open' ? state.keys : await openDataKeys(key, next.keyId);
    key.fill(0);
    this.show({ status: 'open', keys, me, facts });
    this.store.tell('changed');
  }

  /** Runs a job with the bytes of the key; they are wiped afterwards. Without a password nobody is asked for one. */
  private withOwnKey<T extends { readonly ok: boolean }>(
    ownPassword: string,
    job: (opened: Opened) => Promise<T>,
  ): Promise<T | { readonly ok: false; readonly problem: Problem }> {
    return this.file.inTurn(async (ring) => {
      const me = this.myId();
      const tried = await this.file.tryKey(
        ring,
        (now) => (me === null ? this.guardedKey(now) : keyByPassword(now, me, ownPassword)),
        wrongPassword,
      );
      if ('problem' in tried) return refused(tried.problem);
      try {
        const { key } = tried;
        const next = await withDeposit({ key, ring: withSuccess(tried.ring, null) }, this.instant());
        return await job({ key, ring: next });
      } finally {
        tried.key.fill(0);
      }
    });
  }

  private readonly newRing = (): Keyring => emptyKeyring(this.newId(), this.instant());
  private readonly instant = (): string => new Date(this.nowMs()).toISOString();
  private readonly myId = (): string | null =>
    this.state.status === 'open' ? (this.state.me?.id ?? null) : null;

  private show(state: KeyState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}
