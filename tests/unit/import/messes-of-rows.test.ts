/** H22–H25, H31, H33, H34: what rows say about each other, and what people mean by marks. */
import { describe, expect, it } from 'vitest';
import { type Content, codesAt, ledger, problemsAt, readOne } from './sheet-builder';

const code = '91340123MA9TXYX10L';

describe('H22 one firm twice', () => {
  it('finds the same code, naming the other row, and offers to leave one out', () => {
    const sheet = readOne(ledger(['信用代码', '职工人数'], [code, 5], [null, 6], [code, 7]));
    const [problem] = problemsAt(sheet, 4, '信用代码');
    expect(problem).toMatchObject({
      code: 'import.sameUscc',
      details: { otherRow: 2, otherName: '甲木食品有限公司' },
    });
    expect(problem?.choices?.map(({ field }) => field)).toContain('row.isIncluded');
    expect(sheet.units).toHaveLength(3);
  });
  it.each(['甲木食品有限责任公司', '甲木食品(有限公司)', '甲木食品'])('finds %s again', (name) => {
    const sheet = readOne([
      ['企业名称', '职工人数'],
      ['甲木食品有限公司', 5],
      ['乙水机械有限公司', 6],
      [name, 5],
    ]);
    expect(codesAt(sheet, 4)).toContain('import.sameName');
  });
  it.each<[string, string, string]>([
    ['甲木食品有限公司（原乙水食品厂）', '甲木食品有限公司', '乙水食品厂'],
    ['甲木食品有限公司(曾用名：乙水食品厂)', '甲木食品有限公司', '乙水食品厂'],
    ['乙水食品厂（现更名为甲木食品有限公司）', '甲木食品有限公司', '乙水食品厂'],
  ])('%s: the old name is a former name', (content, name, former) => {
    const sheet = readOne([
      ['企业名称', '职工人数'],
      [content, 5],
    ]);
    expect(sheet.units[0]?.values).toMatchObject({ name, formerNames: [former] });
    expect(codesAt(sheet, 2, '企业名称')).toEqual(['import.formerName']);
  });
  it('finds a firm again under its former name', () => {
    const sheet = readOne([
      ['企业名称', '职工人数'],
      ['乙水食品厂', 5],
      ['甲木食品有限公司（原乙水食品厂）', 5],
    ]);
    expect(codesAt(sheet, 3)).toContain('import.sameName');
  });
});

describe('H31 what cannot be', () => {
  it('warns about more members than staff and parts larger than the whole', () => {
    const sheet = readOne(ledger(['职工人数', '党员数', '35岁以下'], [5, 6, 7]));
    expect(codesAt(sheet, 2, '党员数')).toEqual(['import.membersOverStaff']);
    expect(codesAt(sheet, 2, '35岁以下')).toEqual(['import.partOverWhole']);
  });
  it('warns about children, wrong order of dates, and ids that contradict', () => {
    const sheet = readOne(
      [
        ['姓名', '性别', '出生年月', '身份证号', '入党时间', '转正时间'],
        ['张三', '男', '2015.3', null, '2020.1', '2019.1'],
        ['李四', '女', '1985.04', '340123198503070014', '2010.1', '2011.1'],
      ],
      { name: '党员名册' },
    );
    expect(codesAt(sheet, 2)).toEqual(expect.arrayContaining(['import.tooYoung', 'import.datesOutOfOrder']));
    expect(codesAt(sheet, 3)).toEqual(
      expect.arrayContaining(['import.birthDiffers', 'import.genderDiffers']),
    );
  });
  it('warns about a term of 30 years', () => {
    const sheet = readOne(
      [
        ['党组织名称', '类别', '任期(年)', '书记'],
        ['中共甲木支部委员会', '支部', 30, '王一'],
      ],
      { name: '党组织台账' },
    );
    expect(codesAt(sheet, 2, '任期(年)')).toEqual(['import.termTooLong']);
  });
  it('keeps a filled row without a name and asks for it', () => {
    const sheet = readOne(
      ledger(['信用代码', '职工人数'], [code, 5]).map((row, i) => (i === 1 ? [1, null, code, 5] : row)),
    );
    expect(sheet.units).toHaveLength(1);
    expect(codesAt(sheet, 2, '企业名称')).toEqual(['import.nameMissing']);
  });
});

describe('H33 marks with a meaning', () => {
  const marked = (cell: object) =>
    readOne([
      ['企业名称', '职工人数'],
      ['甲木食品有限公司', 5],
      [{ kind: 'text', value: '乙水机械有限公司', ...cell }, 6],
      ['丙火纺织有限公司', 7],
    ]);
  it.each([[{ isStruck: true }], [{ fontColor: 'FF0000' }], [{ fillColor: 'FF0000' }]])(
    'asks about %j',
    (cell) => {
      const sheet = marked(cell);
      expect(problemsAt(sheet, 3)[0]).toMatchObject({
        code: 'import.struckOut',
        field: 'unit.status',
        severity: 'question',
      });
      expect(problemsAt(sheet, 3)[0]?.choices?.map(({ value }) => value)).toEqual(
        expect.arrayContaining(['suspended', 'operating']),
      );
      expect(codesAt(sheet, 2)).toEqual([]);
      expect(sheet.units[1]?.values['status']).toBeUndefined();
    },
  );
  it('asks about other colours and about comments', () => {
    expect(codesAt(marked({ fillColor: 'FFFF00' }), 3)).toEqual(['import.coloured']);
    const [problem] = problemsAt(marked({ comment: '2025年已注销' }), 3, '企业名称');
    expect(problem).toMatchObject({
      code: 'import.comment',
      field: 'unit.status',
      choices: [{ value: 'deregistered' }, {}],
    });
  });
  it('takes colours on most rows for decoration', () => {
    const rows: Content[][] = Array.from({ length: 8 }, (_, i) => [
      { kind: 'text', value: `第${i}木业有限公司`, fillColor: 'DDEBF7' },
      i,
    ]);
    expect(readOne([['企业名称', '职工人数'], ...rows]).problems).toEqual([]);
  });
  it.each<[string, string | null]>([
    ['已停产', 'suspended'],
    ['2023年注销', 'deregistered'],
    ['搬迁至邻县', 'movedOut'],
    ['未停产', null],
    ['停产后已恢复生产', null],
  ])('remark %s', (remark, status) => {
    const sheet = readOne(ledger(['职工人数', '备注'], [5, remark]));
    expect(problemsAt(sheet, 2, '备注')[0]?.choices?.[0]?.value ?? null).toBe(status);
  });
  it('finds the word in the name too', () => {
    const sheet = readOne([
      ['企业名称', '职工人数'],
      ['甲木食品有限公司（已停产）', 5],
    ]);
    expect(sheet.units[0]?.values['name']).toBe('甲木食品有限公司');
    expect(codesAt(sheet, 2, '企业名称')).toEqual(['import.nameStatus']);
  });
  it('closes the question when the clerk answers', () => {
    const answers = [{ sheet: '企业台账', row: 2, field: 'unit.status', value: 'suspended' }];
    const sheet = readOne(ledger(['职工人数', '备注'], [5, '已停产']), {}, { answers });
    expect(sheet.units[0]?.values['status']).toBe('suspended');
    expect(sheet.problems).toEqual([]);
  });
});

describe('H34 totals of villages', () => {
  it('reports a subtotal that its rows do not give, at its own row and column, and keeps the rows', () => {
    const sheet = readOne([
      ['村', '企业名称', '党员数'],
      ['东村', '甲木食品有限公司', 3],
      [null, '乙水机械有限公司', 4],
      ['东村小计', 2, 9],
      ['西村', '丙火纺织有限公司', 5],
      ['合计', 3, 12],
    ]);
    expect(problemsAt(sheet, 4, '党员数')[0]).toMatchObject({
      details: { written: 9, counted: 7 },
      severity: 'warning',
    });
    expect(codesAt(sheet, 6)).toEqual([]);
    expect(sheet.units).toHaveLength(3);
  });
  it('compares the number of firms in the name column', () => {
    const sheet = readOne([
      ['村', '企业名称', '党员数'],
      ['东村', '甲木食品有限公司', 3],
      ['合计', 2, 3],
    ]);
    expect(codesAt(sheet, 3, '企业名称')).toEqual(['import.totalDiffers']);
  });
  it('says nothing when one of its rows could not be read', () => {
    const sheet = readOne([
      ['企业名称', '党员数'],
      ['甲木食品有限公司', '若干'],
      ['乙水机械有限公司', 2],
      ['合计', 8],
    ]);
    expect(codesAt(sheet, 4)).toEqual([]);
  });
});
