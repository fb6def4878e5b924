/**
 * The check of all documents at the start of the program, when the register is already in use. One window of a computer
 * does it; the same window then keeps the book of fingerprints up to date at quiet moments.
 */
import type { TakeLead } from '@renderer/platform/take-lead';
import { type CollectionName, collectionNames } from '@shared/domain/collections';
import { z } from 'zod';
import { breathe } from '../breathe';
import type { OpenTables } from '../county/outbox';
import type { Observable } from '../register-store';
import type { LocalMemory } from '../storage/local-memory';
import { checkDocuments, type DocumentsCheck, type Finding, findingKinds } from './check-documents';
import type { FingerprintBook, Pace } from './fingerprint-book';

const startCheck = z.object({
  /** UTC, when it was done. */
  at: z.string(),
  count: z.int(),
  sameCount: z.int(),
  findings: z.array(
    z.object({
      kind: z.enum(findingKinds),
      collection: z.enum(collectionNames),
      count: z.int(),
    }),
  ),
});
/** What the last check found; seen by every window. */
export type StartCheck = z.infer<typeof startCheck>;

export interface GuardOptions {
  /** One window at a time. */
  readonly lead: TakeLead;
  /** From the moment the register is usable until the check begins. */
  readonly beginAfterMs: number;
  /** Without a write, until what was written is taken down. */
  readonly quietMs: number;
  /** Told in the window that checked. */
  readonly onChecked: (check: StartCheck) => void;
}

export interface RegisterGuard {
  readonly last: Observable<StartCheck | null>;
  /** A person has seen what differs from the book and goes on with the register as it is. */
  accept(findings: readonly Finding[]): Promise<void>;
  /** The register is emptied: what was found in it means nothing any more. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

interface Guarded {
  readonly open: OpenTables;
  readonly book: FingerprintBook;
  /** Where the result is remembered. */
  readonly memory: LocalMemory;
  readonly now: () => string;
}

/** Under this name the time the check took is among the page's own measurements. */
export const startCheckMeasure = 'start-check';
const leadName = 'two-new-ledger-start-check';
/** Work between two breaths. A page stays smooth as long as no piece of it takes 50 ms. */
const sliceMs = 12;
/** What is left to take down when the window closes: more than this waits for the next start. */
const closingCount = 500;

export function guardRegister(guarded: Guarded, options: GuardOptions): RegisterGuard {
  const keeper = new Keeper(guarded, options);
  const giveUp = options.lead(leadName, keeper.begin);
  return {
    last: lastOf(guarded.memory),
    accept: (findings) => accept(guarded, findings),
    async forget() {
      await guarded.memory.change(() => null);
    },
    async stop() {
      await keeper.stop();
      giveUp();
    },
  };
}

/** Of a register that nobody guards. */
export const unguarded: RegisterGuard = {
  last: { get: () => null, subscribe: () => () => {} },
  accept: () => Promise.resolve(),
  forget: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

async function accept({ open, book, memory }: Guarded, findings: readonly Finding[]): Promise<void> {
  for (const { collection, ids } of findings)
    await book.record(collection, open.tables(collection), ids, () => breathe());
  await memory.change((now) => {
    const last = startCheck.safeParse(now);
    if (!last.success) return now;
    // Nobody can accept a record that is not one.
    return { ...last.data, findings: last.data.findings.filter(({ kind }) => kind === 'misshapen') };
  });
}

function lastOf(memory: LocalMemory): Observable<StartCheck | null> {
  let from: unknown = null;
  let parsed: StartCheck | null = null;
  return {
    get() {
      const now = memory.get();
      if (now === from) return parsed;
      from = now;
      const result = startCheck.safeParse(now);
      parsed = result.success ? result.data : null;
      return parsed;
    },
    subscribe: memory.subscribe,
  };
}

class Keeper {
  private isStopped = false;
  /** The check has not begun; what is written until then is taken down after it. */
  private isWaiting = true;
  private sliceEnd = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** One piece of work after another. */
  private work: Promise<void> = Promise.resolve();
  private readonly written = new Map<CollectionName, Set<string>>();
  private readonly unsubscribe: (() => void)[] = [];

  constructor(
    private readonly guarded: Guarded,
    private readonly options: GuardOptions,
  ) {}

  readonly begin = (): void => {
    if (this.isStopped) return;
    const { names, tables } = this.guarded.open;
    for (const name of names)
      this.unsubscribe.push(tables(name).subscribe((changed) => this.note(name, changed)));
    this.later(this.options.beginAfterMs, async () => {
      this.isWaiting = false;
      this.options.onChecked(await this.check());
      await this.takeDown(this.pace);
    });
  };

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    for (const stop of this.unsubscribe) stop();
    await this.work;
    const count = [...this.written.values()].reduce((sum, ids) => sum + ids.size, 0);
    // What fails here is looked at anew at the next start.
    if (count <= closingCount) await this.takeDown().catch(() => {});
  }

  private note(name: CollectionName, changed: Iterable<string>): void {
    this.noteAgain(name, changed);
    if (this.isWaiting) return;
    this.later(this.options.quietMs, () => this.takeDown(this.pace));
  }

  private noteAgain(name: CollectionName, ids: Iterable<string>): void {
    const known = this.written.get(name) ?? new Set();
    for (const id of ids) known.add(id);
    this.written.set(name, known);
  }

  private later(ms: number, job: () => Promise<void>): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.inTurn(job), ms);
  }

  /** A job that fails is done again at the next occasion; nothing of the register depends on it. */
  private inTurn(job: () => Promise<void>): Promise<void> {
    this.work = this.work.then(job).catch(() => undefined);
    return this.work;
  }

  private async check(): Promise<StartCheck> {
    const { open, book, memory, now } = this.guarded;
    const start = performance.now();
    const found = await checkDocuments(open, book, this.pace);
    // For whoever wants to know what it costs.
    performance.measure(startCheckMeasure, { start });
    const check = summaryOf(now(), found);
    await memory.change(() => ({ ...check }));
    return check;
  }

  private async takeDown(pace?: Pace): Promise<void> {
    const { open, book } = this.guarded;
    for (const [name, ids] of this.written) {
      this.written.delete(name);
      try {
        await book.record(name, open.tables(name), [...ids], pace);
      } catch (error) {
        this.noteAgain(name, ids);
        throw error;
      }
    }
  }

  private readonly pace: Pace = () => {
    if (this.isStopped) throw new Error('the register is being closed');
    const now = performance.now();
    if (now < this.sliceEnd) return;
    return breathe().then(() => {
      this.sliceEnd = performance.now() + sliceMs;
    });
  };
}

const summaryOf = (at: string, { count, sameCount, findings }: DocumentsCheck): StartCheck => ({
  at,
  count,
  sameCount,
  findings: findings.map(({ kind, collection, ids }) => ({ kind, collection, count: ids.length })),
});
