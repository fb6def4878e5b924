import {
  countSentence,
  doubleStandardSentence,
  itemsSentence,
  listSentence,
  rateSentence,
  rulesSentence,
  spreadSentence,
  targetsSentence,
} from '@shared/export/briefing/briefing-sentences';
import { describe, expect, it } from 'vitest';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const year = '上年同期';

describe('the sentence of a rate', () => {
  it.each([
    ['a rise', of(22, 30), of(20, 30), '组织覆盖率73.3%（22/30），较上年同期提高6.7个百分点。'],
    ['a fall', of(20, 30), of(22, 30), '组织覆盖率66.7%（20/30），较上年同期下降6.7个百分点。'],
    ['no change', of(11, 15), of(22, 30), '组织覆盖率73.3%（11/15），与上年同期持平。'],
    ['a day without figures', of(22, 30), null, '组织覆盖率73.3%（22/30），上年同期无数据。'],
    ['a day without a base', of(22, 30), of(0, 0), '组织覆盖率73.3%（22/30），上年同期无数据。'],
    ['nothing to divide by', of(0, 0), of(22, 30), '组织覆盖率为“—”，没有可以统计的单位。'],
    ['none of some', of(0, 30), of(0, 30), '组织覆盖率0.0%（0/30），与上年同期持平。'],
  ])('says %s', (_case, now, before, sentence) => {
    expect(rateSentence('组织覆盖率', now, before, year, 1)).toBe(sentence);
  });
});

describe('the sentence of a count', () => {
  it.each([
    [5, 3, '空白点5户，较上年同期多2户。'],
    [3, 5, '空白点3户，较上年同期少2户。'],
    [0, 0, '空白点0户，与上年同期持平。'],
    [3, null, '空白点3户，上年同期无数据。'],
  ])('%s after %s', (now, before, sentence) => {
    expect(countSentence('空白点', now, before, year)).toBe(sentence);
  });
  it('names a day that has no name', () => {
    expect(countSentence('空白点', 2, 5, '2025年12月31日')).toBe('空白点2户，较2025年12月31日少3户。');
    expect(countSentence('空白点', 2, null, '2025年12月31日')).toBe('空白点2户，2025年12月31日无数据。');
  });
});

describe('双达标', () => {
  it('says both halves and what they make together', () => {
    expect(doubleStandardSentence(of(9, 10), of(3, 4))).toBe(
      '从业人员50人以上的单位10户，其中有党员的9户；100人以上的单位4户，其中有党组织的3户。未达到双达标。',
    );
    expect(doubleStandardSentence(of(10, 10), of(4, 4))).toMatch(/已达到双达标。$/);
  });
  it('says that there are none instead of none of none', () => {
    expect(doubleStandardSentence(of(0, 0), of(0, 0))).toBe(
      '从业人员50人以上的单位没有；100人以上的单位没有。双达标无从判断。',
    );
  });
});

it('two sets of rules are named, one is not', () => {
  expect(rulesSentence('2026', '2024', year)).toBe(
    '上年同期按2024版口径统计，本期按2026版口径统计，两期口径不同。',
  );
  expect(rulesSentence('2026', '2026', year)).toBeNull();
  expect(rulesSentence('2026', null, year)).toBeNull();
});

describe('lowest and highest', () => {
  const place = (name: string, numerator: number, denominator: number) => ({
    name,
    figure: of(numerator, denominator),
  });
  it.each([
    [
      'two',
      [place('甲镇', 1, 2), place('乙镇', 3, 4)],
      '组织覆盖率最低的是甲镇，50.0%（1/2）；最高的是乙镇，75.0%（3/4）；相差25.0个百分点。',
    ],
    [
      'ties',
      [place('甲镇', 1, 2), place('乙镇', 3, 4), place('丙镇', 2, 4)],
      '组织覆盖率最低的是甲镇、丙镇，均为50.0%；最高的是乙镇，75.0%（3/4）；相差25.0个百分点。',
    ],
    ['all alike', [place('甲镇', 1, 2), place('乙镇', 2, 4)], '各地组织覆盖率相同，均为50.0%。'],
    ['one', [place('甲镇', 1, 2), place('乙镇', 0, 0)], '甲镇组织覆盖率50.0%（1/2）。'],
    ['none', [place('乙镇', 0, 0)], '组织覆盖率为“—”，没有可以统计的单位。'],
  ])('of %s', (_case, places, sentence) => {
    expect(spreadSentence('组织覆盖率', places, 1)).toBe(sentence);
  });
  it('counts the names where they are many', () => {
    const many = Array.from({ length: 500 }, (_, i) => place(`镇${i}`, i === 499 ? 1 : 0, 2));
    expect(spreadSentence('组织覆盖率', many, 1)).toBe(
      '组织覆盖率最低的是镇0、镇1、镇2、镇3、镇4等499个，均为0.0%；最高的是镇499，50.0%（1/2）；相差50.0个百分点。',
    );
  });
});

describe('items of 六有', () => {
  it.each([
    [[of(5, 0), of(3, 0)], 9, '已评估9户，达到户数最多的是“甲”，5户；最少的是“乙”，3户。'],
    [[of(5, 0), of(3, 0), of(3, 0)], 9, '已评估9户，达到户数最多的是“甲”，5户；最少的是“乙”“丙”，均为3户。'],
    [[of(3, 0), of(3, 0)], 9, '已评估9户，各项达到户数相同，均为3户。'],
    [[of(0, 0)], 0, '没有已评估的单位，各项为“—”。'],
  ])('%j', (items, assessed, sentence) => {
    const named = items.map(({ numerator }, i) => ({ label: '甲乙丙'.charAt(i), met: numerator }));
    expect(itemsSentence(named, assessed)).toBe(sentence);
  });
});

it('targets are counted by how they stand', () => {
  expect(targetsSentence([], '2026年度目标')).toBe('2026年度目标没有设定。');
  expect(targetsSentence([{ state: 'late' }, { state: 'met' }, { state: 'late' }], '2026年度目标')).toBe(
    '2026年度目标共3项：已达到1项，逾期未达2项。',
  );
});

it('a list says how much of it follows', () => {
  expect(listSentence('空白点单位', 0, 0)).toBe('空白点单位没有。');
  expect(listSentence('空白点单位', 3, 3)).toBe('空白点单位共3户，下表全部列出。');
  expect(listSentence('空白点单位', 148, 20)).toBe('空白点单位共148户，下表列出前20户。');
});
