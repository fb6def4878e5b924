import { linkToRecord, titleOfRecord } from '@renderer/data/record-title';
import {
  highestNumber,
  receiptText,
  receivedRecords,
  takenRecords,
  waitingRecords,
} from '@renderer/features/exchange/record-lists';
import { receiptOf } from '@renderer/sync/status/receipt';
import { type CollectionName, collectionNames, type Register } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import type { AnsweredEdit } from '@shared/domain/edit';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';

const lookups = { nameOf: (id: string) => (id === 'u1' ? '青溪纸业有限公司' : null) };
const answered = (seq: number, more: Partial<AnsweredEdit> = {}): AnsweredEdit => ({
  editId: `e${seq}`,
  op: 'change',
  at: '2026-03-05T02:00:00.000Z',
  by: '李晓',
  device: '测试机',
  changes: { staff: { from: 1, to: 2 } },
  batchId: null,
  note: null,
  seq,
  receivedAt: '2026-03-05T02:05:00.000Z',
  sentBy: '李晓',
  kept: {},
  ...more,
});
const unit = (id: string, more: object) =>
  buildDocument('units', {
    id,
    unitType: 'enterprise',
    name: `单位${id}`,
    townshipId: 't',
    status: 'operating',
    ...more,
  });
function registerOf(documents: Partial<Record<CollectionName, unknown[]>>): Register {
  // Documents were parsed by the schema of the collection they stand under.
  return Object.fromEntries(
    collectionNames.map((name) => [name, documents[name] ?? []]),
  ) as unknown as Register;
}
const pendingEdit = (at: string, paths: readonly string[]) => ({
  ...answered(0),
  at,
  changes: Object.fromEntries(paths.map((path) => [path, { from: null, to: 1 }])),
});
const noneSent = (collection: CollectionName, document: LedgerDocument) =>
  receiptOf(collection, document, new Set());
const strip = ({ seq: _seq, receivedAt: _at, sentBy: _by, kept: _kept, ...edit }: AnsweredEdit) => edit;

describe('what waits', () => {
  it('lists records the latest typed first, with the fields that were touched', () => {
    const first = unit('a', {
      isPending: true,
      pending: [strip(pendingEdit('2026-03-05T02:00:00.000Z', ['staff', 'contact.phone']))],
    });
    const second = unit('b', {
      isPending: true,
      pending: [strip({ ...answered(0), op: 'create', changes: {}, at: '2026-03-06T02:00:00.000Z' })],
    });
    const third = unit('c', { isPending: false });
    const { lines, count } = waitingRecords(registerOf({ units: [first, second, third] }), lookups, noneSent);
    expect(count).toBe(2);
    expect(lines.map(({ title, what, state }) => `${title} ${what} ${state}`)).toEqual([
      '单位b 新建 未上报',
      '单位a 修改从业人员、联系人 未上报',
    ]);
  });

  it('leaves out what stays on the device for good, though it carries its edits', () => {
    const office = buildDocument('settings', {
      id: 's',
      kind: 'office',
      name: '青溪镇党建办',
      homeOrgUnitId: 't',
      isDemo: false,
      isPending: false,
      pending: [strip({ ...answered(0), op: 'create', changes: {} })],
    });
    expect(waitingRecords(registerOf({ settings: [office] }), lookups, noneSent).count).toBe(0);
  });
});

describe('what the county answered', () => {
  const own = unit('a', { seq: 12, history: [answered(12)] });
  const others = unit('b', { seq: 15, history: [answered(9), answered(15, { sentBy: '周海', by: '周海' })] });
  const register = registerOf({ units: [own, others] });

  it('gives own records their receipt with number and time', () => {
    const { lines, count } = takenRecords(register, lookups, '李晓');
    expect(count).toBe(1);
    expect(lines[0]).toMatchObject({ title: '单位a', state: '第 12 号，2026-03-05 10:05', isNew: false });
  });

  it('puts the latest number first', () => {
    const [one, two] = [unit('c', { seq: 20, history: [answered(20)] }), own];
    const { lines } = takenRecords(registerOf({ units: [two, one] }), lookups, '李晓');
    expect(lines.map(({ title }) => title)).toEqual(['单位c', '单位a']);
  });

  it('says of an edit that met a conflict what it was about', () => {
    const kept = { legalRep: { from: null, to: '王建国' } };
    const conflicted = unit('a', { seq: 12, history: [answered(12, { changes: {}, kept })] });
    const [line] = takenRecords(registerOf({ units: [conflicted] }), lookups, '李晓').lines;
    expect(line?.what).toBe('修改法定代表人（与别处冲突，待处理）');
  });

  it('lists what others did, and marks what came since the last look', () => {
    expect(receivedRecords(register, lookups, '李晓', 0).lines).toMatchObject([
      { title: '单位b', by: '周海', isNew: true },
    ]);
    expect(receivedRecords(register, lookups, '李晓', 15).lines[0]?.isNew).toBe(false);
    expect(highestNumber(register)).toBe(15);
  });
});

describe('a receipt', () => {
  it('tells what is on its way from what waits and what was received', () => {
    const waiting = unit('a', {
      isPending: true,
      pending: [strip(pendingEdit('2026-03-06T02:00:00.000Z', ['staff']))],
    });
    const sent = new Set(waiting.pending.map(({ editId }) => editId));
    expect(receiptText(receiptOf('units', waiting, new Set()))).toBe('未上报');
    expect(receiptText(receiptOf('units', waiting, sent))).toBe('已上报待答复');
    const received = unit('a', { seq: 12, history: [answered(12)] });
    expect(receiptText(receiptOf('units', received, sent))).toBe('县级已收，第 12 号，2026-03-05 10:05');
  });
});

describe('records without a name', () => {
  const visit = buildDocument('records', {
    id: 'r',
    kind: 'visit',
    unitId: 'u1',
    on: '2026-03-02',
    by: '李晓',
    byKind: 'officer',
    mode: 'onSite',
  });

  it('are called by their kind, subject and day, and open at their subject', () => {
    expect(titleOfRecord('records', visit, lookups)).toBe('走访·青溪纸业有限公司 2026-03-02');
    expect(linkToRecord('records', visit)).toEqual({
      to: '/ledger/units/$unitId',
      params: { unitId: 'u1' },
    });
  });
});
