/** npm run server:import-package as a process, on a county in a folder, with the report of a real device. */
import { randomFillSync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@server/db/open-database';
import { packageProblems } from '@shared/problems/package-problems';
import { createKeys } from '@shared/sync/packages/keys';
import { buildPackage, readPackage } from '@shared/sync/packages/package-file';
import { keyBoxOverhead, sealForKey } from '@shared/sync/packages/sealed-box';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestCounty } from '../../support/county/test-county';
import { everyRow } from '../../support/databases/filled-county';
import { type FreshFolder, freshPgliteFolder } from '../../support/databases/fresh-pglite-folder';
import { runServerCommand } from '../../support/databases/run-server-command';
import { addUnit, unitOf } from '../device/device';
import { type CarriedDevice, exportReport, joinedThenUnplugged, takeAt } from './stick';

let place: FreshFolder;
let stick: string;
beforeEach(async () => {
  place = await freshPgliteFolder();
  stick = join(place.around, 'usb');
  mkdirSync(stick);
});
afterEach(() => place.dispose());

const openFolder = () => openDatabase({ url: null, folder: place.folder });

/** A device of the county in the folder, which is stopped then: one process at a time may have the folder open. */
async function townshipAway(): Promise<CarriedDevice> {
  const county = await startTestCounty({ database: await openFolder() });
  const away = await joinedThenUnplugged(county);
  await county.close();
  return away;
}

/** Everything the county holds, and the files on the stick. */
async function everything() {
  const database = await openFolder();
  try {
    return { rows: await everyRow(database), files: readdirSync(stick) };
  } finally {
    await database.close();
  }
}

function onStick(name: string, bytes: Uint8Array): string {
  const file = join(stick, name);
  writeFileSync(file, bytes);
  return file;
}

const importPackage = (file: string) => runServerCommand(place.folder, 'server:import-package', file);

async function refused(file: string, sentence: string): Promise<void> {
  const before = await everything();
  expect(await importPackage(file)).toEqual({ code: 1, out: '', err: `${sentence}\n` });
  expect(await everything()).toEqual(before);
}

it('[PACKAGE-6][PACKAGE-7] takes the report of a township, and the receipt beside it settles it there', async () => {
  const away = await townshipAway();
  const id = await addUnit(away, { name: '远山公司', staff: 1 });
  const { fileName, bytes } = await exportReport(away);
  const ran = await importPackage(onStick(fileName, bytes));
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toContain('第 1 号上报包（章小溪）已导入。\n收下 1 处，冲突 0 处，退回 0 处，代管 0 处。');
  const [receipt = '', ...more] = readdirSync(stick).filter((name) => name !== fileName);
  expect(more).toEqual([]);
  expect(ran.out).toContain(`回执包：${join(stick, receipt)}\n`);
  expect(await takeAt(away, new Uint8Array(readFileSync(join(stick, receipt))))).toMatchObject({
    kind: 'receipt',
    counts: { accepted: 1 },
    unsentCount: 0,
  });
  expect(unitOf(away, id)).toMatchObject({ isPending: false, history: [{ sentBy: '章小溪' }] });
  expect(away.engine.status.get().agreement).toMatchObject({ isAgreed: true });
}, 240_000);

it('[PACKAGE-8] refuses one that was imported before, one of another county, and what is none, and changes nothing', async () => {
  const away = await townshipAway();
  await addUnit(away, { name: '远山公司' });
  const { fileName, bytes } = await exportReport(away);
  const file = onStick(fileName, bytes);
  expect(await importPackage(file)).toMatchObject({ code: 0 });
  await refused(file, packageProblems.duplicate({ number: 1 }).text);
  await refused(onStick('邻县.lxpkg', ofOtherCounty(bytes)), packageProblems.otherCounty(neighbour).text);
  await refused(onStick('照片.lxpkg', new Uint8Array([1, 2, 3])), packageProblems.notPackage({}).text);
  const missing = join(stick, '没有.lxpkg');
  await refused(missing, packageProblems.fileUnreadable({ file: missing }).text);
}, 240_000);

const neighbour = { countyId: 'P-NEIGHBOUR', countyName: '邻县' };

/** As a device of another county would write it: whole, signed with its own key, sealed for its own county. */
function ofOtherCounty(bytes: Uint8Array): Uint8Array {
  const read = readPackage(bytes);
  if (!read.ok) throw new Error(read.problem.text);
  const { size: _, sealedBy: __, ...header } = read.file.header;
  const fill = (into: Uint8Array<ArrayBuffer>) => void randomFillSync(into);
  const keys = createKeys(fill);
  const seal = (about: Uint8Array, plain: Uint8Array) => sealForKey(keys.public.sealing, about, plain, fill);
  const sealing = { by: 'key' as const, overhead: keyBoxOverhead, seal };
  return buildPackage({ ...header, ...neighbour }, [], sealing, keys.secret.signing);
}
