/** Amounts with a unit of measure, in the heading or in the cell (H17): 万元/元/亿元, ㎡/平方米/亩. */
import { type ParsedNumber, parseNumber } from './parse-number';
import { compact } from './tidy-text';

export type Measure = 'wan' | 'area';

/** Longest first: 亿元 before 元. The factor turns the unit into the stored one (万元, ㎡). */
const units: Readonly<Record<Measure, readonly (readonly [RegExp, number])[]>> = {
  wan: [
    [/亿元?(?:人民币)?$/, 10_000],
    [/百万元?$/, 100],
    [/千元$/, 0.1],
    [/万元?(?:人民币)?$/, 1],
    [/元(?:人民币)?$|^(?:￥|¥|rmb)/i, 0.0001],
  ],
  area: [
    [/(?:平方米|平米|平方|㎡|m2|m²|平)$/i, 1],
    [/亩$/, 666.6667],
  ],
};

/** Unit a heading names, e.g. 年营业收入（亿元）; null when it names none. */
export function measureInHeading(heading: string, measure: Measure): number | null {
  const text = compact(heading);
  const inside = [...text.matchAll(/[([【]([^)\]】]*)[)\]】]/g)].map((match) => match[1] ?? '');
  for (const part of [...inside, text.replace(/[([【].*$/, '')])
    for (const [pattern, factor] of units[measure])
      if (pattern.test(part.replace(/^单位[:：]?/, ''))) return factor;
  return null;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** @param factor of the heading's unit; the cell's own unit wins over it */
export function parseMeasure(content: string | number, measure: Measure, factor: number): ParsedNumber {
  if (typeof content === 'number') return scaled(parseNumber(content), factor);
  const text = compact(content);
  // 1200万元左右: the word behind the unit says how exact the number before it is.
  const about = /(?:左右|上下|以上)$/.exec(text)?.[0] ?? '';
  const amount = text.slice(0, text.length - about.length);
  for (const [pattern, own] of units[measure])
    if (pattern.test(amount))
      return scaled(parseNumber(amount.replace(pattern, '') + about, content.trim()), own);
  return scaled(parseNumber(text, content.trim()), factor);
}

const scaled = (parsed: ParsedNumber, factor: number): ParsedNumber =>
  factor === 1
    ? parsed
    : {
        ...parsed,
        value: parsed.value === null ? null : round(parsed.value * factor),
        choices: parsed.choices.map((choice) => round(choice * factor)),
      };
