/** H23, H25: Party organizations out of the rows that mention them, and sheets of other kinds. */
import { describe, expect, it } from 'vitest';
import { type Content, codesAt, ledger, problemsAt, readFlat, readOne } from './sheet-builder';

const code = '91340123MA9TXYX10L';

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
  it('proposes the official name for a branch of one firm and says so', () => {
    const sheet = readOne(
      ledger(['是否建立党组织', '组建形式', '党组织成立时间', '书记姓名'], built('单独', '2020.3', '王一')),
    );
    expect(sheet.partyOrgs[0]).toMatchObject({
      isNameProposed: true,
      values: { name: '中共甲木食品有限公司支部委员会' },
    });
    expect(problemsAt(sheet, 2)[0]).toMatchObject({ code: 'import.orgNameProposed', severity: 'info' });
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
