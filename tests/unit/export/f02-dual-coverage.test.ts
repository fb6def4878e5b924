import type { RuleSet } from '@shared/domain/rule-set';
import { buildReport } from '@shared/export/report-definitions';
import { cellKey, type ReportTable, type ReportValue } from '@shared/export/report-model';
import { summarizeAll } from '@shared/figures/summarize';
import { ruleSetOn } from '@shared/rules/rule-set-on';
import { describe, expect, it } from 'vitest';
import { buildTownT, township, townTAsOf } from '../../support/town-t';
import { inventedTown } from './invented-town';
import { inputOf } from './report-input-of';

const townT = (switches: Partial<RuleSet['coverage']> = {}) => {
  const rules = ruleSetOn(townTAsOf);
  const ruleSet = { ...rules, coverage: { ...rules.coverage, ...switches } };
  return inputOf(buildTownT(), { asOf: townTAsOf, scopeOrgUnitId: township, ruleSet });
};
const indexOf = (table: ReportTable, ...path: string[]): number =>
  table.columns.findIndex((column) => column.path.join('/') === path.join('/'));
const totals = (table: ReportTable): Record<string, ReportValue | undefined> =>
  Object.fromEntries(table.columns.map((column, index) => [column.path.join('/'), table.total?.[index]]));

describe('F2 of example town T', () => {
  const input = townT();
  const table = buildReport('F2', input);

  it('prints the figures of the T column', () => {
    expect(totals(table)).toMatchObject({
      '企业数/登记': 40,
      '企业数/正常经营': 30,
      '组织覆盖/支部': 9,
      '组织覆盖/联合支部': 3,
      '组织覆盖/单独组建企业': 9,
      '组织覆盖/联合覆盖企业': 12,
      '组织覆盖/挂靠企业': 1,
      '组织覆盖/覆盖企业合计': 22,
      '组织覆盖/组织覆盖率': 0.733,
      '工作覆盖/仅群团企业': 1,
      '工作覆盖/工作覆盖率': 0.933,
      空白点: 2,
      '双达标/50人以上': 10,
      '双达标/有党员': 9,
      '双达标/100人以上': 4,
      '双达标/有党组织': 3,
      '党员/总数': 96,
      '党员/预备': 8,
    });
    expect(table.memo).toEqual([
      '统计时点2025年12月31日，纳入统计的企业 30 户，按2018年7月起口径统计。',
      '未纳入统计的企业：筹建 2 户，停产停业 2 户，吊销 1 户，注销 3 户，迁出 2 户。',
      '组织覆盖率 22/30 = 73.3%，工作覆盖率 28/30 = 93.3%；挂靠计入、区域性（行业、网格）党组织计入组织覆盖，群团组织计入工作覆盖；工作覆盖各栏只列未建党组织的单位。',
    ]);
  });

  it('counts instructors and liaison officers apart, adding up to the work coverage', () => {
    const total = totals(table);
    const parts = [
      '组织覆盖/覆盖企业合计',
      '工作覆盖/指导员企业',
      '工作覆盖/联络员企业',
      '工作覆盖/仅群团企业',
    ];
    expect(parts.reduce((sum, path) => sum + Number(total[path]), 0)).toBe(28);
  });

  it('agrees with the summary the overview shows', () => {
    const { figures } = summarizeAll(input.facts.values(), {
      asOf: townTAsOf,
      ruleSetVersion: input.ruleSet.version,
    });
    const total = totals(table);
    expect(total['组织覆盖/覆盖企业合计']).toBe(figures.C1.numerator);
    expect(total['企业数/正常经营']).toBe(figures.C1.denominator);
    expect(total['双达标/有党员']).toBe(figures.C9a.numerator);
    expect(total['党员/流动']).toBe(figures.C19.numerator);
  });

  it('follows the switches of the rule set and says so', () => {
    const strict = buildReport(
      'F2',
      townT({ countsAffiliated: false, countsMassOrgs: false, rateDecimals: 2 }),
    );
    expect(totals(strict)).toMatchObject({
      '组织覆盖/覆盖企业合计': 21,
      '组织覆盖/组织覆盖率': 0.7,
      '工作覆盖/工作覆盖率': 0.9,
    });
    expect(strict.memo.at(-1)).toContain('挂靠不计入');
    expect(strict.columns[indexOf(strict, '组织覆盖', '组织覆盖率')]?.decimals).toBe(2);
  });

  it('keeps the units behind every number', () => {
    const column = indexOf(table, '空白点');
    const behind = table.behind.get(cellKey(table.rows.length, column)) ?? [];
    expect(behind).toHaveLength(2);
    for (const id of behind) expect(input.facts.get(id)?.isBlank).toBe(true);
    expect(table.behind.get(cellKey(0, indexOf(table, '企业数', '登记')))).toHaveLength(40);
  });
});

describe('F2 by village', () => {
  const input = inputOf(inventedTown);
  const table = buildReport('F2', input);

  it('lists every village, by division code, and recomputes rates in the total', () => {
    const names = table.rows.map((row) => row[1]);
    expect(names).toEqual(['西湖社区', '东山村', '南塘村']);
    const rate = indexOf(table, '组织覆盖', '组织覆盖率');
    expect(table.rows.map((row) => row[rate])).toEqual([1, 1, 0]);
    expect(table.total?.[rate]).toBe(0.6);
  });

  it('every count of the total is the sum of its column', () => {
    table.columns.forEach(({ kind, path }, index) => {
      if (kind !== 'number' || path[0] === '序号') return;
      const sum = table.rows.reduce((all, row) => all + Number(row[index]), 0);
      expect([path, table.total?.[index]]).toEqual([path, sum]);
    });
  });

  it('a village without units shows zeros, and its rate a dash', () => {
    const units = (inventedTown.units ?? []).filter((unit) => !unit.siteIds.includes('v3'));
    const without = buildReport('F2', inputOf({ ...inventedTown, units }));
    const row = without.rows.find((cells) => cells[1] === '南塘村');
    expect(row?.[2]).toBe(0);
    expect(row?.[indexOf(without, '组织覆盖', '组织覆盖率')]).toBe('—');
  });

  it('a county is listed by township, social organizations have their own table', () => {
    const county = buildReport('F2', { ...input, scopeOrgUnitId: 'county' });
    expect(county.columns[1]?.path).toEqual(['乡镇（街道）']);
    expect(county.rows.map((row) => row[1])).toEqual(['清溪镇']);
    const social = buildReport('F2S', input);
    expect(totals(social)).toMatchObject({ '社会组织数/登记': 1, '组织覆盖/单独组建社会组织': 1 });
  });
});
