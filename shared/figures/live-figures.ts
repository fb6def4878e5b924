/**
 * Facts and sums of a whole register on one day, kept up to date edit by edit. Whoever owns the documents tells it
 * every change; it re-derives the units the change touches and moves their sums.
 */
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import { updateRelations } from './build-relations';
import { deriveAllSites, deriveSiteFacts } from './derive-site-facts';
import { deriveAllFacts, deriveUnitFacts } from './derive-unit-facts';
import type { FactsContext } from './facts-context';
import type { GroupingName } from './groupings';
import { createGroupedSums, type GroupedSums } from './summarize';
import type { SiteFacts, UnitFacts } from './unit-facts';

export interface LiveFigures {
  readonly context: FactsContext;
  readonly facts: ReadonlyMap<string, UnitFacts>;
  readonly sites: ReadonlyMap<string, SiteFacts>;
  /** Sums by grouping, made on first use and live from then on. */
  sums(groupBy: GroupingName): GroupedSums['groups'];
  /**
   * Takes one document from `before` to `after` (null = did not exist). Returns the units whose facts were derived
   * again. A change of rules or criteria (`settings`) needs new live figures instead.
   */
  apply<C extends CollectionName>(
    collection: C,
    before: DocumentOf<C> | null,
    after: DocumentOf<C> | null,
  ): ReadonlySet<string>;
  /** The same for many documents at once: a unit touched by several is derived once. */
  applyAll(changes: readonly DocumentChange[]): ReadonlySet<string>;
}

/** One document from one state to the next; both belong to `collection`. */
export type DocumentChange = {
  readonly [C in CollectionName]: {
    readonly collection: C;
    readonly before: DocumentOf<C> | null;
    readonly after: DocumentOf<C> | null;
  };
}[CollectionName];
type AnyChange = Pick<DocumentChange, 'collection'> & {
  readonly before: DocumentOf<CollectionName> | null;
  readonly after: DocumentOf<CollectionName> | null;
};

/** @param context its relations belong to the live figures from now on: `apply` updates them. */
export function createLiveFigures(context: FactsContext): LiveFigures {
  const facts = deriveAllFacts(context);
  const sites = deriveAllSites(facts, context);
  const grouped = new Map<GroupingName, GroupedSums>();
  const putAll = (from: Iterable<UnitFacts>, fromSites: Iterable<SiteFacts>, sign: 1 | -1): void => {
    for (const sums of grouped.values()) {
      for (const one of from) sums.put(one, sign);
      for (const site of fromSites) sums.putSite(site, sign);
    }
  };
  const applyAll = (changes: readonly AnyChange[]): ReadonlySet<string> => {
    const touched = new Set<string>();
    const siteIds = new Set<string>();
    for (const { collection, before, after } of changes) {
      const mine = updateRelations(context.relations, collection, before, after);
      for (const id of mine) touched.add(id);
      for (const id of listSites(mine, collection, before ?? after, facts, sites)) siteIds.add(id);
      for (const id of roomSites(collection, before, after)) siteIds.add(id);
    }
    const old = [...touched].flatMap((id) => facts.get(id) ?? []);
    const now = deriveTouched(touched, facts, context);
    for (const one of now) for (const id of one.siteIds) siteIds.add(id);
    const oldSites = [...siteIds].flatMap((id) => sites.get(id) ?? []);
    const newSites = deriveSites(siteIds, sites, facts, context);
    putAll(old, oldSites, -1);
    putAll(now, newSites, 1);
    return touched;
  };
  return {
    context,
    facts,
    sites,
    sums(groupBy) {
      const found = grouped.get(groupBy) ?? fillSums(groupBy, context, facts, sites);
      grouped.set(groupBy, found);
      return found.groups;
    },
    apply: (collection, before, after) => applyAll([{ collection, before, after }]),
    applyAll,
  };
}

function fillSums(
  groupBy: GroupingName,
  context: FactsContext,
  facts: ReadonlyMap<string, UnitFacts>,
  sites: ReadonlyMap<string, SiteFacts>,
): GroupedSums {
  const sums = createGroupedSums(groupBy, {
    asOf: context.asOf,
    ruleSetVersion: context.ruleSet.version,
  });
  for (const one of facts.values()) sums.put(one, 1);
  for (const site of sites.values()) sums.putSite(site, 1);
  return sums;
}

/** Derives the touched units again, in place; units that are gone leave the map. */
function deriveTouched(
  touched: ReadonlySet<string>,
  facts: Map<string, UnitFacts>,
  { relations, ruleSet, criteriaSet, asOf }: FactsContext,
): UnitFacts[] {
  return [...touched].flatMap((id) => {
    const unit = relations.documents.units.get(id);
    if (!unit) {
      facts.delete(id);
      return [];
    }
    const now = deriveUnitFacts(unit, relations, ruleSet, criteriaSet, asOf);
    facts.set(id, now);
    return [now];
  });
}

/** Sites the touched units sat in; a change in the tree of places may move any site to another township. */
function listSites<C extends CollectionName>(
  touched: ReadonlySet<string>,
  collection: C,
  document: DocumentOf<C> | null,
  facts: ReadonlyMap<string, UnitFacts>,
  sites: ReadonlyMap<string, SiteFacts>,
): string[] {
  if (collection === 'orgUnits') return [...sites.keys(), ...(document ? [document.id] : [])];
  return [...[...touched].flatMap((id) => facts.get(id)?.siteIds ?? [])];
}

function roomSites<C extends CollectionName>(
  collection: C,
  before: DocumentOf<C> | null,
  after: DocumentOf<C> | null,
): string[] {
  if (collection !== 'partyRooms') return [];
  return [before, after].flatMap((room) => (room && 'siteId' in room ? (room.siteId ?? []) : []));
}

function deriveSites(
  siteIds: Iterable<string>,
  sites: Map<string, SiteFacts>,
  facts: ReadonlyMap<string, UnitFacts>,
  context: FactsContext,
): SiteFacts[] {
  return [...siteIds].flatMap((id) => {
    const site = context.relations.documents.orgUnits.get(id);
    const now = site ? deriveSiteFacts(site, facts, context) : null;
    if (!now) {
      sites.delete(id);
      return [];
    }
    sites.set(id, now);
    return [now];
  });
}
