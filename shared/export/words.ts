/** How values of the register read in an official table. */
import { MASKED, maskPhone } from './mask';
import { NONE, type ReportValue, TICK } from './report-model';

/** An office writes either √/× or 是/否 all through a table. */
export type SignStyle = '√×' | '是否';

export interface Words {
  /** Yes, no, or "—" where nobody knows. */
  readonly flag: (value: boolean | null) => string;
  readonly phone: (value: string | null) => string;
  /** Membership of a single person, hidden unless the reader may see it. */
  readonly membership: (value: boolean | null) => string;
}

export function createWords(signs: SignStyle, isMasked: boolean): Words {
  const [yes, no] = signs === '√×' ? ['√', '×'] : ['是', '否'];
  const flag = (value: boolean | null) => (value === null ? NONE : value ? yes : no);
  return {
    flag,
    phone: (value) => (value === null ? NONE : isMasked ? maskPhone(value) : value),
    membership: (value) => (isMasked && value !== null ? MASKED : flag(value)),
  };
}

/** True for a cell written by `flag(true)` or a tick of a one-of group. */
export const saysYes = (value: ReportValue): boolean => value === TICK || value === '是';

/** An unknown value prints as "—". */
export const orNone = (value: string | number | null): string | number => value ?? NONE;

/**
 * 2021年03月05日, 2021年03月, 2021年: as exact as the register knows it. Zeros keep texts in the order of days, and
 * unlike 2021.10 or 2021-10 no spreadsheet turns them into another date.
 */
export function dateText(partial: string | null): string {
  if (partial === null) return NONE;
  const [year, month, date] = partial.split('-');
  return `${year}年${month === undefined ? '' : `${month}月`}${date === undefined ? '' : `${date}日`}`;
}

/** 2026年6月30日, for a sentence. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
