import { describeGesture, operationsOf } from '@renderer/features/ledger/page/cell-operations';
import { parseLedgerSearch, parseUnitDetailSearch } from '@renderer/features/ledger/page/ledger-search';
import { blankRecord, draftOf, formSchema } from '@renderer/features/ledger/record/new-record';
import { ledgerTables } from '@renderer/features/ledger/tables/table-model';
import { maskText } from '@shared/domain/mask-text';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';

const unit = buildDocument('units', {
  id: 'u',
  name: '青溪纸业有限公司',
  unitType: 'enterprise',
  townshipId: 't',
  status: 'operating',
  statusSince: '2015-03',
});
const operations = (changes: Parameters<typeof operationsOf>[1]) =>
  operationsOf('units', changes, (id) => (id === 'u' ? unit : undefined), '2026-11-21');

describe('cells to operations', () => {
  it('makes one operation per record and leaves out records that are gone', () => {
    expect(
      operations([
        { rowId: 'u', columnId: 'staff', value: 12 },
        { rowId: 'u', columnId: 'contact.phone', value: null },
        { rowId: 'gone', columnId: 'staff', value: 1 },
      ]),
    ).toEqual([
      { op: 'change', collection: 'units', id: 'u', changes: { staff: 12, 'contact.phone': null } },
    ]);
  });

  it('remembers the state a unit had, so that past days can still be counted', () => {
    const [made] = operations([{ rowId: 'u', columnId: 'status', value: 'suspended' }]);
    expect(made).toMatchObject({
      changes: { status: 'suspended', statusSince: '2026-11-21', 'pastStatuses.2015-03': 'operating' },
    });
    const [dated] = operations([
      { rowId: 'u', columnId: 'status', value: 'suspended' },
      { rowId: 'u', columnId: 'statusSince', value: '2026-06' },
    ]);
    expect(dated).toMatchObject({ changes: { statusSince: '2026-06', 'pastStatuses.2015-03': 'operating' } });
    const [same] = operations([{ rowId: 'u', columnId: 'status', value: 'operating' }]);
    expect(same).toMatchObject({ changes: { status: 'operating' } });
  });

  it('names the step for the undo button', () => {
    const label = (id: string) => (id === 'staff' ? '从业人员' : '电话');
    const change = (columnId: string) => ({ rowId: 'u', columnId, value: 1 });
    expect(describeGesture([change('staff')], 'typed', label)).toBe('修改从业人员');
    expect(describeGesture([change('staff'), change('staff')], 'filled', label)).toBe('填充从业人员 2 处');
    expect(describeGesture([change('staff'), change('phone')], 'pasted', label)).toBe('粘贴 2 处');
  });
});

describe('new records', () => {
  it('begin with every field of the form and ask only for what nobody can guess', () => {
    for (const table of ledgerTables) {
      const parsed = formSchema(table).safeParse(blankRecord(table, 'township'));
      expect(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.')), table).toEqual([
        'name',
      ]);
    }
    expect(formSchema('units').safeParse({ ...blankRecord('units', null), name: '甲' }).success).toBe(false);
  });

  it('put pasted values where they belong', () => {
    expect(draftOf('units', 't', { name: '甲', 'contact.phone': '13800138000' })).toMatchObject({
      name: '甲',
      townshipId: 't',
      contact: { name: null, phone: '13800138000' },
    });
  });
});

describe('addresses', () => {
  it('keeps what can be read and drops the rest', () => {
    const filters = { staff: { type: 'range', min: 50, max: null } };
    const search = { view: 'blank', q: 'qx', filters, sort: [{ columnId: 'staff', isDescending: true }] };
    expect(parseLedgerSearch({ ...search, other: 1 })).toEqual(search);
    expect(parseLedgerSearch({ view: 3, filters: { staff: { type: 'nonsense' } }, q: 'x' })).toEqual({
      q: 'x',
    });
    expect(parseUnitDetailSearch({ tab: 'six' })).toEqual({ tab: 'six' });
    expect(parseUnitDetailSearch({ tab: 'nowhere' })).toEqual({});
  });
});

describe('masking', () => {
  it.each([
    ['13800138000', 'phone', '138****8000'],
    ['0551-67712345', 'phone', '055******2345'],
    ['13800138000、13900139000', 'phone', '138****8000、139****9000'],
    ['340123199001011237', 'idNo', '340123********1237'],
    ['12', 'idNo', '**'],
    ['正式党员', 'membership', '正式党员'],
  ] as const)('shows %s (%s) as %s', (text, kind, masked) => {
    expect(maskText(text, kind)).toBe(masked);
  });
});
