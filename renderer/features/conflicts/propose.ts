/** Which value to keep, and why, in words. A proposal only: a person decides. */
import { notFilled } from '@renderer/data/format-value';
import { isSame } from '@shared/domain/changes';
import { parsePhone } from '@shared/identifiers/phone';
import { parseResidentId } from '@shared/identifiers/resident-id';
import { parseUscc } from '@shared/identifiers/uscc';
import type { ConflictView } from './conflict-view';

export interface Proposal {
  readonly choice: 'mine' | 'theirs';
  /** Why, as the sentence behind 建议采用…：. */
  readonly reason: string;
}

type Rule = (view: ConflictView, today: string) => Proposal | null;

/** @param today YYYY-MM-DD @returns null when the two values alone do not tell: the person has to find out */
export function propose(view: ConflictView, today: string): Proposal | null {
  for (const rule of rules) {
    const proposal = rule(view, today);
    if (proposal !== null) return proposal;
  }
  return null;
}

const mine = (reason: string): Proposal => ({ choice: 'mine', reason });
const theirs = (reason: string): Proposal => ({ choice: 'theirs', reason });

const recordIsGone: Rule = ({ situation }) => {
  if (situation === 'missing') return theirs('本机没有这条记录，只能按县级的保留');
  if (situation === 'deleted') return theirs('这条记录已经删除，不必再改');
  return null;
};

/** Whoever typed there did not know that the entry had been removed. */
const entryIsGone: Rule = ({ situation }) =>
  situation === 'entryGone' ? theirs('所在的那一项已经删除') : null;

const sameNow: Rule = (view) =>
  isSame(view.mine.value, view.theirs.value) ? theirs('两边现在已经一致') : null;

/** Deleting is the only loss here, so a record somebody still works on stays. */
const deletion: Rule = ({ conflict, mine: own, theirs: county }) => {
  if (conflict.path !== 'deletedAt') return null;
  if (own.value !== null && county.value !== null) return theirs('两边都删除了这条记录');
  return own.value === null
    ? mine('一边删除、一边保留，先保留更稳妥')
    : theirs('一边删除、一边保留，先保留更稳妥');
};

const filled: Rule = ({ mine: own, theirs: county }) => {
  if (own.text === notFilled && county.text !== notFilled) return theirs('另一边没有填');
  if (county.text === notFilled && own.text !== notFilled) return mine('另一边没有填');
  return null;
};

/** The checks that come with a number say which of two is mistyped. */
const checks: Readonly<Record<string, (text: string, today: string) => boolean>> = {
  uscc: (text) => parseUscc(text).value !== null,
  idNo: (text, today) => parseResidentId(text, { today }).value !== null,
  phone: (text) => parsePhone(text).value !== null,
};

const validNumber: Rule = ({ conflict, mine: own, theirs: county }, today) => {
  const check = checks[conflict.path.slice(conflict.path.lastIndexOf('.') + 1)];
  if (check === undefined || typeof own.value !== 'string' || typeof county.value !== 'string') return null;
  const [isOwnValid, isCountyValid] = [check(own.value, today), check(county.value, today)];
  if (isOwnValid === isCountyValid) return null;
  const reason = '另一边的号码校验不通过';
  return isOwnValid ? mine(reason) : theirs(reason);
};

/** 2024-05-12 over 2024-05; 工业路18号 over 工业路. */
const fuller: Rule = ({ mine: own, theirs: county }) => {
  if (typeof own.value !== 'string' || typeof county.value !== 'string') return null;
  const [a, b] = [own.value.trim(), county.value.trim()];
  if (a.length > b.length && a.startsWith(b)) return mine('内容相同，更完整');
  if (b.length > a.length && b.startsWith(a)) return theirs('内容相同，更完整');
  return null;
};

/** Closer than this, the clocks of two computers do not tell which was later. */
const tellingMs = 5 * 60_000;

const later: Rule = ({ mine: own, theirs: county }) => {
  const gap = Date.parse(own.at) - Date.parse(county.at);
  if (Number.isNaN(gap) || Math.abs(gap) < tellingMs) return null;
  const [choose, who] = gap > 0 ? [mine, own] : [theirs, county];
  return choose(`改得更晚（${who.by} ${who.atText}，晚${spanText(Math.abs(gap))}）`);
};

/** 40 分钟, 3 小时, 2 天. */
function spanText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return ` ${minutes} 分钟`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? ` ${hours} 小时` : ` ${Math.round(hours / 24)} 天`;
}

const rules: readonly Rule[] = [
  recordIsGone,
  entryIsGone,
  sameNow,
  deletion,
  filled,
  validNumber,
  fuller,
  later,
];
