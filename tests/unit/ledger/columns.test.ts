import { editTextOf, parseCell } from '@renderer/components/data-grid/cell-text';
import type { Lookup } from '@renderer/components/data-grid/grid-types';
import { kindOf, type Lookups } from '@renderer/features/ledger/fields/field-kind';
import { industryLookup } from '@renderer/features/ledger/fields/references';
import { tableModel } from '@renderer/features/ledger/tables/all-tables';
import { buildColumns } from '@renderer/features/ledger/tables/build-columns';
import { type LedgerRow, ledgerTables } from '@renderer/features/ledger/tables/table-model';
import { metaOf } from '@shared/domain/define';
import { unitSchema } from '@shared/domain/unit';
import { partialDay } from '@shared/domain/values';
import { describe, expect, it } from 'vitest';
import { buildDocument, usccOf } from '../../support/build-documents';

const none: Lookup = { search: () => [], labelOf: () => null };
const lookups: Lookups = {
  units: none,
  partyOrgs: none,
  people: none,
  rooms: none,
  townships: none,
  sites: none,
  places: none,
  industries: industryLookup,
};
const columns = (table: (typeof ledgerTables)[number], isRevealed = false) =>
  buildColumns(tableModel(table), { lookups, isRevealed });
const column = (table: (typeof ledgerTables)[number], id: string, isRevealed = false) => {
  const found = columns(table, isRevealed).find((item) => item.id === id);
  if (found === undefined) throw new Error(`no column ${id}`);
  return found;
};
const row = (document: LedgerRow['document']): LedgerRow => ({ id: 'x', document, facts: null, derived: {} });

describe('columns of the ledger tables', () => {
  it('offers every field a form has that one cell can hold, each column once', () => {
    for (const table of ledgerTables) {
      const ids = columns(table).map((item) => item.id);
      expect(new Set(ids).size, table).toBe(ids.length);
      const paths = tableModel(table).groups.flatMap((group) => group.paths);
      const maps = [
        'covers',
        'posts',
        'assignments',
        'training',
        'honours',
        'appraisals',
        'owner.publicRoles',
      ];
      expect(
        paths.filter((path) => !ids.includes(path) && !maps.includes(path)),
        table,
      ).toEqual([]);
    }
  });

  it('takes labels and kinds from the model', () => {
    expect(column('units', 'uscc').label).toBe(metaOf(unitSchema.shape.uscc).label);
    expect(column('units', 'status').kind).toMatchObject({ type: 'choice' });
    expect(column('units', 'foundedOn').kind).toEqual({ type: 'date', isPartial: true });
    expect(column('units', 'buildClosedOn').kind).toEqual({ type: 'date' });
    expect(column('units', 'aboveScale').kind).toEqual({ type: 'flag' });
    expect(column('units', 'staff').kind).toMatchObject({ type: 'number', isInteger: true, min: 0 });
    expect(column('units', 'declared.venueAreaM2').kind).toMatchObject({ type: 'number', isInteger: false });
    expect(column('units', 'keyFields').kind).toMatchObject({ type: 'choices' });
    expect(column('units', 'townshipId').kind.type).toBe('lookup');
    expect(column('people', 'ethnicity').kind).toMatchObject({ type: 'choice' });
    expect(kindOf(partialDay, 'on', lookups)).toEqual({ type: 'date', isPartial: true });
  });

  it('masks numbers of people on the screen but not for editing and copying', () => {
    const person = row(
      buildDocument('people', {
        id: 'p',
        name: '林文',
        stage: 'full',
        idNo: '340123199001011237',
        phone: '13800138000',
      }),
    );
    const [idNo, phone] = [column('people', 'idNo'), column('people', 'phone')];
    expect(idNo.display?.(idNo.value(person), person)).toBe('340123********1237');
    expect(phone.display?.(phone.value(person), person)).toBe('138****8000');
    expect(editTextOf(phone, person)).toBe('13800138000');
    expect(column('people', 'phone', true).display).toBeUndefined();
  });

  it('keeps a wrong code as it was typed, normalized, and refuses to empty what a record cannot be without', () => {
    const uscc = usccOf('91', 7);
    expect(parseCell(column('units', 'uscc'), ` ${uscc.toLowerCase()} `, null)).toEqual({
      isValid: true,
      value: uscc,
    });
    expect(parseCell(column('units', 'uscc'), '9134', null)).toEqual({ isValid: true, value: '9134' });
    expect(parseCell(column('units', 'contact.phone'), '138 0013 8000', null)).toEqual({
      isValid: true,
      value: '13800138000',
    });
    expect(parseCell(column('units', 'name'), ' ', null)).toMatchObject({ isValid: false });
    expect(parseCell(column('units', 'status'), '', null)).toMatchObject({ isValid: false });
    expect(parseCell(column('units', 'status'), '注销', null)).toEqual({
      isValid: true,
      value: 'deregistered',
    });
  });

  it('reads an industry by code, by name or by an everyday word', () => {
    const industry = column('units', 'industryCode');
    for (const [text, code] of [
      ['C13', 'C13'],
      ['家具制造业', 'C21'],
      ['养殖', 'A03'],
    ])
      expect(parseCell(industry, text ?? '', null)).toEqual({ isValid: true, value: code });
    expect(parseCell(industry, '莫名其妙', null)).toMatchObject({ isValid: false });
    expect(industryLookup.search('家具', 5).map((option) => option.value)).toEqual(['C21']);
  });

  it('splits lists of names the way people separate them', () => {
    expect(parseCell(column('units', 'formerNames'), '甲厂、乙厂；丙厂', null)).toEqual({
      isValid: true,
      value: ['甲厂', '乙厂', '丙厂'],
    });
  });
});
