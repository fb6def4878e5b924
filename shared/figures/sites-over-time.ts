/** Parks, buildings, streets and markets on every day of a span, as runs of equal facts. */
import type { Register } from '@shared/domain/collections';
import { deriveSiteFacts } from './derive-site-facts';
import type { FactsContext } from './facts-context';
import { createRuns, type Run } from './facts-over-time';
import { walkRegister } from './register-walk';
import type { SiteFacts } from './unit-facts';

/** Facts of a site that do not depend on the units in it. */
export type PlaceFacts = Pick<SiteFacts, 'siteId' | 'level' | 'townshipId' | 'isDue' | 'hasRoom'>;

export interface SitesRequest<K> {
  readonly siteIds: ReadonlySet<string>;
  /** The sites, the places above them, their rooms, and the units in them that have rooms; deleted ones too. */
  readonly register: Partial<Register>;
  /** First and last day asked for, both included. */
  readonly first: string;
  readonly last: string;
  readonly keep: (facts: PlaceFacts, context: FactsContext) => K;
  readonly isSame: (a: K, b: K) => boolean;
}

export interface SiteTimelines<K> {
  readonly runs: ReadonlyMap<string, readonly Run<K>[]>;
  /** First day after the last one on which any of them may change by date alone; null = none. */
  readonly nextOn: string | null;
}

export function sitesOverTime<K>({
  siteIds,
  register,
  first,
  last,
  keep,
  isSame,
}: SitesRequest<K>): SiteTimelines<K> {
  const walk = walkRegister(register, first);
  const builders = new Map([...siteIds].map((id) => [id, createRuns(isSame)]));
  const record = (): void => {
    for (const [id, builder] of builders) {
      const site = walk.context.relations.documents.orgUnits.get(id);
      const facts = site ? deriveSiteFacts(site, new Map(), walk.context) : null;
      builder.put(walk.context.asOf, facts === null ? null : keep(facts, walk.context));
    }
  };
  record();
  for (const day of walk.days(last)) {
    walk.step(day);
    record();
  }
  return {
    runs: new Map([...builders].map(([id, builder]) => [id, builder.list()])),
    nextOn: walk.days('9999-12-31').find((day) => day > last) ?? null,
  };
}
