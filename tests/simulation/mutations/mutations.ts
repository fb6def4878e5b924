/**
 * Safeguards of the sync, each taken out by one replacement of text. A suite that stays green without one of them does
 * not guard it.
 */

export interface Mutation {
  /** What is gone then, as it stands in the table. */
  readonly name: string;
  /** What happens instead. */
  readonly instead: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
  /** Vitest files that ought to notice, the quickest first. */
  readonly suites: readonly string[];
  /** Where the simulator could notice; null: it is about something the simulator does not have. */
  readonly simulator: 'pglite' | 'postgres' | null;
}

export const mutations: readonly Mutation[] = [
  {
    name: 'counter lock',
    instead: 'numbers come from a sequence that no push waits for',
    file: 'server/db/migrations/001-register.sql',
    from: `create function take_numbers(of_county text, how_many integer) returns bigint language sql as $$
  update counties set seq = seq + how_many where county_id = of_county returning seq;
$$;
-- PULL-3: everything up to this number is visible to whoever sees it.
create function last_number(of_county text) returns bigint stable language sql as $$
  select seq from counties where county_id = of_county;
$$;`,
    to: `create sequence unlocked_numbers;
create table highest_numbers (county_id text not null, seq bigint not null, primary key (county_id, seq));
create function take_numbers(of_county text, how_many integer) returns bigint language sql as $$
  insert into highest_numbers
  select of_county, c.seq + taken.last
  from counties c, (select max(nextval('unlocked_numbers')) as last from generate_series(1, how_many)) taken
  where c.county_id = of_county returning seq;
$$;
create function last_number(of_county text) returns bigint stable language sql as $$
  select greatest(c.seq, (select max(h.seq) from highest_numbers h where h.county_id = of_county))
  from counties c where c.county_id = of_county;
$$;`,
    suites: ['tests/contract/county/order.test.ts'],
    simulator: 'postgres',
  },
  {
    name: 'page gate',
    instead: 'the checkpoint is stored before the documents of its page',
    file: 'renderer/sync/cycle/pull-pages.ts',
    from: `  const { unreadable, writtenCount } = await store.takeItems(page.items, mayRemove);
  await noteUnreadable(context, page.items, unreadable);
`,
    to: `  await remember(context, (now) => ({ ...now, checkpoint: movedOn(now.checkpoint, from, page.through) }));
  const { unreadable, writtenCount } = await store.takeItems(page.items, mayRemove);
  await noteUnreadable(context, page.items, unreadable);
`,
    suites: ['tests/unit/sync-client/pull-rounds.test.ts', 'tests/unit/sync-client/crashes.test.ts'],
    simulator: 'pglite',
  },
  {
    name: 'editId idempotence',
    instead: 'an edit the county knows is judged anew',
    file: 'server/services/push/push-edits.ts',
    from: 'const known = await listAnswers(tx, countyId, [...byEditId.keys()], caller.userId);',
    to: 'const known = await listAnswers(tx, countyId, [], caller.userId);',
    suites: ['tests/contract/county/push.test.ts'],
    simulator: 'pglite',
  },
  {
    name: 'rebase of pending',
    instead: "a document of the county replaces the device's, edits that wait and all",
    file: 'renderer/data/county/county-document.ts',
    from: 'const left = pending.filter(({ editId }) => !answered.has(editId) && !taken.has(editId));',
    to: 'const left = pending.filter(({ editId }) => !answered.has(editId) && !taken.has(editId) && false);',
    suites: ['tests/unit/sync-client/county-port.test.ts', 'tests/unit/sync-client/crashes.test.ts'],
    simulator: 'pglite',
  },
  {
    name: 'scope filter in SQL',
    instead: 'every scope reads all org units of the county',
    file: 'server/repositories/scope-query.ts',
    from: 'where t.county_id = $1 and $2 = any(t.ancestors)',
    to: 'where t.county_id = $1 and $2::text is not null',
    suites: ['tests/contract/county/scope.test.ts'],
    simulator: 'pglite',
  },
  {
    name: 'mass-delete guard',
    instead: 'any number of records goes without a question',
    file: 'renderer/sync/cycle/removal-guard.ts',
    from: 'if (removedCount + count > limit) return false;',
    to: 'if (removedCount + count > Number.POSITIVE_INFINITY + limit) return false;',
    suites: ['tests/unit/sync-client/removals.test.ts'],
    simulator: 'pglite',
  },
  {
    name: 'fsync before the answer',
    instead: 'PGlite answers without flushing its log',
    file: 'server/db/pglite-files.ts',
    from: 'files.tryFSOperation(() => this.#flush(nfd, files.realPath(node)));',
    to: 'files.tryFSOperation(() => files.realPath(node));',
    suites: ['tests/contract/database/power-cut.test.ts'],
    simulator: null,
  },
  {
    name: 'purge horizon',
    instead: 'a device older than a purge reads on as if nothing had been purged',
    file: 'server/services/pull/pull-page.ts',
    from: "return query.since > 0 && query.since < position.horizon ? 'horizon' : null;",
    to: "return query.since > position.through && query.since < position.horizon ? 'horizon' : null;",
    suites: ['tests/contract/county/pull.test.ts'],
    simulator: 'pglite',
  },
  {
    name: 'conflict detection',
    instead: 'the edit that comes last wins',
    file: 'shared/sync/apply-edit.ts',
    from: 'if (isSame(value, change.from) && hasParent(current, path)) wanted[path] = change;',
    to: 'if (hasParent(current, path)) wanted[path] = change;',
    suites: ['tests/contract/county/apply.test.ts'],
    simulator: 'pglite',
  },
  {
    name: 'offering again after a restore',
    instead: 'edits the county lost stay where only the device has them',
    file: 'renderer/data/county/reoffer.ts',
    from: "const isLost = ({ seq }: Pick<AnsweredEdit, 'seq'>) => seq > restoredTo;",
    to: "const isLost = ({ seq }: Pick<AnsweredEdit, 'seq'>) => seq > restoredTo + Number.POSITIVE_INFINITY;",
    suites: ['tests/unit/sync-client/pull-rounds.test.ts'],
    simulator: 'pglite',
  },
  {
    name: 'older documents ignored',
    instead: 'whatever document comes last is taken, whatever its number',
    file: 'renderer/data/county/take-documents.ts',
    from: "if (isOlder(item, now)) return 'same';",
    to: "if (isOlder(item, now) && item.seq < 0) return 'same';",
    suites: ['tests/unit/sync-client/county-port.test.ts'],
    simulator: 'pglite',
  },
];
