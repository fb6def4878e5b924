/** Headings reduced to what makes them comparable: no brackets, spaces, signs, units or spelling variants. */
import { toHalfWidth } from '@shared/lib/text';
import { toSimplified } from '../traditional-characters';

const signs = /[\s、，,。.：:;；*★☆“”"'·‘’《》<>/\\|—–_\-+?？!！#]+/g;
const brackets = /[([【〔{][^)\]】〕}]*[)\]】〕}]/g;
const trailingUnit = /(?<=.{2})(?:万元|亿元|千元|平方米|平米|㎡|m2)$/i;

/** 2025年度年检结论, 截至2026年6月底党员数: the day of a figure is not its name. */
const asOfDay =
  /^(?:截[至止])?(?:19|20)\d{2}年(?:度|底|末|初)?(?:\d{1,2}月(?:底|末|初)?)?(?:\d{1,2}日)?(?=.{2})/;

const reduce = (text: string): string =>
  text
    .replace(/^\d+[、.)]|^[(（]?[一二三四五六七八九十]+[)）、.]/, '')
    .replace(signs, '')
    .replace(asOfDay, '');

/** 企業(yè) → 企業: pinyin written behind the character it explains (H27). */
const withoutPinyin = (text: string): string =>
  text.replace(/(?<=\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}\)/giu, '');

/** Key of a heading; text in brackets counts only where nothing else is left. */
export function headingKey(text: string): string {
  const clean = toSimplified(withoutPinyin(toHalfWidth(text))).toLowerCase();
  const outside = reduce(clean.replace(brackets, ''));
  const key = outside === '' ? reduce(clean.replace(/[()[\]【】〔〕{}]/g, '')) : outside;
  return key.replace(trailingUnit, '');
}

/** As printed, on one line: what problems and the wizard show. */
export const headingText = (text: string): string => text.replace(/[\s\u3000\u00A0]+/g, '');

/** Levenshtein distance, given up (2) as soon as it must exceed 1. */
export function nearness(a: string, b: string): 0 | 1 | 2 {
  if (a === b) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return 2;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i += 1;
  const rest = short.length === long.length ? i + 1 : i;
  return short.slice(rest) === long.slice(i + 1) ? 1 : 2;
}
