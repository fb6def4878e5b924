/** H1–H9, H16, H27: where the heading stands, what its columns mean, which rows are records. */
import { describe, expect, it } from 'vitest';
import { type Content, codesAt, ledger, problemsAt, readFlat, readOne } from './sheet-builder';

const uscc = '91340123MA9TXYX10L';
const plain = [
  ['序号', '企业名称', '信用代码', '职工人数', '党员数'],
  [1, '甲木食品有限公司', uscc, 12, 3],
  [2, '乙水机械有限公司', null, 30, 0],
] as const satisfies readonly (readonly Content[])[];

describe('H1 titles, captions and blank rows above the heading', () => {
  it.each([0, 1, 3, 9])('finds the heading below %i blank rows, a title and a 填报单位 line', (blank) => {
    const above: Content[][] = [
      ['某镇2026年非公有制企业党建工作台账'],
      ...Array.from({ length: blank }, () => []),
      ['填报单位(盖章)：某镇党委', null, null, '填报时间：2026年6月'],
    ];
    const sheet = readOne([...above, ...plain]);
    expect(sheet.headerRows).toEqual([blank + 3]);
    expect(sheet.units.map(({ values }) => values['name'])).toEqual(['甲木食品有限公司', '乙水机械有限公司']);
    expect(sheet.reportingUnit).toBe('某镇党委');
    expect(sheet.title).toContain('党建工作台账');
  });

  it('says so when no heading can be found, and keeps quiet about an empty sheet', () => {
    const sheet = readOne([['一些话'], ['没有表头'], ['也没有数']]);
    expect(codesAt(sheet, null)).toContain('import.headerNotFound');
    expect(readOne([]).problems).toEqual([]);
  });
});

describe('H2 headings of several rows', () => {
  const rows: Content[][] = [
    ['序号', '企业基本情况', null, '党员队伍', null, null],
    [null, '企业名称', '从业人员', '总数', '35岁以下', '流动党员'],
    [1, '甲木食品有限公司', 20, 5, 2, 1],
  ];
  it('reads merged groups', () => {
    const sheet = readOne(rows, { merges: ['A1:A2', 'B1:C1', 'D1:F1'] });
    expect(sheet.headerRows).toEqual([1, 2]);
    expect(sheet.headerPaths[4]).toEqual(['党员队伍', '35岁以下']);
    expect(sheet.units[0]?.values).toMatchObject({ staff: 20, 'declared.members': 5, 'declared.under35': 2 });
  });
  it('fills groups to the right whose merges were lost (csv)', () => {
    const sheet = readOne(rows);
    expect(sheet.headerPaths[5]).toEqual(['党员队伍', '流动党员']);
    expect(sheet.units[0]?.values['declared.floating']).toBe(1);
  });
  it('reads three rows with ticks at the lowest level', () => {
    const [unit] = readFlat(
      [
        ['序号', '企业基本情况', null, null, null],
        [null, '企业名称', '企业类型', null, null],
        [null, null, '私营', '港澳台', '外商'],
        [1, '甲木食品有限公司', null, '√', null],
      ],
      { merges: ['A1:A3', 'B1:E1', 'B2:B3', 'C2:E2'] },
    ).units;
    expect(unit).toMatchObject({ name: '甲木食品有限公司', ownership: 'hkmt' });
  });
});

describe('H3 typing errors and copied labels', () => {
  it('takes 公会 for 工会', () => {
    expect(readFlat(ledger(['公会'], ['有'], ['无'])).units.map(({ union }) => union)).toEqual([true, false]);
  });
  it('reads a copied label under 未建原因 as 其他 and asks', () => {
    const sheet = readOne(
      [
        ['企业名称', '是否建立党组织', '未建立党组织原因', null, null],
        [null, null, '没有党员', '企业出资人不支持', '外商投资企业'],
        ['甲木食品有限公司', '否', null, null, '√'],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:E1'] },
    );
    expect(sheet.units[0]?.values['notBuiltReason']).toBe('other');
    expect(sheet.problems.map(({ code }) => code)).toContain('import.headingCopied');
  });
  it('accepts one wrong character in a long heading and asks', () => {
    const sheet = readOne(ledger(['从业人原数量'], [15]));
    expect(sheet.units[0]?.values['staff']).toBe(15);
    expect(problemsAt(sheet, null)[0]?.code).toBe('import.columnGuessed');
  });
  it('lists columns it does not know instead of dropping them in silence', () => {
    const sheet = readOne(ledger(['厂区绿化率'], ['30%']));
    expect(problemsAt(sheet, null, '厂区绿化率')[0]?.code).toBe('import.columnUnknown');
  });
});

describe('H4 the same sub-heading twice', () => {
  it('tells 姓名 and 联系电话 by their groups', () => {
    const [unit] = readFlat(
      [
        ['企业基本情况', null, '出资人', '书记', null],
        ['企业名称', '联系电话', '姓名', '姓名', '联系电话'],
        ['甲木食品有限公司', '0551-67712345', '王一', '李二', '13800138000'],
      ],
      { merges: ['A1:B1', 'D1:E1'] },
    ).units;
    expect(unit).toMatchObject({ phone: '0551-67712345', owner: '王一', secretary: '李二' });
  });
  it('gives a bare 联系电话 beside 书记 to the secretary', () => {
    const sheet = readOne(ledger(['书记', '联系电话'], ['李二', '13800138000']));
    expect(sheet.partyOrgs[0]?.values['phone']).toBe('13800138000');
    expect(sheet.units[0]?.values['contact.phone']).toBeUndefined();
  });
});

describe('a bare 成立时间', () => {
  it('belongs to the Party organization beside its columns, else to the unit', () => {
    const beside = readOne(ledger(['是否建立党组织', '成立时间'], ['是', '2020.3']));
    expect(beside.partyOrgs[0]?.values['foundedOn']).toBe('2020-03');
    expect(beside.units[0]?.values['foundedOn']).toBeUndefined();
    const alone = readOne(ledger(['信用代码', '成立时间', '职工人数'], [uscc, '2020.3', 5]));
    expect(alone.units[0]?.values['foundedOn']).toBe('2020-03');
  });
});

describe('H5 vertical merges', () => {
  const rows: Content[][] = [
    ['村', '企业名称', '党员数'],
    ['东村', '甲木食品有限公司', 3],
    [null, '乙水机械有限公司', null],
    [null, '丙火纺织有限公司', 4],
  ];
  it('fills down inside the merge and not below it', () => {
    const sheet = readOne(rows, { merges: ['A2:A3'] });
    expect(sheet.units.map(({ siteName }) => siteName)).toEqual(['东村', '东村', null]);
  });
  it('never copies a merged number to every row, but asks', () => {
    const sheet = readOne(rows, { merges: ['A2:A3', 'C2:C3'] });
    expect(sheet.units.map(({ values }) => values['declared.members'])).toEqual([3, null, 4]);
    expect(codesAt(sheet, 3, '党员数')).toContain('import.mergedNumber');
  });
});

describe('H6 totals', () => {
  const rows = (total: number): Content[][] => [
    ['序号', '企业名称', '职工人数'],
    [1, '甲木食品有限公司', 10],
    [null, '东村小计', 10],
    [2, '乙水机械有限公司', 20],
    [null, '西村小计', 20],
    ['合　计', null, total],
  ];
  it('drops them also in the middle, and is silent when they agree', () => {
    const sheet = readOne(rows(30));
    expect(sheet.units).toHaveLength(2);
    expect(sheet.skippedRows.map(({ row, why }) => [row, why])).toEqual([
      [3, 'total'],
      [5, 'total'],
      [6, 'total'],
    ]);
    expect(sheet.problems.filter(({ row }) => row !== null)).toEqual([]);
  });
  it('compares them with our sum', () => {
    const sheet = readOne(rows(31));
    expect(problemsAt(sheet, 6, '职工人数')[0]).toMatchObject({
      code: 'import.totalDiffers',
      details: { written: 31, counted: 30 },
    });
  });
  it('keeps a firm whose name contains 合计', () => {
    const sheet = readOne([
      ['企业名称', '职工人数'],
      ['合计会计事务所', 3],
      ['甲木食品有限公司', 4],
    ]);
    expect(sheet.units).toHaveLength(2);
  });
});

describe('H7 footers', () => {
  it('stops at 填报人 and 备注, and still reads a record that stands below, asking', () => {
    const sheet = readOne([
      ...plain,
      [],
      ['填报人：王某', null, '审核人：李某'],
      ['备注：数据截至6月底'],
      [3, '丙火纺织有限公司', null, 8, 1],
    ]);
    expect(sheet.skippedRows.map(({ row, why }) => [row, why])).toEqual([
      [5, 'footer'],
      [6, 'footer'],
    ]);
    expect(sheet.units.map(({ row }) => row)).toEqual([2, 3, 7]);
    expect(codesAt(sheet, 7)).toContain('import.rowAfterFooter');
  });
});

describe('H8 one sheet per village', () => {
  it('takes the village from the sheet name, and asks', () => {
    const sheet = readOne(plain, { name: '北岭村' });
    expect(sheet.units.every(({ siteName }) => siteName === '北岭村')).toBe(true);
    expect(codesAt(sheet, null)).toContain('import.villageFromSheetName');
  });
  it('leaves it when the clerk says no, and never does it for a sheet called Sheet1', () => {
    const context = { sheetChoices: { 北岭村: { isVillageFromName: false } } };
    expect(readOne(plain, { name: '北岭村' }, context).units[0]?.siteName).toBeNull();
    expect(readOne(plain, { name: 'Sheet1' }).units[0]?.siteName).toBeNull();
  });
  it('takes the village from a line across the table', () => {
    const sheet = readOne([
      ['序号', '企业名称', '信用代码'],
      ['一、东村'],
      [1, '甲木食品有限公司', uscc],
      ['二、西村'],
      [2, '乙水机械有限公司', null],
    ]);
    expect(sheet.units.map(({ siteName }) => siteName)).toEqual(['东村', '西村']);
  });
});

describe('H9 hidden rows, columns, sheets and filters', () => {
  it('reads them and asks, row by row', () => {
    const sheet = readOne(plain, { hiddenRows: [3], hiddenColumns: [3], isHidden: true, isFiltered: true });
    expect(sheet.units.map(({ isHidden }) => isHidden)).toEqual([false, true]);
    expect(codesAt(sheet, 3)).toContain('import.hiddenRow');
    expect(codesAt(sheet, null)).toEqual(
      expect.arrayContaining(['import.hiddenSheet', 'import.filtered', 'import.hiddenColumn']),
    );
  });
  it('leaves a hidden row out when the clerk says so', () => {
    const answers = [{ sheet: '企业台账', row: 3, field: 'row.isIncluded', value: false }];
    const sheet = readOne(plain, { hiddenRows: [3] }, { answers });
    expect(sheet.units).toHaveLength(1);
    expect(codesAt(sheet, 3)).toEqual([]);
  });
});
