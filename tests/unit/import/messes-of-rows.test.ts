/** H22–H25, H31, H33, H34: what rows say about each other, and what people mean by marks. */
import { describe, expect, it } from 'vitest';
import { type Content, codesAt, ledger, problemsAt, readFlat, readOne } from './sheet-builder';

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

describe('H23 one organization in several rows', () => {
  const joint = '中共某镇东村联合支部委员会';
  const rows = ledger(
    ['党组织名称', '组建方式', '支部书记', '党组织成立时间'],
    [joint, '联合', '王一', '2020.3'],
    ['中共乙水机械有限公司支部委员会', '单独', '李二', '2019.1'],
    [`${joint} `, '联合', '王一', '2020年3月'],
    [null, '无', null, null],
  );
  it('makes one joint branch with several covers, its secretary and its date', () => {
    const sheet = readOne(rows);
    expect(sheet.partyOrgs).toHaveLength(2);
    const [org] = sheet.partyOrgs;
    expect(org?.covers.map(({ unitName, unit }) => [unitName, unit])).toEqual([
      ['甲木食品有限公司', 0],
      ['丙火纺织有限公司', 2],
    ]);
    expect(org?.values).toMatchObject({
      name: joint,
      tier: 'jointBranch',
      formation: 'joint',
      foundedOn: '2020-03',
    });
    expect(org?.posts).toEqual([{ row: 2, post: 'secretary', name: '王一' }]);
    expect(sheet.units.map(({ partyOrg }) => partyOrg)).toEqual([0, 1, 0, null]);
    expect(sheet.units[3]?.isOrgBuilt).toBe(false);
  });
  it('asks where the copies of its details drifted apart', () => {
    const sheet = readOne(ledger(['党组织名称', '支部书记'], [joint, '王一'], [joint, '李二']));
    const [problem] = problemsAt(sheet, 2, '支部书记');
    expect(problem?.code).toBe('import.orgDetailsDiffer');
    expect(problem?.choices?.map(({ value }) => value)).toEqual(['王一', '李二']);
  });
  it('takes a column of covered firms, tying those in the sheet to their rows', () => {
    const sheet = readOne(
      ledger(
        ['党组织名称', '组建方式', '覆盖单位'],
        [joint, '联合', '乙水机械有限公司、寅虎服装厂'],
        [null, null, null],
      ),
    );
    expect(sheet.partyOrgs[0]?.covers.map(({ unitName, unit }) => [unitName, unit])).toEqual([
      ['甲木食品有限公司', 0],
      ['乙水机械有限公司', 1],
      ['寅虎服装厂', null],
    ]);
  });
  it('a roster of organizations that prints a joint branch once per firm is read the same way', () => {
    const sheet = readOne(
      [
        ['序号', '党组织名称', '类别', '成立时间', '书记', '所在单位'],
        [1, joint, '联合支部', '2020.3', '王一', '甲木食品有限公司'],
        [2, joint, '联合支部', '2020.3', '王一', '乙水机械有限公司'],
      ],
      { name: '党组织台账' },
    );
    expect([sheet.kind, sheet.partyOrgs.length]).toEqual(['partyOrgs', 1]);
    expect(sheet.partyOrgs[0]?.covers).toHaveLength(2);
  });
});

describe('a ledger without names of organizations (F1)', () => {
  const built = (formation: string, founded: string, secretary: string): Content[] => [
    '是',
    formation,
    founded,
    secretary,
  ];
  it('proposes the official name for a branch of one firm, and asks', () => {
    const sheet = readOne(
      ledger(['是否建立党组织', '组建形式', '党组织成立时间', '书记姓名'], built('单独', '2020.3', '王一')),
    );
    expect(sheet.partyOrgs[0]).toMatchObject({
      isNameProposed: true,
      values: { name: '中共甲木食品有限公司支部委员会' },
    });
    expect(problemsAt(sheet, 2)[0]).toMatchObject({ code: 'import.orgNameProposed', severity: 'question' });
  });
  it('never puts joint branches together in silence, but points at rows that look alike', () => {
    const rows = [
      built('联合', '2020.3', '王一'),
      built('联合', '2020.3', '王一'),
      built('联合', '2021.5', '李二'),
    ];
    const sheet = readOne(ledger(['是否建立党组织', '组建形式', '党组织成立时间', '书记姓名'], ...rows));
    expect(sheet.partyOrgs).toHaveLength(3);
    expect(problemsAt(sheet, 2)[0]).toMatchObject({ code: 'import.jointUnnamed', details: { alike: [3] } });
    expect(problemsAt(sheet, 4)[0]).toMatchObject({ code: 'import.jointUnnamed', details: { alike: [] } });
  });
  it('puts two rows together when the clerk gives both the same name', () => {
    const rows = [built('联合', '2020.3', '王一'), built('联合', '2020.3', '王一')];
    const name = '中共某镇联合支部委员会';
    const answers = [2, 3].map((row) => ({ sheet: '企业台账', row, field: 'partyOrg.name', value: name }));
    const sheet = readOne(
      ledger(['是否建立党组织', '组建形式', '党组织成立时间', '书记姓名'], ...rows),
      {},
      { answers },
    );
    expect(sheet.partyOrgs.map(({ values, covers }) => [values['name'], covers.length])).toEqual([[name, 2]]);
    expect(codesAt(sheet, 2)).toEqual([]);
  });
  it('asks when a row says both yes and no', () => {
    const sheet = readOne(
      ledger(['是否建立党组织', '未建原因', '书记姓名'], ['否', null, '王一'], ['是', '没有党员', '李二']),
    );
    expect(codesAt(sheet, 2, '是否建立党组织')).toContain('import.builtContradiction');
    expect(codesAt(sheet, 3, '未建原因')).toContain('import.reasonContradiction');
  });
});

describe('H25 an organization where a unit should stand', () => {
  it('takes the unit out of the name of its own branch, and asks', () => {
    const sheet = readOne([
      ['企业名称', '职工人数'],
      ['中共甲木食品有限公司支部委员会', 5],
    ]);
    expect(sheet.units[0]?.values['name']).toBe('甲木食品有限公司');
    expect(sheet.partyOrgs[0]?.values['name']).toBe('中共甲木食品有限公司支部委员会');
    expect(codesAt(sheet, 2, '企业名称')).toEqual(['import.orgNameInUnit']);
  });
  it('reads a joint branch with its firms in the remarks as an organization, and asks', () => {
    const sheet = readOne([
      ['企业名称', '组建方式', '职工人数', '备注'],
      ['甲木食品有限公司', null, 5, null],
      ['中共某镇东村联合支部委员会', '联合', null, '由甲木食品有限公司、寅虎服装厂联合组成'],
    ]);
    expect(sheet.units.map(({ row }) => row)).toEqual([2]);
    expect(sheet.partyOrgs[0]?.covers.map(({ unitName }) => unitName)).toEqual([
      '甲木食品有限公司',
      '寅虎服装厂',
    ]);
    expect(codesAt(sheet, 3)).toEqual(expect.arrayContaining(['import.orgNameInUnit', 'import.remarkJoint']));
    expect(codesAt(sheet, 3)).not.toContain('import.nameMissing');
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

describe('one row yields unit, organization, secretary and instructor', () => {
  it('reads all four', () => {
    const sheet = readOne(
      ledger(
        ['统一社会信用代码', '党组织名称', '组建形式', '书记姓名', '书记来源', '指导员', '联系电话'],
        [code, '中共甲木食品有限公司支部委员会', '单独', '王一', '出资人担任', '赵五', '13800138000'],
        [null, null, null, null, null, '赵五', '13800138000'],
      ),
    );
    expect(sheet.units[0]).toMatchObject({ isOrgBuilt: true, partyOrg: 0, instructors: [0] });
    expect(sheet.partyOrgs[0]?.posts[0]?.name).toBe('王一');
    expect(sheet.partyOrgs[0]?.values['secretarySource']).toBe('owner');
    expect(sheet.instructors).toHaveLength(1);
    expect(sheet.instructors[0]?.values).toMatchObject({
      name: '赵五',
      role: 'instructor',
      phone: '13800138000',
    });
    expect(sheet.instructors[0]?.assignments.map(({ unit }) => unit)).toEqual([0, 1]);
  });
});

describe('other kinds of sheets', () => {
  it('carries an instructor on over rows without a name, and asks when the cells were not merged', () => {
    const rows: Content[][] = [
      ['序号', '姓名', '联系电话', '派驻单位', '选派时间'],
      [1, '赵五', 13800138000, '甲木食品有限公司', '2025.3'],
      [null, null, null, '乙水机械有限公司', '2025.4'],
      [2, '钱六', 13800138001, '丙火纺织有限公司、丁土物流有限公司', '2025.5'],
    ];
    const loose = readFlat(rows, { name: '指导员' });
    expect(loose.instructors.map(({ name, units, from }) => [name, units, from])).toEqual([
      ['赵五', ['甲木食品有限公司', '乙水机械有限公司'], '2025-03'],
      ['钱六', ['丙火纺织有限公司', '丁土物流有限公司'], '2025-05'],
    ]);
    expect(loose.problems.map(({ code: one }) => one)).toEqual(['import.carriedName']);
    expect(readFlat(rows, { name: '指导员', merges: ['B2:B3', 'C2:C3'] }).problems).toEqual([]);
  });
  it('puts rows of one name and telephone together, and asks where they disagree', () => {
    const sheet = readOne(
      [
        ['姓名', '联系电话', '派出单位', '派驻单位'],
        ['赵五', '13800138000', '党建办', '甲木食品有限公司'],
        ['赵五', '13800138000', '组织部', '乙水机械有限公司'],
      ],
      { name: '指导员' },
    );
    expect(sheet.instructors.map(({ assignments }) => assignments.length)).toEqual([2]);
    expect(codesAt(sheet, 3, '派出单位')).toEqual(['import.personDetailsDiffer']);
  });
  it('reads rooms with two-row headings, areas and the person in charge', () => {
    const sheet = readFlat(
      [
        ['名称', '类型', '面积(㎡)', '投入(元)', '设施', null, '是否共享', '负责人及电话'],
        [null, null, null, null, '标识', '党旗', null, null],
        ['东村党群服务中心', '党群服务中心', '约200平方米', 250000, '√', null, '是', '王英 13800138000'],
        ['合计', null, 200, 250000],
      ],
      { name: '阵地', merges: ['E1:F1'] },
    );
    expect(sheet.partyRooms).toEqual([
      expect.objectContaining({
        name: '东村党群服务中心',
        roomKind: 'serviceCentre',
        areaM2: 200,
        investWan: 25,
        'facilities.sign': true,
        'facilities.flag': false,
        isShareable: true,
        contact: '王英',
        phone: '13800138000',
      }),
    ]);
    expect(sheet.skippedRows).toEqual([4]);
  });
  it('reads social organizations by their own columns, whatever the sheet is called', () => {
    const sheet = readOne([
      ['名称', '类别', '登记机关', '业务主管单位', '年检', '从业人员总数', '专职', '党员'],
      ['某县养老服务中心', '民非', '民政局', '民政局', '合格', 12, 5, 2],
    ]);
    expect(sheet.kind).toBe('socialOrgs');
    expect(sheet.units[0]?.values).toMatchObject({
      unitType: 'socialOrg',
      socialType: 'nonEnterprise',
      annualCheck: 'passed',
      staff: 12,
      staffFullTime: 5,
      'declared.members': 2,
    });
  });
});
