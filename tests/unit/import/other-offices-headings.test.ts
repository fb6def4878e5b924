/** Headings in words no table lists, over columns whose cells agree: read, and asked. */
import { describe, expect, it } from 'vitest';
import { type Content, codesAt, problemsAt, readFlat, readOne } from './sheet-builder';

const columns: readonly (readonly [string, readonly Content[], string])[] = [
  ['企业全称', ['甲木食品有限公司', '乙水机械有限公司', '丙火纺织有限公司'], 'unit.name'],
  ['吸纳就业人数', [120, 30, 8], 'unit.staff'],
  ['营业总收入（万元）', [2300, 500, 60], 'unit.revenueWan'],
  ['经济成分', ['私营', '港澳台', '外商'], 'unit.ownership'],
  ['是否规模以上工业企业', ['是', '否', '否'], 'unit.aboveScale'],
  ['投资人', ['张三丰', '李寻欢', '谢晓峰'], 'unit.owner.name'],
  ['党组织是否组建', ['是', '是', '否'], 'row.orgBuilt'],
  ['组建模式', ['单独', '联合', null], 'partyOrg.formation'],
  ['党组织种类', ['党支部', '党支部', null], 'partyOrg.tier'],
  ['建党组织时间', ['2015.6', '2020年10月', null], 'partyOrg.foundedOn'],
  ['未建党组织的主要原因', [null, null, '没有党员'], 'unit.notBuiltReason'],
  ['现任书记', ['张三丰', '陆小凤', null], 'partyOrg.secretary'],
  ['书记产生方式', ['出资人', '上级选派', null], 'partyOrg.secretarySource'],
  ['在册党员数', [6, 2, 0], 'unit.declared.members'],
  ['是否组建工会', ['有', '无', '无'], 'unit.massOrgs.union.has'],
];

describe('a ledger in words of its own', () => {
  const rows = [
    columns.map(([heading]) => heading),
    ...[0, 1, 2].map((i) => columns.map(([, cells]) => cells[i] ?? null)),
  ];
  it.each(columns.map(([heading, , field]) => [heading, field] as const))('%s is %s', (heading, field) => {
    expect(readFlat(rows).columns.find(({ path }) => (path as string[])[0] === heading)?.['field']).toBe(
      field,
    );
  });
  it('asks about a wording it has only understood', () => {
    expect(codesAt(readOne(rows), null, '书记产生方式')).toEqual(['import.columnGuessed']);
  });
  it('keeps apart two branches that only say 支部', () => {
    const { partyOrgs } = readFlat([
      ['企业名称', '党支部', '书记'],
      ['甲木食品有限公司', '支部', '张三丰'],
      ['乙水机械有限公司', '支部', '陆小凤'],
    ]);
    expect(partyOrgs.map(({ name, tier }) => [name, tier])).toEqual([
      ['中共甲木食品有限公司支部委员会', 'branch'],
      ['中共乙水机械有限公司支部委员会', 'branch'],
    ]);
  });
});

it('cells that say otherwise win over a wording', () => {
  const sheet = readOne([
    ['企业名称', '业务指导单位', '书记产生方式'],
    ['甲木食品有限公司', '县工信局', '2019.6.1'],
    ['乙水机械有限公司', '县工信局', '2020.6.1'],
    ['丙火纺织有限公司', '县住建局', '2021.6.1'],
  ]);
  expect(sheet.columns.map(({ field }) => field)).toEqual(['unit.name', 'unit.competentBody', null]);
  expect(sheet.instructors).toEqual([]);
  expect(problemsAt(sheet, null, '书记产生方式').map(({ code }) => code)).toEqual(['import.columnUnknown']);
});
