import { listTables } from '@server/backup/tables';
import type { Database, Queryable, Row } from '@server/db/database';
import { insertRow } from './insert-row';

/** What matters about the rows below; everything else of them is made up. */
const given: Readonly<Record<string, Row>> = {
  counties: { seq: 0 },
  epochs: { ordinal: 0, restored_to: null },
  org_tree: { org_unit_id: 'town', level: 'township', name: '柳河乡', ancestors: ['county', 'town'] },
  conflicts: { document_id: 'doc-1' },
  edits: {
    edit_id: 'edit-1',
    outcome: 'accepted',
    entry: '{"一":\n "行"}',
    answer: '{"outcome" : "accepted"}',
  },
  users: { user_id: 'user-1', user_name: 'limin', name: '李敏', role: 'clerk' },
  devices: { device_id: 'device-1', state: 'active' },
  audit_log: { at: '2026-11-21 05:40:00.123456+00', detail: null },
  held_edits: { edit_id: 'held-1' },
  enrolment_codes: { code_id: 'code-1' },
  packages: { direction: 'in', kind: 'report' },
};
/** Written with a number each, below. */
const counted = 'documents';

/** A county with something in every table, also in those added later. */
export async function fillCounty(
  database: Database,
  { id = 'county-1', name = '清河县', epoch = 'epoch-1', documents = 30 } = {},
): Promise<void> {
  const own: Readonly<Record<string, Row>> = { counties: { name }, epochs: { epoch } };
  await database.transaction(async (tx) => {
    for (const { name: table } of await listTables(tx, 'public')) {
      if (table === counted) continue;
      await insertRow(tx, table, { county_id: id, ...given[table], ...own[table] });
    }
    await insertRow(tx, 'sessions', { county_id: id });
  });
  for (let number = 1; number <= documents; number++) await addDocument(database, id, number);
}

/** Takes the next number and writes a document with it, as a push does. */
export async function addDocument(database: Database, countyId: string, number: number): Promise<void> {
  // Not as JSON.stringify writes it: a backup must not change a character of what a page sends.
  const body = `{"id": "doc-${number}",\n  "name":"第 ${number} 厂 \\u4e24 \\"引号\\" \\\\", "ratio":1.50}`;
  await database.transaction(async (tx) => {
    const [taken] = await tx.query<{ readonly seq: number }>('select take_numbers($1, 1) as seq', [countyId]);
    const is_deleted = number % 7 === 0;
    await insertRow(tx, counted, {
      county_id: countyId,
      id: `doc-${number}`,
      seq: taken?.seq,
      is_deleted,
      body,
    });
  });
}

export const addUser = (tx: Queryable, countyId: string, userId: string) =>
  insertRow(tx, 'users', { county_id: countyId, user_id: userId, user_name: userId, role: 'clerk' });

export const addDevice = (tx: Queryable, countyId: string, deviceId: string) =>
  insertRow(tx, 'devices', {
    county_id: countyId,
    device_id: deviceId,
    token_digest: deviceId,
    state: 'active',
  });

export const addHeldEdit = (tx: Queryable, countyId: string, editId: string) =>
  insertRow(tx, 'held_edits', { county_id: countyId, edit_id: editId });

export const addEdit = (tx: Queryable, countyId: string, editId: string, height: number) =>
  insertRow(tx, 'edits', { ...given['edits'], county_id: countyId, edit_id: editId, height });

/** Every row of every table as text, to see whether two databases hold the same or one has changed. */
export async function everyRow(database: Database): Promise<Record<string, readonly string[]>> {
  const tables = await database.query<{ readonly name: string }>(
    `select relname::text as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'r' order by 1`,
  );
  const found: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const rows = await database.query<{ readonly row: string }>(
      `select t::text as row from "${name}" t order by 1`,
    );
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}
