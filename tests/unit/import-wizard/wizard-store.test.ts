import { readFileSync } from 'node:fs';
import { importBatchesOf, undoBatch } from '@renderer/data/import-batches';
import type { RegisterStore } from '@renderer/data/register-store';
import { startOffice } from '@renderer/features/import-wizard/session/start-office';
import { WizardStore } from '@renderer/features/import-wizard/session/wizard-store';
import { expect, test } from 'vitest';
import { openTestRegister } from '../../support/register/test-register';
import { openDeskInProcess } from './desk-in-process';

const fixture = (name: string): File =>
  new File([readFileSync(new URL(`../../fixtures/workbooks/${name}`, import.meta.url))], name);
const socialOrgs = '柳河乡社会组织.csv';
const enterprises = '清溪镇非公企业党建工作台账.xlsx';

const wizardOn = (store: RegisterStore): WizardStore =>
  new WizardStore({
    store,
    files: { keepFile: async () => 'kept-file' },
    backUpFirst: () => Promise.resolve(),
    openDesk: openDeskInProcess,
    startOffice: (office) => startOffice(store, office),
  });

async function readyPlan(wizard: WizardStore) {
  wizard.dispatch({ type: 'stepEntered', step: 'differences' });
  return planOf(wizard);
}

async function planOf(wizard: WizardStore) {
  await expect
    .poll(() => {
      const { planning, reading } = wizard.get();
      return (
        planning.status === 'ready' && planning.isCurrent && reading.status === 'ready' && reading.isCurrent
      );
    })
    .toBe(true);
  const { planning } = wizard.get();
  if (planning.status !== 'ready') throw new Error('no plan');
  return planning.plan;
}

test('an empty register becomes that of the township the file names, and the batch can be taken back', async () => {
  const store = await openTestRegister();
  const wizard = wizardOn(store);
  await wizard.openFile(fixture(socialOrgs));
  expect(wizard.target()).toEqual({ kind: 'newOffice', countyName: '', townshipName: '柳河乡' });
  const plan = await readyPlan(wizard);
  expect(plan.counts.create).toBe(26);
  expect(store.table('units').all()).toEqual([]);
  await wizard.write();

  expect(wizard.get().session.step).toBe('done');
  const units = store.table('units').all();
  const [township] = store
    .table('orgUnits')
    .all()
    .filter(({ level }) => level === 'township');
  expect(units).toHaveLength(16);
  expect(new Set(units.map(({ townshipId }) => townshipId))).toEqual(new Set([township?.id]));
  expect(township?.name).toBe('柳河乡');

  const [batch] = importBatchesOf(store.table('settings').all());
  await undoBatch(store, batch?.id ?? '');
  expect(store.table('units').all()).toEqual([]);
  // The office is no part of the batch: whose register it is stays said.
  expect(
    store
      .table('orgUnits')
      .all()
      .map(({ name }) => name),
  ).toContain('柳河乡');
});

test('the same file again is planned as unchanged; an edited cell becomes the one difference', async () => {
  const store = await openTestRegister();
  const first = wizardOn(store);
  await first.openFile(fixture(socialOrgs));
  await readyPlan(first);
  await first.write();

  const again = wizardOn(store);
  await again.openFile(fixture(socialOrgs));
  expect((await readyPlan(again)).isNothingNew).toBe(true);
  again.dispatch({
    type: 'cellsEdited',
    edits: [{ sheet: '柳河乡社会组织', row: 2, columnIndex: 5, text: '77' }],
    fields: [],
  });
  await expect.poll(async () => (await planOf(again)).counts.change).toBe(1);
  const changed = (await planOf(again)).items.find(({ outcome }) => outcome === 'change');
  expect(changed?.changes.map(({ path, after }) => [path, after])).toEqual([['staff', 77]]);

  // Kept as it was: nothing of it is written.
  again.dispatch({ type: 'fieldKept', itemKey: changed?.key ?? '', paths: ['staff'], isKept: true });
  await again.write();
  const unit = store.table('units').get(changed?.documentId ?? '');
  expect(unit?.staff).not.toBe(77);
  expect(changedCountOf(again)).toBe(0);
});

const changedCountOf = (wizard: WizardStore) => {
  const { writing } = wizard.get();
  return writing.status === 'saved' ? writing.result.changedCount : null;
};

test('what was answered is not asked when the file comes again', async () => {
  const store = await openTestRegister();
  const first = wizardOn(store);
  await first.openFile(fixture(enterprises));
  const open = (await readyPlan(first)).items.filter(({ outcome }) => outcome === 'decide');
  expect(open.length).toBeGreaterThan(0);
  first.dispatch({ type: 'decided', decisions: Object.fromEntries(open.map(({ key }) => [key, 'skip'])) });
  await expect.poll(async () => (await planOf(first)).counts.decide).toBe(0);
  await first.write();

  const again = wizardOn(store);
  await again.openFile(fixture(enterprises));
  const plan = await readyPlan(again);
  expect(plan.counts.decide).toBe(0);
  const answered = plan.items.filter(({ decision }) => decision?.isRemembered);
  expect(answered.map(({ label }) => label)).toEqual(open.map(({ label }) => label));
});

test('a decision leads to the plan that follows from it, and a bad file does not disturb it', async () => {
  const wizard = wizardOn(await openTestRegister());
  await wizard.openFile(fixture(enterprises));
  const plan = await readyPlan(wizard);
  const question = plan.items.find(({ decision }) => decision !== null && decision.chosen === null);
  wizard.dispatch({ type: 'decided', decisions: { [question?.key ?? '']: 'skip' } });
  await expect.poll(async () => (await planOf(wizard)).counts.decide).toBe(plan.counts.decide - 1);

  await wizard.openFile(new File([], '空.xlsx'));
  expect(wizard.get().opening).toMatchObject({ status: 'refused', problem: { code: 'file.empty' } });
  expect(wizard.get().session.file?.name).toBe(enterprises);
  expect(Object.keys(wizard.get().session.decisions)).toHaveLength(1);
});

test('a county office gets the township it does not have yet together with the records', async () => {
  const store = await openTestRegister();
  const { startBlank } = await import('@renderer/data/start');
  await startBlank(store, {
    officeName: '长丰县委社会工作部',
    countyName: '长丰县',
    townshipName: null,
    villages: [],
  });
  const wizard = wizardOn(store);
  await wizard.openFile(fixture(socialOrgs));
  expect(wizard.target()).toEqual({ kind: 'newTownship', townshipName: '柳河乡' });
  await readyPlan(wizard);
  await wizard.write();
  const orgUnits = store.table('orgUnits').all();
  const township = orgUnits.find(({ name }) => name === '柳河乡');
  expect(township?.parentId).toBe(orgUnits.find(({ level }) => level === 'county')?.id);
  expect(
    store
      .table('units')
      .all()
      .every(({ townshipId }) => townshipId === township?.id),
  ).toBe(true);
});

test('files chosen together wait for their turn', async () => {
  const wizard = wizardOn(await openTestRegister());
  wizard.openFiles([fixture(socialOrgs), fixture(enterprises)]);
  await expect.poll(() => wizard.get().session.file?.name).toBe(socialOrgs);
  expect(wizard.get().queue.map(({ name }) => name)).toEqual([enterprises]);
  wizard.openNext();
  await expect.poll(() => wizard.get().session.file?.name).toBe(enterprises);
  expect(wizard.get().queue).toEqual([]);
});

test('sheets hidden in the file wait to be taken in', async () => {
  const { utils, write } = await import('@e965/xlsx');
  const rows = [
    ['企业名称', '统一社会信用代码', '从业人员', '联系电话'],
    ['安徽恒远机械有限公司', '91340123MA9TXYX10L', 12, '13800138000'],
  ];
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '非公企业');
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '去年');
  workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  const bytes: ArrayBuffer = write(workbook, { type: 'array', bookType: 'xlsx' });
  const wizard = wizardOn(await openTestRegister());
  await wizard.openFile(new File([bytes], '两张表.xlsx'));
  await expect
    .poll(() => {
      const { reading } = wizard.get();
      return reading.status === 'ready' ? reading.overview.sheets.map(({ kind }) => kind) : null;
    })
    .toEqual(['units', 'unknown']);
});

test('opening can be cancelled, and what it would have brought is not taken any more', async () => {
  let finish = () => {};
  const slow = openDeskInProcess();
  const wizard = new WizardStore({
    store: await openTestRegister(),
    files: { keepFile: async () => 'kept-file' },
    backUpFirst: () => Promise.resolve(),
    openDesk: () => ({
      ...slow,
      open: async (file, onProgress) => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return slow.open(file, onProgress);
      },
    }),
    startOffice: async () => '',
  });
  const opening = wizard.openFile(fixture(socialOrgs));
  expect(wizard.get().opening).toMatchObject({ status: 'working', fileName: socialOrgs });
  wizard.cancelOpening();
  expect(wizard.get().opening.status).toBe('idle');
  finish();
  await opening;
  expect(wizard.get().session.file).toBeNull();
});
