/** How other offices lay out their sheets: groups of headings, tables on their side or side by side, other lists. */
import { splitTables } from '@shared/import/split-tables';
import { turnTable } from '@shared/import/turn-table';
import { describe, expect, it } from 'vitest';
import { type Content, codesAt, readFlat, readOne, sheetOf } from './sheet-builder';

type Rows = readonly (readonly Content[])[];
const [first, second, third] = ['天工木业有限公司', '百味食品有限公司', '云杉家居有限公司'];
const fieldsOf = (rows: Rows, merges: readonly string[] = []): Record<string, string | null> =>
  Object.fromEntries(
    readFlat(rows, { merges }).columns.map(({ path, field }) => [
      (path as string[]).join('/'),
      field as string | null,
    ]),
  );

describe('groups of headings', () => {
  it('a group and a plain word below it are the group', () => {
    const rows: Rows = [
      ['企业名称', '老板情况', null, '党员', null, '党建联络员', null],
      [null, '姓名', '手机', '合计', '预备', '姓名', '电话'],
      [first, '陈建国', '13800138000', 5, 1, '刘洋', '13800138001'],
    ];
    expect(fieldsOf(rows, ['A1:A2', 'B1:C1', 'D1:E1', 'F1:G1'])).toEqual({
      企业名称: 'unit.name',
      '老板情况/姓名': 'unit.owner.name',
      '老板情况/手机': 'unit.contact.phone',
      '党员/合计': 'unit.declared.members',
      '党员/预备': 'unit.declared.probationary',
      '党建联络员/姓名': 'row.liaisonNames',
      '党建联络员/电话': 'row.liaisonPhone',
    });
  });
  it('a question has a column for either answer, headings though 有 and 无 look like data', () => {
    const rows: Rows = [
      ['组织名称', '组织类别', null, '党组织', null, null, '是否规上', null],
      [null, '社团', '基金会', '有', '无', '成立时间', '是', '否'],
      ['钓鱼协会', '√', null, '√', null, '2019.9', '√', null],
      ['助学基金会', null, '√', null, '√', null, null, '√'],
      ['老年协会', '√', null, '√', '√', null, null, null],
    ];
    const sheet = readOne(rows, { merges: ['A1:A2', 'B1:C1', 'D1:F1', 'G1:H1'], name: '社会组织' });
    expect(sheet.headerRows).toEqual([1, 2]);
    expect(sheet.units.map(({ isOrgBuilt }) => isOrgBuilt)).toEqual([true, false, null]);
    expect(sheet.units.map(({ values }) => [values['socialType'], values['aboveScale']])).toEqual([
      ['association', true],
      ['foundation', false],
      ['association', null],
    ]);
    expect(codesAt(sheet, 5, '党组织')).toEqual(['import.severalTicks']);
  });
  it('full and probationary members without a total add up', () => {
    const [unit] = readFlat([
      ['企业名称', '正式党员', '预备党员'],
      [first, 4, 1],
    ]).units;
    expect([unit?.['membersHere'], unit?.['probationary']]).toEqual([5, 1]);
  });
  it('正式党员（关系在内/在外） of the list of units that should build', () => {
    const [unit] = readFlat([
      ['单位名称', '从业人员', '正式党员（关系在内/在外）', '未建原因'],
      [first, 33, '3/1', '出资人不支持'],
    ]).units;
    expect([unit?.['membersHere'], unit?.['membersElsewhere']]).toEqual([3, 1]);
  });
});

describe('instructors', () => {
  it('as many telephones as names belong to them in order, also inside the cell of the names', () => {
    const sheet = readFlat([
      ['企业名称', '党建指导员', '指导员联系电话', '从业人员'],
      [first, '武松、杨志', '13800138000\n13800138001', 3],
      [second, '史进 13800138002', null, 4],
      [third, '李逵、张顺', '13800138003', 5],
    ]);
    expect(sheet.instructors.map(({ name, phone }) => [name, phone])).toEqual([
      ['武松', '13800138000'],
      ['杨志', '13800138001'],
      ['史进', '13800138002'],
      ['李逵', null],
      ['张顺', null],
    ]);
  });
  it.each([
    ['2025年3月—2027年3月', '2025-03', '2027-03'],
    ['2025.3-2027.3', '2025-03', '2027-03'],
    ['2025-03-01至2027-02-28', '2025-03-01', '2027-02-28'],
    ['2025-3-5', '2025-03-05', undefined],
    ['2025年3月至今', '2025-03', undefined],
  ])('posted %s', (written, from, plannedTo) => {
    const [instructor] = readFlat(
      [
        ['姓名', '联系电话', '派驻企业', '派驻起止时间'],
        ['韩雪', '13800138000', first, written],
      ],
      { name: '指导员' },
    ).instructors;
    expect(instructor?.['assignments']).toEqual([
      { row: 2, unitName: first, from, ...(plannedTo === undefined ? {} : { plannedTo }) },
    ]);
  });
});

describe('rows that are no records', () => {
  it('numbers of columns and the sample of a template', () => {
    const sheet = readFlat([
      ['序号', '企业名称', '信用代码', '从业人员'],
      ['甲', '乙', 1, 2],
      ['例', '某某有限公司', '91430100MA4XXXXXXX', 50],
      [1, first, null, 150],
    ]);
    expect(sheet.skippedRows).toEqual([2, 3]);
    expect(sheet.units.map(({ name }) => name)).toEqual([first]);
  });
  it('an office that hides its names keeps them all', () => {
    const hidden = ['天工××有限公司', '百味××有限公司', '云杉××有限公司'];
    const sheet = readFlat([['序号', '企业名称', '从业人员'], ...hidden.map((name, i) => [i + 1, name, 20])]);
    expect(sheet.units.map(({ name }) => name)).toEqual(hidden);
  });
});

describe('a table on its side', () => {
  const rows: Rows = [
    ['重点企业情况一览'],
    ['企业名称', first, second],
    ['法定代表人', '罗永', '马丽'],
    ['从业人员', 88, '约20'],
    ['党员数', 6, 1],
    ['是否建立党组织', '是', '否'],
  ];
  it('is turned: row 2 is column B', () => {
    const turned = turnTable(sheetOf(rows, { name: '企业', merges: ['A1:C1', 'B3:C3'] }));
    expect(turned.merges).toEqual([{ top: 2, bottom: 3, left: 1, right: 1 }]);
    const sheet = readFlat(
      turned.rows.map((row) => [...row]),
      { name: '企业' },
    );
    expect(sheet.units.map(({ row, name, staff, orgBuilt }) => [row, name, staff, orgBuilt])).toEqual([
      [2, first, 88, true],
      [3, second, 20, false],
    ]);
  });
  it('leaves alone a ledger, a form and figures by village', () => {
    const form: Rows = [
      ['单位名称', first, '法定代表人', '罗永'],
      ['信用代码', null, '联系电话', null],
      ['从业人员', 88, '党员数', 6],
      ['行业', null, '是否规上', '是'],
    ];
    const figures: Rows = [
      ['项目', '东村', '西村'],
      ['从业人员', 88, 20],
      ['党员数', 6, 1],
      ['工会', 3, 2],
      ['妇联', 3, 2],
    ];
    const wide: Rows = [
      ['序号', '企业名称', '从业人员', '党员数', '法定代表人'],
      [1, first, 3, 1, '罗永'],
    ];
    for (const one of [form, figures, wide]) expect(turnTable(sheetOf(one)).isTurned).toBeUndefined();
  });
});

describe('tables side by side', () => {
  const names = (rows: Rows): unknown[] =>
    splitTables([sheetOf(rows, { name: '名单' })]).map((sheet) => [
      sheet.name,
      readFlat(sheet.rows.map((row) => [...row])).units.map(({ row, name }) => [row, name]),
    ]);
  it('two halves of one list', () => {
    const heading = ['序号', '企业名称', '法定代表人', '联系电话'];
    expect(
      names([
        ['企业名单'],
        [...heading, ...heading],
        [1, first, '高山', '13800138000', 3, third, '万里', '13800138002'],
        [2, second, '程前', '13800138001'],
      ]),
    ).toEqual([
      [
        '名单',
        [
          [3, first],
          [4, second],
        ],
      ],
      ['名单（第2张表）', [[3, third]]],
    ]);
  });
  it('another table with numbers of its own, behind an empty column', () => {
    const sheets = splitTables([
      sheetOf([
        ['序号', '企业名称', '从业人员', '党员数', null, '序号', '阵地名称', '面积', '地址'],
        [1, first, 30, 3, null, 1, '党员活动室', 80, '村部'],
      ]),
    ]);
    expect(sheets.map(({ columnCount }) => columnCount)).toEqual([5, 9]);
    expect(sheets[1]?.rows[1]?.slice(0, 5)).toEqual([null, null, null, null, null]);
  });
  it('one ledger with an empty column stays one', () => {
    const rows: Rows = [['序号', '企业名称', '从业人员', null, '党组织名称', '书记', '联系电话'], []];
    expect(splitTables([sheetOf(rows)])).toHaveLength(1);
  });
});

it('是否收费 asks the opposite of 是否免费', () => {
  const sheet = readFlat(
    [
      ['场地名称', '地址', '面积', '是否收费'],
      ['党员活动室', '村部', 80, '否'],
      ['党群服务中心', '镇上', 300, '是'],
    ],
    { name: '场地' },
  );
  expect(sheet.partyRooms.map(({ isFree }) => isFree)).toEqual([true, false]);
});

it('where a member works, without the post there', () => {
  const sheet = readFlat(
    [
      ['姓名', '入党时间', '工作单位及职务'],
      ['一鸣', '2003.6', `${first} 总经理`],
      ['二泉', '2004.6', '清溪镇党建办 干部'],
      ['三毛', '2005.6', null],
    ],
    { name: '党员名册' },
  );
  expect(sheet.people.map(({ workUnit }) => workUnit)).toEqual([first, '清溪镇党建办', null]);
});

it('a landline stands in where the mobile is missing, and alone where there is no other column', () => {
  const rows: Rows = [
    ['企业名称', '固定电话', '手机号码', '从业人员'],
    [first, '0731-81234567', '13800138000', 3],
    [second, '0731-81234568', null, 4],
  ];
  const phones = (some: Rows): unknown[] => readFlat(some).units.map(({ phone }) => phone);
  expect(phones(rows)).toEqual(['13800138000', '0731-81234568']);
  expect(phones(rows.map(([name, landline, , staff]) => [name!, landline!, staff!]))).toEqual([
    '0731-81234567',
    '0731-81234568',
  ]);
});

it('the list of six conditions is about units, though 有场地 resembles a room', () => {
  const sheet = readOne(
    [
      ['序号', '单位', '党组织', '有组织', '有场地(㎡)', '有经费(元)', '达标项数'],
      [1, first, `中共${first}支部委员会`, '√', 80, 5000, 6],
      [2, second, `中共${second}支部委员会`, '√', 30, 0, 4],
    ],
    { name: '六有' },
  );
  expect([sheet.kind, sheet.units.map(({ values }) => values['name'])]).toEqual(['units', [first, second]]);
});

it('those present at a training are neither units nor instructors', () => {
  const rows: Rows = [
    ['两新组织党务工作者培训签到表'],
    ['序号', '姓名', '单位', '职务', '联系电话', '签名'],
    [1, '甲一', first, '书记', '13800138000', null],
    [2, '乙二', second, '委员', '13800138001', null],
  ];
  expect(readOne(rows, { name: '签到' }).kind).toBe('unknown');
});

it('a list of telephones is no list of instructors or members', () => {
  const rows: Rows = [
    ['机关干部通讯录'],
    ['序号', '姓名', '职务', '办公电话', '手机'],
    [1, '和风', '镇长', '0731-11112222', '13800138000'],
  ];
  const sheet = readOne(rows, { name: '通讯录' });
  expect(sheet.kind).toBe('unknown');
  expect(codesAt(sheet, null)).toEqual(['import.kindUnknown']);
});
