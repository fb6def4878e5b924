import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readBackup, verifyBackup } from '@server/backup/read-backup';
import { restoreBackup } from '@server/backup/restore-backup';
import { writeBackup } from '@server/backup/write-backup';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyRow, fillCounty } from '../../support/databases/filled-county';
import { databaseKinds, type FreshDatabase, freshDatabase } from '../../support/databases/fresh-database';
import { seeded } from '../../support/office-workbooks/seeded';

const restoring = { now: '2026-11-21T08:00:00.000Z', newEpoch: 'epoch-2' };

let folder: string;
let whole: Buffer;
let fresh: FreshDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'two-new-ledger-damaged-'));
  fresh = await freshDatabase('pglite');
  await fillCounty(fresh.database);
  const { file } = await writeBackup(fresh.database, join(folder, 'whole.ndjson.gz'), restoring.now);
  whole = readFileSync(file);
});
afterAll(async () => {
  await fresh.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const lines = () => gunzipSync(whole).toString().trimEnd().split('\n');
const packed = (text: readonly string[]) => gzipSync(`${text.join('\n')}\n`);
/** With a trailer that fits: damage that only the database can find. */
const sealed = (text: readonly string[]) => {
  const body = text.slice(0, -1).map((line) => `${line}\n`);
  const sha256 = createHash('sha256').update(body.join('')).digest('hex');
  return gzipSync(`${body.join('')}${JSON.stringify({ sha256 })}\n`);
};
const refused = async (bytes: Uint8Array) => {
  const file = join(folder, 'damaged.ndjson.gz');
  writeFileSync(file, bytes);
  const error = await verifyBackup(file).catch((thrown: unknown) => thrown);
  return (error as { readonly problem?: { readonly code: string } }).problem?.code ?? String(error);
};

describe('a damaged backup file is refused', () => {
  test('cut off anywhere', async () => {
    const random = seeded(7);
    const lengths = [
      1,
      5,
      12,
      whole.length - 1,
      ...Array.from({ length: 40 }, () => random.below(whole.length)),
    ];
    for (const length of lengths)
      expect(await refused(whole.subarray(0, length))).toBe('server.backupDamaged');
  });

  test('with any byte altered', async () => {
    const random = seeded(8);
    for (let i = 0; i < 60; i++) {
      const bytes = Buffer.from(whole);
      // The ten bytes in front are gzip's own: some of them say nothing about the content.
      const at = 10 + random.below(bytes.length - 10);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      expect(await refused(bytes)).toBe('server.backupDamaged');
    }
  });

  test.each([
    ['a line missing', (text: string[]) => text.splice(8, 1)],
    ['a line twice', (text: string[]) => text.splice(8, 0, text[8] ?? '')],
    [
      'a name altered',
      (text: string[]) => text.splice(0, text.length, ...text.map((line) => line.replace('李敏', '李梅'))),
    ],
    ['more after the end', (text: string[]) => text.push('{}')],
    ['no end', (text: string[]) => text.pop()],
    ['two tables exchanged', (text: string[]) => text.splice(1, 2, text[2] ?? '', text[1] ?? '')],
  ])('with %s', async (_, damage) => {
    const text = lines();
    const before = text.join('\n');
    damage(text);
    expect(text.join('\n')).not.toBe(before);
    expect(await refused(packed(text))).toBe('server.backupDamaged');
  });

  test('when it never was one', async () => {
    expect(await refused(Buffer.from('dear county'))).toBe('server.backupForeign');
    expect(await refused(gzipSync('{"format":"something else"}\n'))).toBe('server.backupForeign');
    expect(await refused(gzipSync('plain text\n'))).toBe('server.backupForeign');
    expect(await refused(Buffer.alloc(0))).toBe('server.backupDamaged');
  });

  test('when a newer program wrote it', async () => {
    const [header = '', ...rest] = lines();
    const newer = header.replace('"version":1', '"version":2');
    expect(await refused(sealed([newer, ...rest]))).toBe('server.backupNewer');
  });

  test('when it is not there', async () => {
    await expect(verifyBackup(join(folder, 'none.ndjson.gz'))).rejects.toMatchObject({
      problem: { code: 'server.backupUnreadable' },
    });
  });
});

test('rows come in parts, so that the county never has to fit into memory', async () => {
  const text = lines();
  const at = text.indexOf('{"table":"documents"}') + 1;
  const row = text[at] ?? '';
  const header = (text[0] ?? '').replace(
    '{"name":"documents","rows":30}',
    '{"name":"documents","rows":1330}',
  );
  text.splice(at, 0, ...Array.from({ length: 1300 }, () => row));
  const file = join(folder, 'many.ndjson.gz');
  writeFileSync(file, sealed([header, ...text.slice(1)]));
  const parts: number[] = [];
  for await (const { table, rows } of readBackup(file, () => undefined))
    if (table === 'documents') parts.push(rows.length);
  expect(parts).toEqual([500, 500, 330]);
});

describe.each(databaseKinds)('a restore that fails in %s', (kind) => {
  test.each([
    ['because the file is cut off', () => whole.subarray(0, whole.length - 20)],
    [
      'in the middle, because a row is none',
      () => sealed(lines().map((line) => line.replace('"outcome":"accepted"', '"outcome":"perhaps"'))),
    ],
    [
      'because a table is unknown',
      () => sealed(lines().map((line) => line.replaceAll('"conflicts"', '"quarrels"'))),
    ],
  ])('%s changes nothing', async (_, make) => {
    const { database, dispose } = await freshDatabase(kind);
    await fillCounty(database, { name: '原来的县' });
    const before = await everyRow(database);
    const file = join(folder, `${kind}.ndjson.gz`);
    writeFileSync(file, make());
    await expect(restoreBackup(database, file, restoring)).rejects.toThrow();
    expect(await everyRow(database)).toEqual(before);
    await expect(database.query('delete from edits')).rejects.toThrow('append-only');
    await dispose();
  });
});
