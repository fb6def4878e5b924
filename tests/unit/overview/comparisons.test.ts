import { compareGroups, shownInChart } from '@renderer/features/overview/compare';
import { formatGroupRef, parseGroupRef } from '@renderer/features/overview/groupings';
import { describeState } from '@renderer/features/overview/headline';
import { parseOverviewSearch } from '@renderer/features/overview/overview-search';
import { trendDays, trendLabel } from '@renderer/features/overview/trend';
import { describeCountChange, describeRateChange, percentOf } from '@shared/insights/change';
import { noteOnBlanks } from '@shared/insights/headline';
import { describe, expect, it } from 'vitest';
import { countTown } from './town-count';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('days of the trend', () => {
  it('are twelve quarter ends before the day, and the day itself', () => {
    const days = trendDays('2026-11-21');
    expect(days).toHaveLength(13);
    expect(days[0]).toBe('2023-12-31');
    expect(days.slice(-3)).toEqual(['2026-06-30', '2026-09-30', '2026-11-21']);
  });

  it('count a quarter end once when it is the day itself', () => {
    expect(trendDays('2025-12-31').slice(-2)).toEqual(['2025-09-30', '2025-12-31']);
  });

  it('are labelled by year and month', () => expect(trendLabel('2026-03-31')).toBe('26年3月'));

  it('leave a gap where there is nothing to divide by', () => {
    expect(percentOf(share(0, 0))).toBeNull();
    expect(percentOf(share(0, 4))).toBe(0);
  });
});

describe('change against a year ago', () => {
  it('is told in percentage points with arrow and words', () => {
    expect(describeRateChange(share(22, 30), share(21, 30), 1)).toEqual({
      text: '↑ 较上年同期提高 3.3 个百分点',
      sentence: '较上年同期提高3.3个百分点',
      short: '↑提高3.3个百分点',
      tone: 'good',
    });
    expect(describeRateChange(share(21, 30), share(22, 30), 1).tone).toBe('bad');
  });

  it('is level when the printed digits do not differ', () => {
    expect(describeRateChange(share(10_001, 20_000), share(1, 2), 1).text).toBe('→ 与上年同期持平');
  });

  it('is not invented where the past has no base', () => {
    expect(describeRateChange(share(1, 2), share(0, 0), 1).text).toBe('上年同期无数据');
    expect(describeRateChange(share(0, 0), share(1, 2), 1).text).toBe('上年同期无数据');
    expect(describeCountChange(3, null).text).toBe('上年同期无数据');
  });

  it('is good news for a list of gaps that got shorter', () => {
    expect(describeCountChange(2, 5)).toEqual({
      text: '↓ 较上年同期少 3',
      sentence: '较上年同期少3户',
      short: '↓少3户',
      tone: 'good',
    });
    expect(describeCountChange(5, 2).tone).toBe('bad');
  });
});

describe('sentence of the page', () => {
  const { figures } = countTown().summary;

  it('does not say 全覆盖 while there are blank spots', () => {
    expect(describeState(figures)).toBe('纳入统计 30 户，还有 2 户空白点，未达到全覆盖。');
  });

  it('tells work coverage from organization coverage when no blank spot is left', () => {
    const C4 = { ...figures.C4, numerator: 0 };
    expect(describeState({ C1: figures.C1, C4 })).toContain('8 户靠工作覆盖');
    expect(describeState({ C1: { ...figures.C1, numerator: 30 }, C4 })).toContain('组织、工作全覆盖');
  });

  it('claims nothing about an empty register', () => {
    const C1 = { ...figures.C1, numerator: 0, denominator: 0 };
    expect(describeState({ C1, C4: { ...figures.C4, numerator: 0 } })).not.toContain('覆盖');
  });
});

describe('comparison of groups', () => {
  const town = countTown();

  it('adds up to the whole for townships', () => {
    const groups = compareGroups(town.groupsBy('township'), 'township', town.relations);
    expect(groups.reduce((sum, group) => sum + group.C1.numerator, 0)).toBe(22);
    expect(groups.reduce((sum, group) => sum + group.C4.numerator, 0)).toBe(2);
  });

  it('puts the lowest rate first, of equal ones the larger, and leaves out groups without units in scope', () => {
    const sum = (numerator: number, denominator: number) => ({
      ...town.summary,
      figures: {
        ...town.summary.figures,
        C1: { ...town.summary.figures.C1, numerator, denominator },
      },
    });
    const sums = new Map([
      ['large', sum(9, 10)],
      ['medium', sum(0, 0)],
      ['small', sum(1, 2)],
      ['micro', sum(2, 4)],
    ]);
    const groups = compareGroups(sums, 'sizeClass', town.relations);
    expect(groups.map(({ name }) => name)).toEqual(['微型', '小型', '大型']);
  });

  it('draws the eight lowest of many groups; the table has all', () => {
    const groups = compareGroups(town.groupsBy('township'), 'township', town.relations);
    const many = Array.from({ length: 20 }, () => groups).flat();
    expect(shownInChart(many)).toHaveLength(8);
    expect(shownInChart(groups)).toEqual(groups);
  });

  it('keeps the group in the address, a colon in its key included', () => {
    const group = { grouping: 'village', key: 'a:b' } as const;
    expect(parseGroupRef(formatGroupRef(group))).toEqual(group);
    expect(parseGroupRef('village:')).toEqual({ grouping: 'village', key: '' });
    expect(parseGroupRef('planet:1')).toBeNull();
  });
});

describe('address of the overview', () => {
  it('keeps what it knows and drops the rest', () => {
    expect(parseOverviewSearch({ list: 'C1.in', on: '2024-03-31', x: 1, group: '' })).toEqual({
      list: 'C1.in',
      on: '2024-03-31',
    });
    expect(parseOverviewSearch({ on: 'yesterday', list: 5 })).toEqual({});
  });
});

it('says 全覆盖 only where somebody is covered', () => {
  expect(noteOnBlanks(0, 30)).toBe('两张清单都空，全覆盖');
  expect(noteOnBlanks(2, 30)).toBe('未达到全覆盖');
  expect(noteOnBlanks(0, 0)).toBe('没有纳入统计的单位');
});
