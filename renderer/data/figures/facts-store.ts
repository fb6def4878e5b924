/**
 * Facts of the whole register in memory. Today's are kept up to date with every change, touching only the units
 * it concerns; another day is recounted in slices whenever the register or the day changes.
 */
import { type CollectionName, collectionNames, type Register } from '@shared/domain/collections';
import { buildRelations } from '@shared/figures/build-relations';
import { createLiveFigures, type DocumentChange, type LiveFigures } from '@shared/figures/live-figures';
import { chinaDayOf } from '@shared/lib/day';
import { rulesOn } from '@shared/rules/rule-set-on';
import { breatheIdly } from '../breathe';
import { createObservable, type WritableObservable } from '../observable';
import type { Observable, RegisterStore } from '../register-store';
import { countPastDay } from './count-past-day';
import { type FactsView, lookAt, remember } from './facts-view';

export type RegisterReader = Pick<RegisterStore, 'table' | 'snapshot' | 'now'>;

/** Changes up to this size are in the facts before anything is painted; larger ones follow in parts. */
const atOnce = 60;
const partSize = 400;

export class FactsStore {
  private live: LiveFigures;
  /** State of the register `live` was counted from or brought up to. */
  private counted: Register;
  private readonly shown: WritableObservable<FactsView>;
  private readonly chosenDay = createObservable<string | null>(null);
  /** Changed documents not yet in the facts, by table. */
  private readonly waiting = new Map<CollectionName, Set<string>>();
  private isDraining = false;
  /** Number of the newest count of a past day; an older one gives up when it sees a greater one. */
  private run = 0;

  constructor(
    private readonly register: RegisterReader,
    private readonly breathe: () => Promise<void> = breatheIdly,
  ) {
    this.counted = register.snapshot();
    this.live = countToday(this.counted, this.today());
    this.shown = createObservable(viewOf(this.live));
  }

  get view(): Observable<FactsView> {
    return this.shown;
  }

  /** The chosen day; null = today, whatever day that becomes. */
  get asOf(): Observable<string | null> {
    return this.chosenDay;
  }

  readonly setAsOf = (day: string | null): void => {
    const chosen = day === this.today() ? null : day;
    if (chosen === this.chosenDay.get()) return;
    this.chosenDay.set(chosen);
    this.show();
  };

  /** Follows the register until the returned function is called; catches up with what happened before. */
  connect(): () => void {
    if (this.counted !== this.register.snapshot()) this.recount();
    const stops = collectionNames.map((name) =>
      this.register.table(name).subscribe((ids) => this.follow(name, ids)),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Moves on when midnight has passed. Called now and then by whoever shows the facts. */
  readonly checkDay = (): void => {
    if (this.live.context.asOf !== this.today()) this.recount();
  };

  private today(): string {
    return chinaDayOf(this.register.now());
  }

  private recount(): void {
    this.waiting.clear();
    this.counted = this.register.snapshot();
    this.live = countToday(this.counted, this.today());
    this.show();
  }

  private follow(collection: CollectionName, ids: ReadonlySet<string>): void {
    const waiting = this.waiting.get(collection) ?? new Set();
    for (const id of ids) waiting.add(id);
    this.waiting.set(collection, waiting);
    if (this.isDraining) return;
    if (ids.size <= atOnce) this.applyWaiting(Number.POSITIVE_INFINITY);
    else void this.drain();
  }

  /** Works off a large change (an import, a batch taken back) in parts, while more of it may be coming in. */
  private async drain(): Promise<void> {
    this.isDraining = true;
    try {
      await this.breathe();
      while (this.waiting.size > 0) {
        this.applyWaiting(partSize);
        await this.breathe();
      }
    } finally {
      this.isDraining = false;
    }
  }

  /** Brings up to `limit` documents of one table up to date; shows the result when nothing is left waiting. */
  private applyWaiting(limit: number): void {
    const [next] = this.waiting;
    if (!next) return;
    const [collection, waiting] = next;
    const ids = [...waiting].slice(0, limit);
    for (const id of ids) waiting.delete(id);
    if (waiting.size === 0) this.waiting.delete(collection);
    if (!applyChanges(this.live, this.register, collection, ids)) {
      this.recount();
    } else if (this.waiting.size === 0) {
      this.counted = this.register.snapshot();
      this.show();
    }
  }

  private show(): void {
    this.run += 1;
    const day = this.chosenDay.get();
    if (day === null) this.shown.set(viewOf(this.live));
    else void this.showOtherDay(day, this.run);
  }

  private async showOtherDay(day: string, run: number): Promise<void> {
    this.shown.set({ ...this.shown.get(), isRecounting: true });
    const isStale = () => run !== this.run;
    const other = await countPastDay(this.register.snapshot(), day, this.breathe, isStale);
    if (other && !isStale()) this.shown.set(other);
  }
}

function countToday(register: Register, asOf: string): LiveFigures {
  const relations = buildRelations(register);
  return createLiveFigures({ relations, ...rulesOn(relations, asOf), asOf });
}

function viewOf(live: LiveFigures): FactsView {
  const { relations, ruleSet, criteriaSet, asOf } = live.context;
  return {
    asOf,
    isToday: true,
    isRecounting: false,
    facts: lookAt(live.facts),
    sites: lookAt(live.sites),
    relations: { ...relations },
    ruleSet,
    criteriaSet,
    sums: remember((groupBy) => new Map([...live.sums(groupBy)].map(([key, sums]) => [key, sums.summary()]))),
  };
}

/** @returns false when the rules themselves changed, which moves every unit */
function applyChanges(
  live: LiveFigures,
  register: RegisterReader,
  collection: CollectionName,
  ids: readonly string[],
): boolean {
  if (collection === 'settings' && ids.some((id) => isRule(register, id))) return false;
  const changes = ids.map((id) => ({
    collection,
    // The relations still hold the documents as they were counted last.
    before: live.context.relations.documents[collection].get(id) ?? null,
    after: register.table(collection).get(id) ?? null,
  }));
  // Both states come from the table of this collection, which the union of changes cannot express.
  live.applyAll(changes as readonly DocumentChange[]);
  return true;
}

function isRule(register: RegisterReader, id: string): boolean {
  const kind = register.table('settings').getIncludingDeleted(id)?.kind;
  // The office chooses the criteria set.
  return kind === 'ruleSet' || kind === 'criteriaSet' || kind === 'office';
}
