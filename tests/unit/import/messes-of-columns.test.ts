/** H16, H27 and what clerks decide about columns. */
import { describe, expect, it } from 'vitest';
import { type Content, codesAt, ledger, problemsAt, readFlat, readOne } from './sheet-builder';

const uscc = '91340123MA9TXYX10L';
const plain = [
  ['序号', '企业名称', '信用代码', '职工人数', '党员数'],
  [1, '甲木食品有限公司', uscc, 12, 3],
  [2, '乙水机械有限公司', null, 30, 0],
] as const satisfies readonly (readonly Content[])[];

describe('H16 columns with ticks', () => {
  const headings: Content[][] = [
    ['企业名称', '是否建立党组织', '党组织组建形式', null, null, '党组织类别', null],
    [null, null, '单独建立', '联合建立', '网格建立', '党支部', '党委'],
  ];
  const merges = ['A1:A2', 'B1:B2', 'C1:E1', 'F1:G1'];
  const read = (row: Content[]) => readOne([...headings, row], { merges });
  it('turns one tick into the code', () => {
    expect(read(['甲木食品有限公司', '是', '√', null, null, null, '√']).partyOrgs[0]?.values).toMatchObject({
      formation: 'solo',
      tier: 'committee',
    });
  });
  it('refuses two ticks under the heading of the group, offering both', () => {
    const [problem] = problemsAt(
      read(['甲木食品有限公司', '是', '√', '√', null, '√', null]),
      3,
      '党组织组建形式',
    );
    expect(problem).toMatchObject({ code: 'import.severalTicks', severity: 'error' });
    expect(problem?.choices?.map(({ value }) => value)).toEqual(['solo', 'joint']);
  });
  it('misses a tick only where one is due', () => {
    expect(
      codesAt(read(['甲木食品有限公司', '是', null, null, null, '√', null]), 3, '党组织组建形式'),
    ).toEqual(['import.noTick']);
    expect(codesAt(read(['甲木食品有限公司', '否', null, null, null, null, null]), 3)).toEqual([]);
  });
  it('takes an empty box as no where a group holds ticks only, else as unknown', () => {
    const group = (rows: Content[][]) =>
      readFlat([['企业名称', '群团组织', null], [null, '工会', '妇联'], ...rows], {
        merges: ['A1:A2', 'B1:C1'],
      }).units.map(({ union, women }) => [union, women]);
    const ticks = group([
      ['甲木食品有限公司', '√', null],
      ['乙水机械有限公司', null, null],
    ]);
    expect(ticks).toEqual([
      [true, false],
      [false, false],
    ]);
    const words = group([
      ['甲木食品有限公司', '√', null],
      ['乙水机械有限公司', '无', null],
    ]);
    expect(words).toEqual([
      [true, null],
      [false, null],
    ]);
  });
});

describe('columns that count members wider or narrower (F10)', () => {
  const read = (heads: readonly (readonly [string | null, string])[], row: readonly Content[]) => {
    const widths = heads.map(([group]) => group);
    return readOne(
      [
        ['社会组织名称', ...widths],
        [null, ...heads.map(([, leaf]) => leaf)],
        ['甲木商会', ...row],
      ],
      { name: '社会组织' },
    );
  };
  const members = (...read_: Parameters<typeof read>) => {
    const values = read(...read_).units[0]?.values;
    return [values?.['declared.members'], values?.['declared.elsewhere'] ?? null];
  };
  const staff = ['从业人员', '总数'] as const;
  const amongStaff = ['从业人员', '党员'] as const;
  const inCharge = ['党员', '纳入管理'] as const;
  const inside = ['党员', '关系在内'] as const;
  it('关系在内 wins over 从业人员的党员, wherever it stands; 纳入管理 tells those elsewhere', () => {
    expect(members([staff, amongStaff, inCharge, inside], [30, 9, 8, 5])).toEqual([5, 3]);
    expect(members([inside, inCharge, staff, amongStaff], [5, 8, 30, 9])).toEqual([5, 3]);
    expect(members([staff, amongStaff, [null, '组织关系在本单位党员数']], [30, 9, 5])).toEqual([5, null]);
  });
  it('the wider count stands in where nothing narrower is there', () => {
    expect(members([staff, amongStaff], [30, 9])).toEqual([9, null]);
    expect(members([staff, inCharge], [30, 8])).toEqual([8, null]);
  });
  it('the column left out is named, and more members inside than in charge are reported', () => {
    const sheet = read([staff, amongStaff, inCharge, inside], [30, 9, 4, 5]);
    expect(problemsAt(sheet, null, '党员').map(({ text }) => text)).toEqual([
      expect.stringMatching(/^“党员”与“关系在内”两列.*现在只导入“关系在内”一列/),
    ]);
    expect(codesAt(sheet, 3, '关系在内')).toEqual(['import.partOverWhole']);
    expect(sheet.units[0]?.values['declared.elsewhere'] ?? null).toBeNull();
  });
});

describe('H27 traditional script and pinyin in headings', () => {
  it('reads 企業(yè)名稱 and 從業人員', () => {
    const sheet = readOne([
      ['企業(yè)名稱', '從業人員', '黨員數', '法定代表人'],
      ['甲木食品有限公司', 9, 2, '王一'],
    ]);
    expect(sheet.units[0]?.values).toMatchObject({
      name: '甲木食品有限公司',
      staff: 9,
      'declared.members': 2,
    });
  });
});

describe('choices and memory', () => {
  it('lets the clerk put a column by hand, and remembers it for the office', () => {
    const rows = ledger(['规模'], [25]);
    const chosen = readOne(rows, {}, { sheetChoices: { 企业台账: { columns: { 2: 'unit.staff' } } } });
    expect(chosen.units[0]?.values['staff']).toBe(25);
    const columnMemory = [{ sheetKind: 'units' as const, columns: { 规模: 'unit.staff' } }];
    const remembered = readOne(rows, {}, { columnMemory });
    expect(remembered.units[0]?.values['staff']).toBe(25);
    expect(remembered.columns[2]).toMatchObject({ mappedBy: 'memory', confidence: 1 });
  });
  it('finds a credit-code column without any heading by its content, and asks', () => {
    const sheet = readOne([
      ['序号', '企业名称', '', '职工人数'],
      [1, '甲木食品有限公司', uscc, 4],
      [2, '乙水机械有限公司', '91340123MA9TXYX379'.replace('91340123MA9TXYX379', '91350100M000100Y43'), 5],
    ]);
    expect(sheet.units[0]?.values['uscc']).toBe(uscc);
    expect(sheet.columns[2]).toMatchObject({ field: 'unit.uscc', mappedBy: 'content' });
  });
  it('puts a cell typed anew in the preview over the file', () => {
    const edits = [{ sheet: '企业台账', row: 2, columnIndex: 3, text: '88' }];
    expect(readOne(plain, {}, { edits }).units[0]?.values['staff']).toBe(88);
  });
});
