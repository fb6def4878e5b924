/** The answer of a matcher, and the options it offers where the answer is a question. */
import { matchingProblems } from '@shared/problems/matching-problems';
import type { Problem } from '@shared/problems/problem';
import type { MergeMode } from './field-changes';
import type { DecisionOption } from './plan-model';

/** A record the file's rows can be matched with: in the register, or planned from an earlier row. */
export interface Known {
  readonly id: string;
  readonly label: string;
}

export interface Question {
  readonly kind: 'ask';
  readonly question: Problem;
  readonly candidates: readonly Known[];
  /** Likeliest answer; null = none. */
  readonly proposed: { readonly mode: MergeMode; readonly id: string } | 'create' | null;
  /** Ways to make it a new record; none where a second one would break the register (one idNo, two people). */
  readonly creates: readonly CreateOption[];
  readonly skipLabel: string;
  /** The question is whether to take the row at all, whichever record it may be. */
  readonly isOfRow?: true;
}
export type Match = { readonly kind: 'none' } | { readonly kind: 'one'; readonly id: string } | Question;
/** `create`, or `create:<kind>` where the answer also says what the record is. */
interface CreateOption {
  readonly code: 'create' | `create:${string}`;
  readonly label: string;
}

export const skipRow = '跳过这一行';
export const none: Match = { kind: 'none' };
export const one = (id: string): Match => ({ kind: 'one', id });

/** Code of the option meant, in the other mode where the two modes come to the same. */
export function proposedOf(
  proposed: Question['proposed'],
  options: readonly DecisionOption[],
): string | null {
  if (proposed === null) return null;
  const codes = options.map((option) => option.code);
  const wanted =
    proposed === 'create'
      ? ['create']
      : [`${proposed.mode}:${proposed.id}`, `merge:${proposed.id}`, `fill:${proposed.id}`];
  return wanted.find((code) => codes.includes(code)) ?? null;
}

/** Rows hidden in the file are taken only on consent (H9). */
export function askBecauseHidden(match: Match, label: string): Match {
  if (match.kind === 'ask') return match;
  const isOne = match.kind === 'one';
  return {
    kind: 'ask',
    question: matchingProblems.hiddenRow({}),
    candidates: isOne ? [{ id: match.id, label }] : [],
    proposed: isOne ? { mode: 'merge', id: match.id } : 'create',
    creates: isOne ? [] : [{ code: 'create', label: '导入这一行' }],
    skipLabel: skipRow,
    isOfRow: true,
  };
}
