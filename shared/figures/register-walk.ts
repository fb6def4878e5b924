/** A register that is led from day to day, telling which units each day can have changed. */
import {
  type CollectionName,
  collectionNames,
  type DocumentOf,
  type Register,
} from '@shared/domain/collections';
import { rulesOn } from '@shared/rules/rule-set-on';
import { buildRelations, updateRelations } from './build-relations';
import { changeDays } from './change-days';
import { type DocumentState, documentStates } from './document-states';
import type { FactsContext } from './facts-context';
import { type RuleTimes, ruleTimesOf } from './rule-times';
import { createSeatBook, type SeatBook } from './seat-book';
import { touchOn } from './touched-on';
import { touchNeighbours } from './touched-units';

/** A document with its states, and the days on which something about it happens. */
interface Source {
  readonly collection: CollectionName;
  readonly states: readonly DocumentState<CollectionName>[];
  readonly days: ReadonlySet<string>;
}

export interface RegisterWalk {
  /** The register, day and rules the walk stands at. Its parts change with every step. */
  readonly context: FactsContext;
  /** Days up to `last` on which something happens, after the first day, in order. */
  days(last: string): readonly string[];
  /** Goes on to a day of `days` and returns the units that may differ from the day before; null = all of them. */
  step(day: string): ReadonlySet<string> | null;
  /** Unit id → first later day on which date alone may change its facts; asked where the walk stands. */
  nextDays(): { readonly byUnit: ReadonlyMap<string, string>; readonly ofAll: string | null };
}

/** @param register all documents, deleted ones too. */
export function walkRegister(register: Partial<Register>, first: string): RegisterWalk {
  const times = ruleTimesOf(register.settings ?? []);
  const sources = listSources(register, times);
  const events = eventsOf(sources, times, first);
  const relations = buildRelations(registerAt(sources, first));
  let context: FactsContext = { relations, asOf: first, ...rulesOn(relations, first) };
  const seats = createSeatBook(() => context);
  const at = (day: string): void => {
    context = { relations, asOf: day, ...rulesOn(relations, day) };
  };
  return {
    get context() {
      return context;
    },
    days: (last) => [...events.keys()].filter((day) => day <= last).sort(),
    step(day) {
      at(day);
      const touched = new Set<string>();
      for (const source of events.get(day) ?? []) moveOn(source, touched, context, seats);
      if (!times.days.has(day)) return touched;
      at(day);
      seats.clear();
      return null;
    },
    nextDays: () => nextDays(sources, times, context, seats),
  };
}

function listSources(register: Partial<Register>, times: RuleTimes): readonly Source[] {
  return collectionNames.flatMap((collection) =>
    (register[collection] ?? []).map((document) => sourceOf<CollectionName>(collection, document, times)),
  );
}

function sourceOf<C extends CollectionName>(
  collection: C,
  document: DocumentOf<C>,
  times: RuleTimes,
): Source {
  const states = documentStates(collection, document);
  const days = new Set<string>();
  for (const state of states) {
    if (state.from !== '') days.add(state.from);
    if (state.document) for (const day of changeDays(collection, state.document, times)) days.add(day);
  }
  return { collection, states, days };
}

function eventsOf(sources: readonly Source[], times: RuleTimes, first: string): Map<string, Source[]> {
  const events = new Map<string, Source[]>();
  for (const source of sources)
    for (const day of source.days) {
      if (day <= first) continue;
      const found = events.get(day);
      if (found) found.push(source);
      else events.set(day, [source]);
    }
  for (const day of times.days) if (day > first && !events.has(day)) events.set(day, []);
  return events;
}

/** The state a document is in on a day, or was in before it. */
const stateOn = ({ states }: Source, day: string) => states.findLast((state) => state.from <= day)?.document;
const stateBefore = ({ states }: Source, day: string) =>
  states.findLast((state) => state.from < day)?.document;

function registerAt(sources: readonly Source[], day: string): Register {
  const lists = Object.fromEntries(collectionNames.map((name) => [name, [] as unknown[]]));
  for (const source of sources) {
    const document = stateOn(source, day);
    if (document) lists[source.collection]?.push(document);
  }
  // Every document was put into the list of its own collection.
  return lists as unknown as Register;
}

/** Takes a document to its state of the day; adds the units it counts for, before and after. */
function moveOn(source: Source, touched: Set<string>, context: FactsContext, seats: SeatBook): void {
  const { collection } = source;
  const before = stateBefore(source, context.asOf) ?? null;
  const after = stateOn(source, context.asOf) ?? null;
  if (before) touchOn(touched, collection, before, context, seats);
  if (before === after) return;
  updateRelations<CollectionName>(context.relations, collection, before, after);
  // A document that is gone still has to tell the organizations and units it left.
  const left = after ?? before;
  if (left) touchOn(touched, collection, left, context, seats);
}

function nextDays(
  sources: readonly Source[],
  times: RuleTimes,
  context: FactsContext,
  seats: SeatBook,
): ReturnType<RegisterWalk['nextDays']> {
  const byUnit = new Map<string, string>();
  for (const source of sources) {
    const next = soonest(source.days, context.asOf);
    if (next === null) continue;
    for (const id of touchedLater(source, context, seats)) {
      const known = byUnit.get(id);
      if (known === undefined || next < known) byUnit.set(id, next);
    }
  }
  return { byUnit, ofAll: soonest(times.days, context.asOf) };
}

function soonest(days: ReadonlySet<string>, after: string): string | null {
  let found: string | null = null;
  for (const day of days) if (day > after && (found === null || day < found)) found = day;
  return found;
}

/** A unit that leaves the scope later may hand seats on to any of its neighbours. */
function touchedLater(source: Source, context: FactsContext, seats: SeatBook): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const { document } of source.states) {
    if (!document) continue;
    touchOn<CollectionName>(touched, source.collection, document, context, seats);
    if (source.collection === 'units')
      touchNeighbours(touched, null, document as DocumentOf<'units'>, context.relations);
  }
  return touched;
}
