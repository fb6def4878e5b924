import type { Register } from '@shared/domain/collections';
import { buildReport } from '@shared/export/report-definitions';
import type { ReportInput } from '@shared/export/report-input';
import type { ReportCode, ReportTable, ReportValue } from '@shared/export/report-model';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';
import { inventedTown } from './invented-town';
import { inputOf } from './report-input-of';

const build = (code: ReportCode, more: Partial<ReportInput> = {}, parts: Partial<Register> = {}) =>
  buildReport(code, inputOf({ ...inventedTown, ...parts }, more));

/** Cells of the row of a document by heading path; `=` the total row. */
function rowOf(table: ReportTable, id: string): Record<string, ReportValue | undefined> {
  const row = id === '=' ? table.total : table.rows[table.rowIds.indexOf(id)];
  if (!row) throw new Error(`no row ${id}`);
  return Object.fromEntries(table.columns.map(({ path }, index) => [path.join('/'), row[index]]));
}

describe('F1 非公有制企业党建工作台账', () => {
  it('prints a unit with its organization, secretary, members and support', () => {
    expect(rowOf(build('F1'), 'u1')).toMatchObject({
      单位: '东山村',
      '企业座落地/园区': '√',
      园区级别: '区级及以下',
      '所在园区、楼宇名称': '清溪工业园',
      '企业基本情况/企业名称': '安徽威达环保科技股份有限公司',
      '企业基本情况/统一社会信用代码': '91340123MA9TXYX10L',
      '企业基本情况/联系电话': '13800138000',
      '企业基本情况/企业类型/私营': '√',
      '企业基本情况/年营业收入（万元）': 3206.5,
      '企业基本情况/是否规上': '是',
      '出资人/是否党员': '是',
      '党组织设置/是否建立': '是',
      '党组织设置/成立时间': '2015年04月',
      '党组织设置/组建形式/单独': '√',
      '党组织设置/类别/党支部': '√',
      '党组织设置/未建的是否选派指导员/联络员': '—',
      '书记/姓名': '张威',
      '书记/来源/出资人': '√',
      '党员队伍/关系在本企业党员数': 9,
      '群团/工会': '是',
      '群团/共青团': '否',
      '保障/面积': 120,
      '制度/党性分析': '否',
    });
  });

  it('tells why there is no organization and whether somebody is sent', () => {
    expect(rowOf(build('F1'), 'u4')).toMatchObject({
      '党组织设置/是否建立': '否',
      '党组织设置/未建原因/上级未及时指导': '√',
      '党组织设置/未建的是否选派指导员/联络员': '是',
      '书记/姓名': '—',
    });
  });

  it('leaves out units that are out of scope and names them below the table', () => {
    const table = build('F1');
    expect(table.rowIds).not.toContain('u6');
    expect(table.memo).toContain('未纳入统计的企业：停产停业 1 户。');
  });

  it('adds up numbers, ticks and yes-signs, and never adds what nobody knows', () => {
    expect(rowOf(build('F1'), '=')).toMatchObject({
      '企业基本情况/企业名称': 5,
      '企业基本情况/企业类型/私营': 2,
      '企业基本情况/年营业收入（万元）': 12304.5,
      '党组织设置/是否建立': 3,
      '党组织设置/组建形式/联合': 2,
      '书记/来源/其他': 2,
      '党员队伍/关系在本企业党员数': 16,
    });
    const nobodyKnows = (inventedTown.units ?? []).map((unit) => ({ ...unit, revenueWan: null }));
    expect(rowOf(build('F1', {}, { units: nobodyKnows }), '=')['企业基本情况/年营业收入（万元）']).toBe('—');
  });

  it('writes √ and × instead of 是 and 否 by setting', () => {
    const row = rowOf(build('F1', { signs: '√×' }), 'u1');
    expect([row['群团/工会'], row['群团/共青团']]).toEqual(['√', '×']);
    expect(rowOf(build('F1', { signs: '√×' }), '=')['群团/工会']).toBe(1);
  });

  it('masks phones and the membership of single people', () => {
    const row = rowOf(build('F1', { isMasked: true }), 'u1');
    expect(row['企业基本情况/联系电话']).toBe('138****8000');
    expect(row['出资人/是否党员']).toBe('***');
    expect(JSON.stringify(build('F1', { isMasked: true }).rows)).not.toMatch(/1[3-9]\d{9}/);
  });

  it('prints the stated members and says where the roster differs', () => {
    const people = Array.from({ length: 11 }, (_, i) =>
      buildDocument('people', {
        id: `m${i}`,
        name: `党员${i}`,
        stage: 'full',
        workUnitId: 'u1',
        relationOrgId: 'o1',
        joinedOn: '2012-05',
      }),
    );
    const table = build('F1', {}, { people });
    expect(rowOf(table, 'u1')['党员队伍/关系在本企业党员数']).toBe(9);
    expect(table.memo).toContain('党员数按填报数列示；与党员花名册不一致的 1 户，按花名册计全表党员 18 人。');
  });
});

describe('F3 应建未建清单', () => {
  it('lists who is due, with the instructor to call', () => {
    const table = build('F3');
    expect(table.rowIds).toEqual(['u4']);
    expect(rowOf(table, 'u4')).toMatchObject({
      '正式党员（关系在内/在外）': '4/0',
      未建原因: '上级未及时指导',
      拟建时间: '2026年09月',
      责任领导: '王书记',
      指导员及电话: '赵远建 15684803897',
      销号时间: '—',
    });
    expect(rowOf(build('F3', { isMasked: true }), 'u4')['指导员及电话']).toBe('赵远建 156****3897');
  });

  it('names the related lists below', () => {
    const units = (inventedTown.units ?? []).map((unit) =>
      unit.id === 'u2' ? { ...unit, declared: { ...unit.declared, members: 5 } } : unit,
    );
    expect(build('F3', {}, { units }).memo).toContain('应单独未单独 1 户：安徽永丰聚纺织有限公司。');
  });
});

describe('F4 选派台账', () => {
  const table = build('F4');

  it('joins the cells of one person over the units served', () => {
    expect(table.rows.map((row) => row[0])).toEqual([1, null, null, 2]);
    expect(table.merges).toHaveLength(8);
    expect(table.merges[0]).toEqual({ row: 0, column: 0, rowSpan: 3 });
    expect(table.rows.map((row) => row[8])).toEqual([
      '安徽同泰恒陶瓷有限公司',
      '安徽永丰聚纺织有限公司',
      '安徽金盛宏农业发展有限公司',
      '安徽佳美东制衣有限公司',
    ]);
  });

  it('counts people, units once each and their staff', () => {
    expect(rowOf(table, '=')).toMatchObject({
      姓名: 2,
      派驻单位: 4,
      从业人员: 153,
      党员数: 7,
      解决问题数: 8,
    });
  });

  it('takes recorded visits when they are more than the stated ones', () => {
    const records = Array.from({ length: 5 }, (_, i) =>
      buildDocument('records', {
        id: `v${i}`,
        kind: 'visit',
        on: `2026-0${i + 1}-10`,
        unitId: 'u5',
        byKind: 'instructor',
        by: '林海',
        instructorId: 'i2',
        mode: 'onSite',
      }),
    );
    const withVisits = build('F4', {}, { records });
    expect(rowOf(withVisits, 'i2')['走访频次（计划/实际）']).toBe('12/5');
    expect(rowOf(table, 'i2')['走访频次（计划/实际）']).toBe('12/3');
  });
});

describe('F5 阵地台账', () => {
  it('prints facilities as signs and adds up area and money', () => {
    const table = build('F5');
    expect(rowOf(table, 'r1')).toMatchObject({
      类型: '党群服务中心',
      所属党组织: '中共清溪镇东山村委员会',
      建成时间: '2014年04月',
      功能室: '会议室、书屋',
      '设施/标识': '是',
      '设施/电教': '否',
      本年使用次数: 12,
      负责人及电话: '王英 18973181112',
    });
    expect(rowOf(table, '=')).toMatchObject({ 名称: 1, '面积（㎡）': 113.5, '投入（万元）': 25 });
  });
});

describe('F6 六有达标情况表', () => {
  const table = build('F6', { signs: '√×' });

  it('shows sign and quantity of each item, and what is missing', () => {
    const row = rowOf(table, 'u1');
    expect(row).toMatchObject({
      有组织: '√',
      '有场地（㎡）': '√ 120',
      '有经费（元）': '× 0',
      达标项数: 2,
      是否达标: '×',
    });
    expect(row['差距与整改时限']).toContain('有制度：缺');
  });

  it('prints the rate on both bases', () => {
    expect(table.memo.at(-1)).toContain('六有达标率（已评估） 0/4 = 0.0%；六有达标率（全部） 0/6 = 0.0%');
  });
});

describe('F10 社会组织党建工作台账', () => {
  it('prints an organization with its funds and meetings', () => {
    expect(rowOf(build('F10'), 's1')).toMatchObject({
      性质: '民办非企业单位（社会服务机构）',
      类别: '卫生和社会工作',
      '年检/合格': '√',
      '从业人员/专职': 20,
      '党组织/是否成立': '是',
      '党组织/成立时间': '2020年',
      '党组织/组建形式': '单独组建',
      '党组织/上级': '中共清溪镇委员会',
      '党组织/电话': '0551-61234567',
      '经费/总额': 1.5,
      '场所/单独面积': 30,
      '场所/共用': '否',
      '组织生活次数/党员大会': 4,
    });
  });
});

describe('an empty register', () => {
  it.each<ReportCode>(['F1', 'F2', 'F2S', 'F3', 'F4', 'F5', 'F6', 'F10'])('%s is an empty table', (code) => {
    const table = buildReport(code, inputOf({ orgUnits: (inventedTown.orgUnits ?? []).slice(0, 2) }));
    expect(table.rows).toEqual([]);
    expect(table.total?.[0]).toBe('合计');
  });
});
