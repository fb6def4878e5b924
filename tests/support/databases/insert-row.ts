import type { Queryable, Row } from '@server/db/database';

type Filler = (column: string) => unknown;

/** A value for a column a test does not care about. */
const fillers: Readonly<Record<string, Filler>> = {
  text: (column) => column,
  integer: () => 1,
  bigint: () => 1,
  smallint: () => 1,
  boolean: () => false,
  date: () => '2026-11-21',
  'double precision': () => 0.5,
  numeric: () => '0.5',
  'timestamp with time zone': () => '2026-11-21T05:40:00.123Z',
  json: () => '{"any" : 1}',
  jsonb: () => '{"any" : 1}',
  ARRAY: () => [],
};

/** Inserts a row of which a test says only what matters to it; required columns it leaves out get something. */
export async function insertRow(on: Queryable, table: string, values: Row): Promise<void> {
  const required = await on.query<{ readonly name: string; readonly type: string }>(
    `select column_name::text as name, data_type::text as type from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  );
  const row: Record<string, unknown> = { ...values };
  for (const { name, type } of required) {
    if (name in row) continue;
    const fill = fillers[type];
    if (fill === undefined) throw new Error(`no value known for ${table}.${name} (${type})`);
    row[name] = fill(name);
  }
  const names = Object.keys(row);
  await on.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
}
