/** What a database holds, read from its own catalogue, so that a table added later is backed up without being listed. */
import type { Queryable } from '../db/database';

export interface Column {
  readonly name: string;
  /** As PostgreSQL writes it: `bigint`, `text[]`, `timestamp with time zone`. */
  readonly type: string;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** Tables that must hold their rows before this one. */
  readonly refersTo: readonly string[];
}

/** The steps belong to the program, and a session ends with the life of the database it was opened in. */
const leftOut = ['migrations', 'sessions'];

/** Tables of a schema, those that are referred to first, else by name. */
export async function listTables(on: Queryable, schema: string): Promise<readonly Table[]> {
  const tables = await on.query<Table & Record<string, unknown>>(
    `select c.relname::text as name,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
           order by a.attnum)
         from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select array_agg(a.attname::text order by k.place)
         from pg_index i
         cross join lateral unnest(i.indkey) with ordinality as k (attnum, place)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary) as key,
       array(select distinct f.confrelid::regclass::text from pg_constraint f
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "refersTo"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'r' and not c.relname = any($2::text[])
     order by c.relname`,
    [schema, leftOut],
  );
  return inOrderOfReference(tables);
}

function inOrderOfReference(tables: readonly Table[]): readonly Table[] {
  const ordered: Table[] = [];
  const add = (table: Table) => {
    if (ordered.includes(table)) return;
    for (const name of table.refersTo) {
      // In another schema than the first of the search path, PostgreSQL puts the schema in front.
      const other = tables.find(
        (candidate) => name === candidate.name || name.endsWith(`.${candidate.name}`),
      );
      if (other !== undefined) add(other);
    }
    ordered.push(table);
  };
  for (const table of tables) add(table);
  return ordered;
}

/** Names of tables and columns come from the catalogue, and go into statements through this. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const isJson = ({ type }: Column): boolean => type === 'json' || type === 'jsonb';

/** For `select`: json as text, because its line breaks would end the line of a backup. */
export const asPlainColumns = (columns: readonly Column[]): string =>
  columns
    .map((column) =>
      isJson(column) ? `${quoted(column.name)}::text as ${quoted(column.name)}` : quoted(column.name),
    )
    .join(', ');
