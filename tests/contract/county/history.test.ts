import { readHistory } from '@server/services/history/document-history';
import type { AnsweredEdit } from '@shared/domain/edit';
import type { PlainDocument } from '@shared/sync/apply-edit';
import { describe, expect, it } from 'vitest';
import { checkLog } from '../../support/county/check-log';
import { databaseKinds } from '../../support/databases/fresh-database';
import {
  change,
  creation,
  east,
  eastVillage,
  personAt,
  renaming,
  type SmallCounty,
  smallCounty,
  unitAt,
  west,
} from './small-county';

// Only the county writes histories.
const historyOf = (document: PlainDocument | null) => (document?.['history'] ?? []) as AnsweredEdit[];

describe.each(databaseKinds)('history on %s', (kind) => {
  const busyCounty = async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [
      creation('units', unitAt(east, 'u1')),
      creation('units', unitAt(eastVillage, 'u2')),
      creation('units', { ...unitAt(east, 'u3'), name: '' }),
    ]);
    await county.push(county.organizer, [
      renaming('u1', 'x', 'y', { by: '周明' }),
      renaming('u2', '单位u2', '新名'),
    ]);
    await county.push(county.westClerk, [renaming('u1', '单位u1', '外人改')]);
    return county;
  };
  const chainOf = (county: SmallCounty) => checkLog(county.environment.database, county.id);

  it('[HIST-1] keeps number, county time and sender beside every taken edit', async () => {
    const county = await busyCounty();
    const document = await county.document('units', 'u1');
    expect(document).toMatchObject({ rev: 2, createdBy: '王芳' });
    expect(document?.['history']).toMatchObject([
      { op: 'create', by: '王芳', sentBy: county.eastClerk.name, receivedAt: county.clock.now },
      { by: '周明', sentBy: county.organizer.name, changes: {}, kept: { name: { from: 'x', to: 'y' } } },
    ]);
    const [first, second] = historyOf(document);
    expect(second?.seq).toBe(document?.['seq']);
    expect(first?.seq).toBeLessThan(second?.seq ?? 0);
  });

  it('[HIST-2] has one row for every answered edit, rejected ones too, with all that was sent', async () => {
    const county = await busyCounty();
    const rows = await county.environment.database.query<{ outcome: string; entry: string; user_id: string }>(
      `select outcome, entry, user_id from edits where county_id = $1 and collection = 'units' order by document_id desc, seq`,
      [county.id],
    );
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'conflicted',
      'rejected',
      'rejected',
    ]);
    const rejected = rows
      .filter(({ outcome }) => outcome === 'rejected')
      .map(({ entry }) => JSON.parse(entry));
    expect(rejected).toMatchObject([{ documentId: 'u3', content: { name: '' } }, { documentId: 'u1' }]);
  });

  it('[HIST-2] chains the rows of each org unit from the first to the last', async () => {
    const county = await busyCounty();
    const { isIntact, checkedCount } = await chainOf(county);
    const [{ count } = { count: 0 }] = await county.environment.database.query<{ count: number }>(
      'select count(*) as count from edits where county_id = $1',
      [county.id],
    );
    expect([isIntact, checkedCount]).toEqual([true, count]);
    const heights = await county.environment.database.query(
      'select org_unit_id, height from chain_heads where county_id = $1 order by org_unit_id',
      [county.id],
    );
    expect(heights).toEqual([
      { org_unit_id: county.id, height: 1 },
      // Its creation, two creations of units, a conflicting edit and the conflict it made.
      { org_unit_id: east, height: 5 },
      // Its creation and the edit that was none of its business.
      { org_unit_id: west, height: 2 },
      { org_unit_id: eastVillage, height: 3 },
      { org_unit_id: 'village-west', height: 1 },
    ]);
  });

  it('[HIST-2] refuses to change, remove or empty rows', async () => {
    const county = await busyCounty();
    const { database } = county.environment;
    for (const sql of [`update edits set outcome = 'accepted'`, 'delete from edits', 'truncate edits'])
      await expect(database.query(sql)).rejects.toThrow('append-only');
  });

  it('[HIST-2] notices any change made behind its back, wherever it was made', async () => {
    const tamperings = [
      `update edits set entry = replace(entry, '单位u1', '单位u9')`,
      `update edits set answer = '{}' where outcome = 'rejected'`,
      `update edits set received_at = received_at + interval '1 second'`,
      `update edits set user_id = 'somebody else'`,
      'delete from edits where height = 1',
      'delete from edits where height = 5',
      `update chain_heads set hash = repeat('0', 64)`,
      'delete from chain_heads',
      // What the chains alone would not notice: the records, and what stands beside them.
      `update documents set body = replace(body::text, '新名', '假名')::json where id = 'u2'`,
      `update documents set body = jsonb_set(body::jsonb, '{staff}', '7')::json where id = 'u1'`,
      `update documents set body = jsonb_set(body::jsonb, '{history}', '[]')::json where id = 'u1'`,
      `update documents set org_unit_id = '${west}' where id = 'u1'`,
      `update documents set is_deleted = true where id = 'u1'`,
      `update documents set seq = 2 where id = 'u1'`,
      `delete from documents where id = 'u1'`,
      `update counties set seq = 3`,
    ];
    for (const sql of tamperings) {
      const county = await busyCounty();
      const { database } = county.environment;
      await expect(
        database.transaction(async (tx) => {
          await tx.query('alter table edits disable trigger edits_are_append_only');
          await tx.query(`${sql} ${sql.includes('where') ? 'and' : 'where'} county_id = '${county.id}'`);
          const report = await checkLog(tx, county.id);
          await tx.query('alter table edits enable trigger edits_are_append_only');
          return report;
        }),
        sql,
      ).resolves.toMatchObject({ isIntact: false });
    }
  });

  it('tells the log of a document with its conflicts, and to auditors without numbers', async () => {
    const county = await smallCounty(kind);
    const phone = '13812345678';
    await county.push(county.eastClerk, [creation('people', personAt(east, 'p1', { phone }))]);
    const edits = [
      change('people', 'p1', { phone: { from: 'x', to: '13987654321' } }),
      change('people', 'p1', { name: { from: '周明', to: '' } }),
    ];
    await county.push(county.organizer, edits);
    const key = { collection: 'people', id: 'p1' } as const;
    const history = await readHistory(county.environment, county.eastClerk, key);
    expect(history.edits.map(({ outcome }) => outcome).sort()).toEqual([
      'accepted',
      'conflicted',
      'rejected',
    ]);
    expect(history.edits.find(({ outcome }) => outcome === 'rejected')).toMatchObject({
      seq: null,
      problem: { code: 'sync.invalidDocument' },
      sentBy: county.organizer.userId,
    });
    expect(history.conflicts).toMatchObject([{ document: { documentId: 'p1', path: 'phone' } }]);
    const auditor = county.callerAt(county.id, 'auditor');
    const masked = JSON.stringify(await readHistory(county.environment, auditor, key));
    expect(masked).toContain('139****4321');
    expect(masked).not.toContain(phone);
    expect(masked).not.toContain('13987654321');
  });

  it('[SCOPE-8] tells no history of foreign documents, and not what others were refused', async () => {
    const county = await busyCounty();
    const key = { collection: 'units', id: 'u1' } as const;
    const history = await readHistory(county.environment, county.eastClerk, key);
    expect(JSON.stringify(history)).not.toContain('外人改');
    await expect(readHistory(county.environment, county.westClerk, key)).rejects.toMatchObject({
      problem: { code: 'account.notFound' },
    });
    await expect(
      readHistory(county.environment, county.eastClerk, { collection: 'units', id: '\u0000' }),
    ).rejects.toMatchObject({ problem: { code: 'account.notFound' } });
  });
});
