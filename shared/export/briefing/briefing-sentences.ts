/**
 * The words of a briefing. Each sentence says what its numbers say and nothing else: no reason, no praise, no advice.
 * A rate without a base is "—" and said to have none; a day without figures is said to have none.
 */
import type { Counted } from '@shared/figures/figure';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { isDoubleStandardMet } from '@shared/figures/indicators/c09-double-standard';
import { describeCountChange, describeRateChange, percentOf } from '@shared/insights/change';
import { countByState } from '@shared/insights/target-words';
import type { BriefingTarget } from './briefing-input';

/** 61.1%（545/892）; "—" alone where there is nothing to divide by. */
export const rateText = (figure: Counted, decimals: number): string =>
  figure.denominator === 0 ? '—' : `${formatRate(figure, decimals)}（${formatFraction(figure)}）`;

/** @param before null = that day has no figures */
export function rateSentence(
  label: string,
  now: Counted,
  before: Counted | null,
  against: string,
  decimals: number,
): string {
  if (now.denominator === 0) return `${label}为“—”，没有可以统计的单位。`;
  return `${label}${rateText(now, decimals)}，${describeRateChange(now, before, decimals, against).sentence}。`;
}

/** Counts of which fewer are better. @param before null = that day has no figures */
export function countSentence(label: string, now: number, before: number | null, against: string): string {
  return `${label}${now}户，${describeCountChange(now, before, against).sentence}。`;
}

/** Both halves of 双达标, and whether they hold together. */
export function doubleStandardSentence(withMembers: Counted, withOrg: Counted): string {
  const half = (base: string, what: string, { numerator, denominator }: Counted) =>
    denominator === 0 ? `${base}的单位没有` : `${base}的单位${denominator}户，其中${what}的${numerator}户`;
  const isMet = isDoubleStandardMet(withMembers, withOrg);
  const verdict = isMet === null ? '双达标无从判断' : isMet ? '已达到双达标' : '未达到双达标';
  return `${half('从业人员50人以上', '有党员', withMembers)}；${half('100人以上', '有党组织', withOrg)}。${verdict}。`;
}

/** Which two days were counted by which rules; null where one rule counted both. */
export function rulesSentence(now: string | null, before: string | null, against: string): string | null {
  if (now === null || before === null || now === before) return null;
  return `${against}按${before}版口径统计，本期按${now}版口径统计，两期口径不同。`;
}

interface NamedRate {
  readonly name: string;
  readonly figure: Counted;
}

/** Lowest and highest of the places below, with what lies between them; equal ones are all named. */
export function spreadSentence(label: string, all: readonly NamedRate[], decimals: number): string {
  const known = all.flatMap(({ name, figure }) => {
    const percent = percentOf(figure);
    return percent === null ? [] : [{ name, figure, percent }];
  });
  const [first] = known;
  if (first === undefined) return `${label}为“—”，没有可以统计的单位。`;
  if (known.length === 1) return `${first.name}${label}${rateText(first.figure, decimals)}。`;
  const percents = known.map(({ percent }) => percent);
  const [low, high] = [Math.min(...percents), Math.max(...percents)];
  if (low === high) return `各地${label}相同，均为${formatRate(first.figure, decimals)}。`;
  const named = (percent: number) => {
    const those = known.filter((one) => one.percent === percent);
    const [one] = those;
    if (one === undefined) return '';
    return those.length === 1
      ? `${one.name}，${rateText(one.figure, decimals)}`
      : `${namesOf(those.map(({ name }) => name))}，均为${formatRate(one.figure, decimals)}`;
  };
  return `${label}最低的是${named(low)}；最高的是${named(high)}；相差${(high - low).toFixed(decimals)}个百分点。`;
}

const mostNames = 5;
/** A、B; more than a few are counted. */
const namesOf = (names: readonly string[]): string =>
  names.length <= mostNames ? names.join('、') : `${names.slice(0, mostNames).join('、')}等${names.length}个`;

interface NamedCount {
  readonly label: string;
  readonly met: number;
}

/** Which items most units have and fewest have. */
export function itemsSentence(items: readonly NamedCount[], assessed: number): string {
  if (assessed === 0) return '没有已评估的单位，各项为“—”。';
  const [first] = items;
  if (first === undefined) return '评估标准没有列项。';
  const counts = items.map(({ met }) => met);
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  if (low === high) return `已评估${assessed}户，各项达到户数相同，均为${low}户。`;
  const named = (met: number) => {
    const labels = items.filter((item) => item.met === met).map(({ label }) => label);
    return `“${labels.join('”“')}”，${labels.length > 1 ? '均为' : ''}${met}户`;
  };
  return `已评估${assessed}户，达到户数最多的是${named(high)}；最少的是${named(low)}。`;
}

/** @param label whose targets of which year: 2026年度目标 */
export function targetsSentence(targets: readonly Pick<BriefingTarget, 'state'>[], label: string): string {
  if (targets.length === 0) return `${label}没有设定。`;
  const parts = countByState(targets.map(({ state }) => state)).map(
    ({ label: word, count }) => `${word}${count}项`,
  );
  return `${label}共${targets.length}项：${parts.join('，')}。`;
}

/** How much of a list follows. */
export function listSentence(label: string, total: number, shown: number): string {
  if (total === 0) return `${label}没有。`;
  return total > shown
    ? `${label}共${total}户，下表列出前${shown}户。`
    : `${label}共${total}户，下表全部列出。`;
}
