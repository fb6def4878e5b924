import { membersPerBranch } from '@shared/figures/validators/v01-members-per-branch';
import { coverageKind } from '@shared/figures/validators/v02-coverage-kind';
import { fullCoverage } from '@shared/figures/validators/v03-full-coverage';
import { denominator } from '@shared/figures/validators/v04-denominator';
import { definitionGap } from '@shared/figures/validators/v05-definition-gap';
import { partsTotal } from '@shared/figures/validators/v06-parts-total';
import { oneValue } from '@shared/figures/validators/v07-one-value';
import { ruleConflict } from '@shared/figures/validators/v08-rule-conflict';
import { precision } from '@shared/figures/validators/v09-precision';
import { subset } from '@shared/figures/validators/v10-subset';
import { dateOrder } from '@shared/figures/validators/v11-date-order';
import { announcedListed } from '@shared/figures/validators/v12-announced-listed';
import type { Problem } from '@shared/problems/problem';
import { describe, expect, it } from 'vitest';

/** What a reader would check with a pocket calculator, one line per finding. */
const shown = (findings: readonly Problem[]) => findings.map((finding) => finding.details['arithmetic']);
const named = (label: string, value: number) => ({ label, value });

describe('S0: 217 firms, 156 members, 58 branches, 100 %', () => {
  it('V1 finds six branches below the minimum', () => {
    const input = { branches: 58, members: 156, minPerBranch: 3 };
    expect(shown(membersPerBranch.check(input))).toEqual(['156÷58=2.69，156÷3最多52个；58−52=6']);
  });
  it('V1 finds at least 14 when the two named branches of 16 and 14 are in the town', () => {
    const [finding] = membersPerBranch.check({
      branches: 58,
      members: 156,
      minPerBranch: 3,
      knownBranches: [16, 14],
    });
    expect(finding?.details['arithmetic']).toBe(
      '156÷58=2.69，156÷3最多52个；其中2个支部已有16、14名，(156−16−14)÷3+2最多44个；58−44=14',
    );
    expect(finding?.text).toContain('至少14个支部不足3名正式党员');
  });
  it('V2 bounds what 100 % can mean', () => {
    const claim = { label: '覆盖率100%', kind: null, units: 217, members: 156, orgs: 58 };
    expect(shown(coverageKind.check(claim))).toEqual([
      '有党员的单位最多156/217=71.9%，单独组建最多58/217=26.7%，平均每个党组织覆盖3.7家',
    ]);
  });
  it('V3 finds at least 61 firms that cannot be covered by a member of their own', () => {
    const claim = { label: '组织覆盖率', isFull: true, units: 217, coverable: 156, uncovered: null };
    expect(shown(fullCoverage.check(claim))).toEqual(['217−156=61家没有条件被覆盖']);
  });
  it('V7 sees three problems turn into four', () => {
    const values = [
      { value: 3, where: '开头' },
      { value: 4, where: '后文' },
    ];
    expect(shown(oneValue.check({ label: '存在问题', values }))).toEqual(['3（开头） ≠ 4（后文）']);
  });
});

describe('S1.2: above-scale coverage of one city', () => {
  const coverage = {
    label: '党组织覆盖率',
    percent: '98.5',
    numerator: 7706,
    denominator: 7825,
    base: '规模以上企业',
  };
  it('V4 accepts 7706/7825 = 98.5 %', () => {
    expect(denominator.check([coverage])).toEqual([]);
  });
  it('V4 asks for the base of the solo rate and shows what either would give', () => {
    const solo = { label: '单独组建率', percent: '95.3', numerator: null, denominator: null, base: null };
    expect(shown(denominator.check([{ ...solo, candidates: [7825, 7706] }]))).toEqual([
      '7825的95.3%是7457，7706的95.3%是7344',
    ]);
  });
  it('V4 finds two coverages on two bases', () => {
    const all = {
      label: '党组织覆盖率',
      percent: '8.5',
      numerator: null,
      denominator: 100_000,
      base: '全部非公企业',
    };
    expect(shown(denominator.check([coverage, all]))).toEqual([
      '98.5%（规模以上企业）与8.5%（全部非公企业）',
    ]);
  });
  it('V4 recomputes at the printed precision', () => {
    expect(shown(denominator.check([{ ...coverage, percent: '98.6' }]))).toEqual(['7706/7825=98.5% ≠ 98.6%']);
    expect(denominator.check([{ ...coverage, percent: '98' }])).toEqual([]);
  });
  it('V5 finds the firms of 100 and more outside the definition', () => {
    const use = {
      label: '规模以上单独组建',
      defined: { from: 50, to: 99 },
      needed: { from: 50, to: null },
      measure: '人',
    };
    expect(shown(definitionGap.check(use))).toEqual(['口径为50—99人，要求覆盖50人及以上，少100人及以上']);
    expect(definitionGap.check({ ...use, needed: { from: 60, to: 80 } })).toEqual([]);
  });
});

describe('S1.3: one district', () => {
  it('V6 adds 127+1+5+16 to 149, not 210-odd, and 2465 with the sole traders', () => {
    const parts = [named('企业', 127), named('国企改制', 1), named('园区', 5), named('社会组织', 16)];
    const total = { value: 210, isApproximate: true };
    expect(shown(partsTotal.check({ label: '两新组织', parts, total }))).toEqual([
      '127+1+5+16 = 149 ≠ 210余，差 61',
    ]);
    const withTraders = [...parts, named('个体工商户', 2316)];
    expect(shown(partsTotal.check({ label: '两新组织', parts: withTraders, total }))).toEqual([
      '127+1+5+16+2316 = 2465 ≠ 210余，差 2246',
    ]);
  });
  it('V7 finds 65 organizations become 62', () => {
    const values = [
      { value: 65, where: '64+1' },
      { value: 62, where: '后文' },
    ];
    expect(shown(oneValue.check({ label: '党组织数', values }))).toEqual(['65（64+1） ≠ 62（后文）']);
  });
  it('V1 finds 19 organizations whose units lack three members', () => {
    const input = { branches: 65, members: null, minPerBranch: 3, unitsWithEnough: 46 };
    const [finding] = membersPerBranch.check(input);
    expect(finding?.details['arithmetic']).toBe('65−46=19');
    expect(finding?.text).toContain('至少19个应为联合组建');
  });
  it('V2 and V4 ask what "basically full coverage" counts', () => {
    const claim = { label: '基本实现全覆盖', kind: null, units: 210, orgs: 65 };
    expect(shown(coverageKind.check(claim))).toEqual(['单独组建最多65/210=31.0%，平均每个党组织覆盖3.2家']);
    const rate = { label: '覆盖率', numerator: 65 };
    const claims = [
      { ...rate, percent: '31.0', denominator: 210, base: '全部单位' },
      { ...rate, percent: '100.0', denominator: 65, base: '有党员的单位' },
    ];
    expect(shown(denominator.check(claims))).toEqual(['31.0%（全部单位）与100.0%（有党员的单位）']);
  });
  it('V7 tells a conflict from a rounding', () => {
    const staff = [
      { value: 40_000, isApproximate: true, where: '就业岗位' },
      { value: 30_000, isApproximate: true, where: '从业人员' },
    ];
    const [conflict] = oneValue.check({ label: '从业人员', values: staff });
    expect(conflict).toMatchObject({ code: 'figure.v7TwoValues', severity: 'error' });
    const members = [
      { value: 438, where: '花名册' },
      { value: 430, isApproximate: true, where: '正文' },
    ];
    const [rounding] = oneValue.check({ label: '党员', values: members });
    expect(rounding).toMatchObject({ code: 'figure.v7Rounded', severity: 'info' });
    expect(rounding?.details['arithmetic']).toBe('438（花名册） ≈ 430余（正文）');
  });
});

describe('S1.5: rules that disagree', () => {
  it('V8 finds three frequencies of meetings', () => {
    const rules = [
      { per: 'month', times: 1, where: '三会一课' },
      { per: 'quarter', times: 2, where: '党员大会' },
      { per: 'quarter', times: 1, where: '党课' },
    ] as const;
    expect(shown(ruleConflict.check({ label: '三会一课', rules }))).toEqual([
      '每月1次=每年12次（三会一课） ≠ 每季度2次=每年8次（党员大会） ≠ 每季度1次=每年4次（党课）',
    ]);
  });
  it('V8 finds the democratic life meeting twice and once a year', () => {
    const rules = [
      { per: 'year', times: 2, where: '第一处' },
      { per: 'year', times: 1, where: '第二处' },
    ] as const;
    expect(shown(ruleConflict.check({ label: '民主生活会', rules }))).toEqual([
      '每年2次=每年2次（第一处） ≠ 每年1次=每年1次（第二处）',
    ]);
  });
  it('V8 accepts the same frequency in other words', () => {
    const rules = [
      { per: 'half', times: 1, where: '甲' },
      { per: 'year', times: 2, where: '乙' },
    ] as const;
    expect(ruleConflict.check({ label: '通报', rules })).toEqual([]);
  });
});

describe('S2: floating members of a mine', () => {
  const away = { label: '流动党员比例', numerator: 195, denominator: 957, base: '党员' };
  it('V4 accepts 195/957 = 20.38 %', () => {
    expect(denominator.check([{ ...away, percent: '20.38' }])).toEqual([]);
  });
  it('V6 finds the four missing members', () => {
    const parts = [named('跨省', 40), named('省内跨市', 9), named('市内跨县', 14), named('县内', 128)];
    expect(shown(partsTotal.check({ label: '流动党员', parts, total: { value: 195 } }))).toEqual([
      '40+9+14+128 = 191 ≠ 195，差 4',
    ]);
  });
  it('V4 accepts each share on 195, V9 finds their mixed decimals', () => {
    const percents = ['20.51', '4.6', '7.2', '65.64', '19.49'];
    const numerators = [40, 9, 14, 128, 38];
    const claims = percents.map((percent, i) => ({
      label: `第${i + 1}项`,
      percent,
      numerator: numerators[i] ?? null,
      denominator: 195,
      base: '流动党员',
    }));
    expect(denominator.check(claims)).toEqual([]);
    expect(shown(precision.check({ label: '流动党员', percents }))).toEqual([
      '20.51%（2位）、4.6%（1位）、7.2%（1位）、65.64%（2位）、19.49%（2位）',
    ]);
    expect(precision.check({ label: '流动党员', percents: ['20.5', '4.6'] })).toEqual([]);
  });
  it('V10 finds 76 long-term members at one place among 38', () => {
    const part = named('长期在一地', 76);
    expect(shown(subset.check({ part, whole: named('长期流动', 38) }))).toEqual(['76 > 38，多 38']);
    expect(subset.check({ part, whole: named('流动党员', 195) })).toEqual([]);
  });
  it('V11 finds a survey before the event it follows', () => {
    const steps = [
      { label: '摸底', on: '2023-08' },
      { label: '成立', on: '2022-04' },
    ];
    expect(shown(dateOrder.check({ label: '工作经过', steps }))).toEqual(['摸底2023-08 晚于 成立2022-04']);
    expect(dateOrder.check({ label: '经过', steps: [...steps].reverse() })).toEqual([]);
    const partial = [
      { label: '甲', on: '2021' },
      { label: '乙', on: null },
      { label: '丙', on: '2021-03' },
    ];
    expect(dateOrder.check({ label: '经过', steps: partial })).toEqual([]);
  });
});

describe('S4: a plan', () => {
  it('V12 finds two of three announced measures', () => {
    const plan = { until: '2021-12-31', reportedOn: '2021-03' };
    expect(shown(announcedListed.check({ label: '三项措施', announced: 3, listed: 2, plan }))).toEqual([
      '宣布3项 ≠ 列出2项，差 1',
      '计划期至2021-12-31，2021-03已称见效',
    ]);
    expect(announcedListed.check({ label: '三项措施', announced: 3, listed: 3 })).toEqual([]);
  });
});

describe('claims that hold', () => {
  it('V1, V2, V3 and V6 stay silent', () => {
    expect(membersPerBranch.check({ branches: 52, members: 156, minPerBranch: 3 })).toEqual([]);
    expect(coverageKind.check({ label: '覆盖率', kind: '单独组建', units: 10 })).toEqual([]);
    const full = { label: '覆盖率', units: 10, coverable: 10 };
    expect(fullCoverage.check({ ...full, isFull: true, uncovered: 0 })).toEqual([]);
    expect(fullCoverage.check({ ...full, isFull: false, uncovered: 3 })).toEqual([]);
    const parts = [named('甲', 205), named('乙', 9)];
    expect(partsTotal.check({ label: '单位', parts, total: { value: 210, isApproximate: true } })).toEqual(
      [],
    );
  });
  it('V3 asks for the list when nothing else is known', () => {
    const claim = { label: '覆盖率', isFull: true, units: 10, coverable: null, uncovered: null };
    expect(fullCoverage.check(claim)).toMatchObject([{ code: 'figure.v3FullWithoutList' }]);
  });
});
