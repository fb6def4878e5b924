/** Headings no table knows: what cells, neighbours and resembling headings say about them. */
import { describe, expect, it } from 'vitest';
import { type Content, firmNames, readOne } from './sheet-builder';

/** Heading → field, asked when a guess. */
function fieldsOf(
  headings: readonly string[],
  rows: readonly (readonly Content[])[],
  name?: string,
): Record<string, unknown> {
  const read = readOne([headings, ...rows], name === undefined ? {} : { name });
  return Object.fromEntries(
    read.columns.map(({ path, field, confidence }) => [
      path.join('/'),
      field !== null && confidence < 0.8 ? `${field}?` : field,
    ]),
  );
}
const [a = '', b = '', c = ''] = firmNames;

describe('a guess', () => {
  it('needs a resembling heading and cells that fit', () => {
    const rows = (kind: readonly Content[]): Content[][] =>
      [a, b, c].map((name, i) => [name, 20, kind[i] ?? '']);
    const of = (heading: string, cells: readonly Content[]): unknown =>
      fieldsOf(['企业名称', '从业人员', heading], rows(cells))[heading];
    expect(of('企业成立登记年月', ['2013.5', '2014年6月', '2015-07'])).toMatch(/^unit\.foundedOn/);
    expect(of('企业成立登记年月', ['张三', '李四', '王五'])).toBeNull();
  });
  it('never takes a part for the whole', () => {
    const rows = [a, b, c].map((name) => [name, 20, 3]);
    expect(fieldsOf(['企业名称', '从业人员', '女党员数'], rows)['女党员数']).toBeNull();
  });
  it('never takes a second column of a known heading for something else', () => {
    const rows = [a, b, c].map((name) => [name, 20, 3, 4]);
    expect(fieldsOf(['企业名称', '从业人员', '党员数', '党员人数'], rows)['党员人数']).toBeNull();
  });
  it('finds a code list by its words alone', () => {
    const rows = ['合格', '未参检', '基本合格'].map((word, i) => [
      `甲协会${i}分会`,
      '县民政局',
      '社会团体',
      word,
    ]);
    const fields = fieldsOf(['社会组织名称', '登记机关', '社会组织类别', '上年结论'], rows, '社会组织');
    expect(fields['上年结论']).toBe('unit.annualCheck?');
  });
});

describe('cells against headings', () => {
  it('选派单位 is where the person comes from when another column holds the firms', () => {
    const rows = [a, b, c].map((name, i) => [`丁${'甲乙丙'[i]}`, '县税务局', '13800138000', name]);
    const fields = fieldsOf(['姓名', '选派单位', '联系电话', '派驻企业'], rows, '指导员');
    expect(fields['派驻企业']).toBe('assignment.unitName');
    expect(fields['选派单位']).toMatch(/^instructor\.fromUnit/);
  });
  it('a column for two things is no column for one of them', () => {
    const rows = ['甲', '乙', '丙'].map((one, i) => [`${one}村活动室`, 30, `王${one}1380013800${i}`]);
    expect(fieldsOf(['阵地名称', '面积', '管理人员及联系方式'], rows)['管理人员及联系方式']).toMatch(
      /^room\.contact\??$/,
    );
  });
});

describe('groups of ticks', () => {
  const head = [
    ['企业名称', '从业人员', '为何没有党组织', null, null],
    [null, null, '没有党员', '企业主不支持', '上级党组织指导不力'],
  ];
  it('are known by the words side by side, the odd one included', () => {
    const read = readOne(
      [...head, [a, 5, '√', null, null], [b, 6, null, '√', null], [c, 7, null, null, '√']],
      {
        merges: ['A1:A2', 'B1:B2', 'C1:E1'],
      },
    );
    expect(read.units.map(({ values }) => values['notBuiltReason'])).toEqual([
      'noMembers',
      'ownerUnwilling',
      'noGuidance',
    ]);
  });
  it('whose heading was never merged keep their second row', () => {
    const rows = [...head, [a, 5, '√', null, null], [b, 6, null, '√', null]];
    expect(readOne(rows).headerRows).toEqual([1, 2]);
  });
});

describe('headings with a date in front', () => {
  it.each(['2025年度从业人员', '2025年底从业人员', '截至2026年6月底从业人员'])('%s', (heading) => {
    expect(
      fieldsOf(
        ['企业名称', heading],
        [a, b, c].map((name) => [name, 20]),
      )[heading],
    ).toBe('unit.staff');
  });
});

it('equipment listed in one cell is ticked, what is not listed is not there', () => {
  const read = readOne([
    ['阵地名称', '面积', '设施配备'],
    ['甲村活动室', 30, '标识、党旗，电教设备'],
    ['乙村活动室', 40, '无'],
  ]);
  const [first, second] = read.partyRooms.map(({ values }) => values);
  expect([first?.['facilities.sign'], first?.['facilities.av'], first?.['facilities.books']]).toEqual([
    true,
    true,
    false,
  ]);
  expect(second?.['facilities.flag']).toBe(false);
});

it('民办非企业单位 as kind of unit says the kind of social organization too', () => {
  const read = readOne([
    ['单位名称', '单位类别', '从业人员'],
    ['甲镇幼儿园', '民办非企业单位', 12],
    [b, '非公企业', 20],
  ]);
  expect(read.units.map(({ values }) => [values['unitType'], values['socialType'] ?? null])).toEqual([
    ['socialOrg', 'nonEnterprise'],
    ['enterprise', null],
  ]);
});
