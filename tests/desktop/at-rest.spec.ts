/**
 * What a lost or sold computer gives away: after an import of people, their resident ids and phones are looked for in
 * every byte the program keeps: database, private files, journal, backups, kept workbook, log, a restore that was cut off.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, inflateRawSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { startDesktop } from '../support/electron-host/start-desktop';
import { inventPhone } from '../support/office-workbooks/invented';
import { inventIdNo } from '../support/office-workbooks/invented-id';
import { seeded } from '../support/office-workbooks/seeded';
import { ImportPage } from '../support/pages/import-page';
import { startBlankLedger } from '../support/pages/start-blank-ledger';
import { stallRestore, untilStalled } from '../support/stall-restore';

let profile: string;
let desktop: Desktop | null = null;

test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'desktop-'));
});
test.afterEach(async () => {
  await desktop?.kill();
  desktop = null;
  await rm(profile, { recursive: true, force: true });
});

async function start(): Promise<Page> {
  desktop = await startDesktop(profile);
  if (!desktop) throw new Error('the profile was taken');
  return desktop.page;
}

const random = seeded(20_261_122);
const names = ['周明远', '王芳洁', '李晓岭', '赵敏川'];
const people = names.map((name) => ({
  name,
  idNo: inventIdNo(random).idNo,
  phone: inventPhone(random),
}));
/** As people wrote them before 1999, and one digit that cannot be. */
const oldIdNo = '341523651203412';
const wrongIdNo = '341523198002307777';
const secrets = [...people.flatMap(({ idNo, phone }) => [idNo, phone]), oldIdNo, wrongIdNo];

/** Plain text, as no workbook is: a copy kept in the clear shows at once. */
const roster = [
  '姓名,身份证号,手机号码,党员类别,入党日期,所在党支部,紧急联系人电话,备用证件',
  ...people.map(({ name, idNo, phone }, i) =>
    [name, idNo, phone, '正式党员', '2012-07-01', '中共青溪纸业支部委员会', people[3 - i]?.phone, idNo].join(
      ',',
    ),
  ),
  `钱进川,${oldIdNo},${people[0]?.phone},正式党员,2011-07-01,中共青溪纸业支部委员会,,`,
  `孙岭洁,${wrongIdNo},${people[1]?.phone},正式党员,2011-07-01,中共青溪纸业支部委员会,,`,
].join('\r\n');

async function importRoster(page: Page): Promise<void> {
  const wizard = new ImportPage(page);
  await page.getByRole('link', { name: '导入', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件', exact: true }).click();
  await (await chooser).setFiles({
    name: '青溪镇党员名册.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(roster),
  });
  await wizard.expectStep('工作表与列');
  await wizard.goTo('核对问题');
  await wizard.goTo('差异确认');
  await wizard.decideAll();
  await wizard.confirm();
  await expect(page.getByText('原文件已随本批保存')).toBeVisible();
}

async function backUp(page: Page): Promise<void> {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '备份', exact: true }).click();
  await page.getByRole('button', { name: '现在备份' }).click();
  await expect(page.getByText(/^上次备份：/)).toBeVisible();
}

/** Leaves a restore half-way: both registers are laid down then. */
async function cutOffRestore(page: Page): Promise<void> {
  await stallRestore(page, { collection: 'orgUnits', write: 1 });
  const daily = page.getByRole('row', { name: /每日备份/ });
  await daily.getByRole('button', { name: /^恢复 / }).click();
  await page.getByRole('button', { name: '换成备份的内容' }).click();
  await untilStalled(page);
  await desktop?.kill();
}

const gzipMark = Buffer.from([0x1f, 0x8b, 8]);
/** Browsers write no name and no comment into it. */
const gzipHeadBytes = 10;

/** The bytes as they lie there, then whatever in them is only packed. */
function* layersOf(bytes: Buffer): Generator<Buffer> {
  yield bytes;
  for (let at = bytes.indexOf(gzipMark); at >= 0; at = bytes.indexOf(gzipMark, at + 1)) {
    try {
      yield inflateRawSync(bytes.subarray(at + gzipHeadBytes), { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {
      // Bytes that only look like a beginning.
    }
  }
}

/** Which of the texts stand in which files of the profile, in either of the ways Chromium and Node write text. */
async function findInProfile(texts: readonly string[]): Promise<string[]> {
  const forms = texts.map((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const found = new Set<string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    // The browser may put a file away while it is at work.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    for (const layer of layersOf(bytes))
      if (forms.flat().some((form) => layer.includes(form))) found.add(path.slice(profile.length + 1));
  }
  return [...found].sort();
}

/** @param places parts of paths that must be there: what is not kept gives nothing away */
async function expectNothingReadable(places: readonly string[]): Promise<void> {
  const kept = (await readdir(profile, { recursive: true })).join('\n');
  for (const place of places) expect(kept).toContain(place);
  // Names are not sealed: the search does look where the records are.
  expect((await findInProfile(['周明远'])).join()).toContain('IndexedDB');
  expect(await findInProfile(secrets)).toEqual([]);
}

test('nothing kept on the disk after an import, a backup and a restore cut off shows an id or a phone', async () => {
  test.setTimeout(180_000);
  let page = await start();
  await startBlankLedger(page);
  await importRoster(page);
  await backUp(page);
  await expectNothingReadable(['000001.log', '.lxbak', 'File System', 'main.log']);
  await cutOffRestore(page);
  await expectNothingReadable(['.lxbak', 'File System', 'main.log']);

  page = await start();
  await page.getByRole('button', { name: '回到恢复之前' }).click();
  await page.getByRole('link', { name: '党员' }).click();
  await page.getByLabel('显示证件号和电话').click();
  await expect(page.getByText(people[0]?.phone ?? '').first()).toBeVisible();
});
