import { reportDefinitions } from '@shared/export/report-definitions';
import type { ReportCode, ReportTable } from '@shared/export/report-model';
import { describe, expect, it } from 'vitest';
import { pathsOfSpec } from './header-spec';
import { inventedTown } from './invented-town';
import { inputOf } from './report-input-of';

const input = inputOf(inventedTown);
const tables = new Map(reportDefinitions.map(({ code, build }) => [code, build(input)]));
const tableOf = (code: ReportCode): ReportTable => {
  const table = tables.get(code);
  if (!table) throw new Error(code);
  return table;
};

const reasons = '没有党员,出资人不支持,上级未及时指导,其他';
const sources = '出资人,中层,上级选派,其他';
const coverage = (noun: string) =>
  `序号|村（社区）/园区|${noun}数{登记,正常经营,规上}|组织覆盖{党委,总支,支部,联合支部,单独组建${noun},联合覆盖${noun},挂靠${noun},覆盖${noun}合计,组织覆盖率}|工作覆盖{指导员${noun},联络员${noun},仅群团${noun},工作覆盖率}|空白点|双达标{50人以上,有党员,100人以上,有党组织}|党员{总数,预备,流动}|备注`;
const specs: readonly (readonly [ReportCode, number, string])[] = [
  [
    'F1',
    3,
    `序号|单位|企业座落地{园区,楼宇,其他}|园区级别|是否亿元楼宇|所在园区、楼宇名称|企业基本情况{企业名称,统一社会信用代码,注册地,经营地,联系电话,企业类型{私营,港澳台,外商},年营业收入（万元）,从业人员（名）,是否规上}|出资人{姓名,是否党员,是否兼任书记,是否两代表一委员}|党组织设置{是否建立,成立时间,组建形式{单独,联合,网格},类别{党支部,党总支,党委},未建原因{${reasons}},未建的是否选派指导员/联络员}|书记{姓名,来源{${sources}}}|党务工作者{人数,专职}|党员队伍{关系在本企业党员数,35岁以下,中层,中高级技术,一线,关系不在本企业党员数,农村党员,近3年发展,近3年处置,是否轮训,党费按时足额}|群团{工会,共青团,妇联}|保障{单独场所,面积,经费入管理费预算}|制度{三会一课,民主评议,党性分析,按期换届}`,
  ],
  ['F2', 2, coverage('企业')],
  ['F2S', 2, coverage('社会组织')],
  [
    'F3',
    1,
    '序号|单位名称|信用代码|所属村（园区）|从业人员|正式党员（关系在内/在外）|未建原因|拟建时间|责任领导|指导员及电话|进展|销号时间',
  ],
  [
    'F4',
    1,
    '序号|姓名|性别|政治面貌|专/兼职|派出单位及职务|联系电话|派驻等级|派驻单位|从业人员|党员数|选派时间|任期至|走访频次（计划/实际）|解决问题数|年度考核|备注',
  ],
  [
    'F5',
    2,
    '序号|名称|类型|所属党组织|地址|面积（㎡）|建成时间|投入（万元）|功能室|设施{标识,党旗,书报,电教,制度上墙}|开放时间|是否共享|本年使用次数|负责人及电话',
  ],
  [
    'F6',
    1,
    '序号|单位|党组织|有组织|有场地（㎡）|有经费（元）|有活动（次）|有制度（项）|有作用（条）|达标项数|是否达标|差距与整改时限',
  ],
  [
    'F10',
    3,
    `名称|性质|类别|登记机构|业务主管单位|住地|年检{合格,基本合格,不合格,未参检}|从业人员{总数,专职,兼职,党员}|负责人{是否党员,兼书记,两代表一委员}|党组织{是否成立,未建原因{${reasons}},成立时间,上次换届,名称,电话,组建形式,类别{支部,总支,党委,联合支部},联合支部覆盖数,上级}|书记{姓名,来源{${sources}}}|党务干部|党员{纳入管理,关系在内,35岁以下,大学以上,高中以下,近三年发展,处置}|经费{总额,财政,党费,自筹,其他}|场所{单独面积,共用,社区共用}|组织生活次数{党员大会,支委会,党小组会,党课,组织生活会,民主评议}|党费{按时足额}`,
  ],
];

describe('headings of the official tables', () => {
  it.each(specs)('%s has %i heading rows as the form has them', (code, rows, spec) => {
    const table = tableOf(code);
    expect(table.columns.map((column) => column.path)).toEqual(pathsOfSpec(spec));
    expect(table.headerRowCount).toBe(rows);
  });

  it.each(specs)('%s covers its heading rows without gap or overlap', (code) => {
    const table = tableOf(code);
    const seen = new Set<string>();
    let places = 0;
    for (const cell of table.header)
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
        for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
          seen.add(`${row},${column}`);
          places += 1;
        }
    expect(places).toBe(table.headerRowCount * table.columns.length);
    expect(seen.size).toBe(places);
  });

  it.each(specs)('%s has one cell per column in every row and in the total', (code) => {
    const table = tableOf(code);
    for (const row of [...table.rows, table.total ?? []]) expect(row).toHaveLength(table.columns.length);
    expect(table.rowIds).toHaveLength(table.rows.length);
    expect(table.total?.[0]).toBe('合计');
  });

  it('names place, year and table in the title; A3 for the two wide ledgers, A4 lying for the others', () => {
    expect(tableOf('F1').title).toBe('清溪镇2026年非公有制企业党建工作台账');
    expect(tableOf('F4').title).toBe('清溪镇2026年党建指导员（联络员）选派台账');
    for (const [code] of specs)
      expect([code, tableOf(code).paper, tableOf(code).orientation]).toEqual([
        code,
        code === 'F1' || code === 'F10' ? 'A3' : 'A4',
        'landscape',
      ]);
  });

  it('every sheet name is one a spreadsheet takes, and they differ', () => {
    const names = [...tables.values()].map((table) => table.sheetName);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });
});
