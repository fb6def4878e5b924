/** What a page costs depends on what is in it, not on how large the county has become. Looked at in PostgreSQL's own plans. */
import type { Database, Row } from '@server/db/database';
import type { Caller } from '@server/services/caller';
import { pullPage } from '@server/services/pull/pull-page';
import type { PullQuery } from '@shared/sync/messages';
import { describe, expect, it } from 'vitest';
import { east, type SmallCounty, smallCounty } from './small-county';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** Other townships with villages, and documents spread over them; the eastern township gets a hundred of its own. */
async function grow(county: SmallCounty, townships: number, documents: number): Promise<void> {
  const { database } = county.environment;
  await database.query(
    `insert into org_tree (county_id, org_unit_id, parent_id, level, name, ancestors)
     select $1, 'v' || n, 't' || n % $2, 'village', 'v', array[$1, 't' || n % $2, 'v' || n]
     from generate_series(1, $2::int * 10) n`,
    [county.id, townships],
  );
  const insert = `insert into documents (county_id, collection, id, org_unit_id, seq, is_deleted, body)`;
  const body = `json_build_object('id', n, 'filler', repeat('两新', 200))`;
  await database.query(
    `${insert} select $1, 'units', 'x' || n, 'v' || (n % ($2::int * 10) + 1), 1000 + n, false, ${body}
     from generate_series(1, $3::int) n`,
    [county.id, townships, documents],
  );
  // Spread evenly over the numbers: one in many is the township's.
  await database.query(
    `${insert} select $1, 'units', 'e' || n, $2, 2000000 + n, false, ${body} from generate_series(1, 100) n`,
    [county.id, east],
  );
  await database.query('update counties set seq = 2000100 where county_id = $1', [county.id]);
  await database.runScript('vacuum analyze');
}

/** Words of the statements of a pull. */
const pageStatement = 'items as materialized';
const countStatement = 'count(*) as total';

/** Plan of a statement of a pull, and the blocks it touched. */
async function planOf(
  county: SmallCounty,
  caller: Caller,
  query: Partial<PullQuery>,
  statement = pageStatement,
) {
  const { database } = county.environment;
  const statements: [string, readonly unknown[]][] = [];
  const noting: Database = {
    ...database,
    query: <R extends Row>(sql: string, params: readonly unknown[] = []) => {
      statements.push([sql, params]);
      return database.query<R>(sql, params);
    },
  };
  const scope = await county.scopeOf(caller);
  const whole = { protocol: 1, model: 1, epoch: county.epoch, scope, since: 0, limit: 50, ...query };
  const reply = await pullPage({ ...county.environment, database: noting }, caller, whole);
  if (reply.kind !== 'page') throw new Error(reply.reason);
  const [sql = '', params] = statements.find(([text]) => text.includes(statement)) ?? [];
  const rows = await database.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
    `explain (analyze, buffers, format json) ${sql}`,
    params,
  );
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('no plan');
  const nodes = nodesOf(plan);
  return {
    items: reply.items.length,
    documentScans: nodes
      .filter((node) => node['Relation Name'] === 'documents')
      .map((node) => `${node['Node Type']} ${node['Index Name'] ?? ''}`.trim()),
    blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
  };
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

describe('cost of a page on PostgreSQL', () => {
  it('[PULL-2] stays flat for a township while the county grows a hundredfold', async () => {
    const small = await smallCounty('postgres');
    await grow(small, 20, 1000);
    const large = await smallCounty('postgres');
    await grow(large, 20, 100_000);
    for (const since of [0, 2_000_050]) {
      const [before, after] = [
        await planOf(small, small.eastClerk, { since }),
        await planOf(large, large.eastClerk, { since }),
      ];
      expect(after.items).toBe(50);
      expect(after.documentScans.filter((scan) => !scan.includes('documents_'))).toEqual([]);
      expect(after.blocks).toBeLessThan(before.blocks * 1.5 + 50);
    }
  });

  it('counts a township for its first pull without looking at the rest, however much lies in one place', async () => {
    const county = await smallCounty('postgres');
    await grow(county, 1, 50_000);
    await county.environment.database.query(
      `update documents set org_unit_id = 'v1' where org_unit_id like 'v%'`,
    );
    await county.environment.database.runScript('vacuum analyze');
    const { documentScans, blocks } = await planOf(county, county.eastClerk, { since: 0 }, countStatement);
    expect(documentScans).toEqual(['Index Only Scan documents_in_scope']);
    expect(blocks).toBeLessThan(100);
  });

  it('[PULL-2] reads the whole county in its own order, a page at a time', async () => {
    const county = await smallCounty('postgres');
    await grow(county, 20, 100_000);
    const { items, documentScans, blocks } = await planOf(county, county.organizer, { since: 60_000 });
    expect(items).toBe(50);
    expect(documentScans.some((scan) => scan.endsWith('documents_in_order'))).toBe(true);
    expect(documentScans.some((scan) => scan.startsWith('Seq Scan'))).toBe(false);
    expect(blocks).toBeLessThan(500);
  });
});
