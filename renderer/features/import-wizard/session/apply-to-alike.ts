/** 同类问题全部按此处理: one answer carried over to the problems it fits as well. */
import type { Answer, ProblemFix } from '@shared/import/model';
import type { SheetProblem } from './problem-groups';

/** 2021年1月 and 2019年1月 offer the same kind of answer; 张三 and 李四 do not. */
const shapeOf = (label: string): string => label.replace(/\d+/g, '#');

const answerOf = (entry: SheetProblem, fix: ProblemFix): Answer | null =>
  entry.problem.row === null
    ? null
    : { sheet: entry.sheet, row: entry.problem.row, field: fix.field, value: fix.value };

/**
 * The option of `other` that says what `taken` says for `source`: the proposed fix for the proposed fix (each row
 * its own value), else an option of the same value, else the one at the same place that differs in digits only.
 */
function alikeFix(source: SheetProblem, taken: ProblemFix, other: SheetProblem): ProblemFix | null {
  if (other.problem.code !== source.problem.code || other.problem.field !== source.problem.field) return null;
  if (isSameFix(source.problem.fix, taken)) return other.problem.fix ?? null;
  const choices = other.problem.choices ?? [];
  const same = choices.find((choice) => isSameFix(choice, taken) && choice.label === taken.label);
  if (same) return same;
  const place = (source.problem.choices ?? []).findIndex((choice) => choice.label === taken.label);
  const atSamePlace = choices[place];
  return atSamePlace && shapeOf(atSamePlace.label) === shapeOf(taken.label) ? atSamePlace : null;
}

const isSameFix = (a: ProblemFix | undefined, b: ProblemFix): boolean =>
  a !== undefined && a.field === b.field && JSON.stringify(a.value) === JSON.stringify(b.value);

/** Answers for `source` and for every open problem of `among` the same option fits. */
export function answersForAlike(
  source: SheetProblem,
  taken: ProblemFix,
  among: readonly SheetProblem[],
): Answer[] {
  const others = among.filter((entry) => entry.isOpen && entry.key !== source.key);
  return [source, ...others].flatMap((entry) => {
    const fix = entry === source ? taken : alikeFix(source, taken, entry);
    const answer = fix && answerOf(entry, fix);
    return answer ? [answer] : [];
  });
}
