import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { restoreBackup } from '@server/backup/restore-backup';
import { writeBackup } from '@server/backup/write-backup';
import { importReport } from '@server/services/packages/import-report';
import { expect, it, onTestFinished } from 'vitest';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { placeIds } from '../../support/county/test-places';
import { addUnit, unitOf } from '../device/device';
import { bytesOf, type CarriedDevice, exportReport, joinedThenUnplugged, takeAt } from './stick';

/** At the server's own console: a restore ends all sessions. */
const importHere = async ({ environment }: TestCounty, device: CarriedDevice) => {
  const keeper = { realm: { countyId: placeIds.county, rootId: null }, userId: null };
  return importReport(environment, keeper, (await exportReport(device)).bytes);
};
const trip = async (county: TestCounty, device: CarriedDevice) =>
  takeAt(device, bytesOf((await importHere(county, device)).receipt));

async function backUp({ environment: { database, now } }: TestCounty): Promise<string> {
  const folder = await mkdtemp(joinPath(tmpdir(), 'packages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return (await writeBackup(database, joinPath(folder, 'county.backup'), now())).file;
}

it('[PACKAGE-6][EPOCH-3] a county restored meanwhile takes no push, tells so, and gets everything back with the next report', async () => {
  const county = await startTestCounty();
  onTestFinished(() => county.close());
  const away = await joinedThenUnplugged(county);
  const file = await backUp(county);
  const lost = await addUnit(away, { name: '备份之后报的' });
  expect(await trip(county, away)).toMatchObject({ counts: { accepted: 1 } });
  const old = await importHere(county, away);
  const { database, newId, now } = county.environment;
  await restoreBackup(database, file, { now: now(), newEpoch: newId() });

  const fresh = await addUnit(away, { name: '恢复之后报的' });
  const imported = await importHere(county, away);
  expect(imported.counts).toMatchObject({ accepted: 0, postponed: 1 });
  expect(await takeAt(away, bytesOf(imported.receipt))).toMatchObject({ isPostponed: true, unsentCount: 2 });
  expect(await takeAt(away, bytesOf(old.receipt))).toBe('package.outdated');
  expect(await trip(county, away)).toMatchObject({ counts: { accepted: 2 }, unsentCount: 0 });
  for (const id of [lost, fresh]) expect(unitOf(away, id)).toMatchObject({ isPending: false });
  expect(away.engine.status.get().agreement?.isAgreed).toBe(true);
}, 120_000);

it('[EPOCH-1] a receipt of the life that was lost answers nothing in the new one', async () => {
  const county = await startTestCounty();
  onTestFinished(() => county.close());
  const away = await joinedThenUnplugged(county);
  const file = await backUp(county);
  const id = await addUnit(away, { name: '两头落空的' });
  const old = await importHere(county, away);
  const { database, newId, now } = county.environment;
  await restoreBackup(database, file, { now: now(), newEpoch: newId() });
  // The device hears of the new life over the network first; everybody has to log in again then.
  away.cable.isOut = false;
  await away.engine.round();
  await away.engine.actions.login('clerk', '山高-水长-2026');
  await away.engine.round();
  away.cable.isOut = true;
  expect(unitOf(away, id)).toMatchObject({ isPending: false });
  const seq = unitOf(away, id)?.seq;
  expect(await takeAt(away, bytesOf(old.receipt))).toBe('package.doesNotFit');
  expect(unitOf(away, id)?.seq).toBe(seq);
}, 120_000);
