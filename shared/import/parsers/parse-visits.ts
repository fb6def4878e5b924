/** 走访频次(计划/实际): 12/9, 每月1次/9次, 每季度2次. */
import { parseChineseNumber } from './parse-chinese-number';
import { compact } from './tidy-text';

export interface Visits {
  /** Plan as the model keeps it: per week, month or quarter, 1–4 times. */
  readonly plan: { readonly per: 'week' | 'month' | 'quarter'; readonly times: number } | null;
  readonly actual: number | null;
}

const periods: Readonly<Record<string, 'week' | 'month' | 'quarter'>> = {
  周: 'week',
  月: 'month',
  季: 'quarter',
};
/** Visits a year → the same plan in the model's terms. */
const yearly = [
  [52, 'week', 1],
  [48, 'month', 4],
  [36, 'month', 3],
  [24, 'month', 2],
  [12, 'month', 1],
  [16, 'quarter', 4],
  [8, 'quarter', 2],
  [4, 'quarter', 1],
] as const;

export function parseVisits(content: string): Visits {
  const [planned = '', done] = compact(content).split(/[/／]/);
  return { plan: parsePlan(planned), actual: done === undefined ? null : numberIn(done) };
}

const numberIn = (text: string): number | null => {
  const found = /\d+|[一二两三四五六七八九十]+/.exec(text)?.[0];
  if (found === undefined) return null;
  return /^\d+$/.test(found) ? Number(found) : parseChineseNumber(found);
};

export function parsePlan(text: string): Visits['plan'] {
  const match = /每?([周月季])度?(?:至少|不少于)?(.*)次?/.exec(text);
  if (match) {
    const times = numberIn(match[2] ?? '') ?? 1;
    const per = periods[match[1] ?? ''];
    return per === undefined || times < 1 || times > 4 ? null : { per, times };
  }
  const perYear = numberIn(text);
  const found = yearly.find(([count]) => count === perYear);
  return found ? { per: found[1], times: found[2] } : null;
}
