/** Problems of all sheets as a clerk works through them: grouped by kind, open ones first, in the order of rows. */
import type { Answer, ImportProblem } from '@shared/import/model';
import { titleOf } from '@shared/problems/problem-titles';
import type { SessionInput } from './import-session';

/** A problem with its sheet, and whether somebody has dealt with it. */
export interface SheetProblem {
  /** Stays the same when the file is read again. */
  readonly key: string;
  readonly sheet: string;
  readonly problem: ImportProblem;
  readonly isOpen: boolean;
}

export const urgencies = ['must', 'check', 'note'] as const;
/** 必须处理: a value was refused. 请核对: something is doubtful. 提示: good to know. */
export type Urgency = (typeof urgencies)[number];
export const urgencyLabels: Readonly<Record<Urgency, string>> = {
  must: '必须处理',
  check: '请核对',
  note: '提示',
};
const urgencyBySeverity = { error: 'must', warning: 'check', question: 'check', info: 'note' } as const;
export const urgencyOf = (problem: ImportProblem): Urgency => urgencyBySeverity[problem.severity];

export interface ProblemGroup {
  readonly code: string;
  readonly title: string;
  readonly urgency: Urgency;
  readonly problems: readonly SheetProblem[];
  readonly openCount: number;
}

interface SheetWithProblems {
  readonly name: string;
  readonly problems: readonly ImportProblem[];
}

const keyOf = (sheet: string, problem: ImportProblem): string =>
  [sheet, problem.row ?? '', problem.columnIndex ?? '', problem.code, problem.field ?? ''].join('\n');
const placeKey = (place: Omit<Answer, 'value'>): string => `${place.sheet}\n${place.row}\n${place.field}`;

/**
 * Every problem with its state. One is dealt with when it was answered or left as it is on purpose; information
 * asks for nothing and is never open. A problem that an edit removed is not here at all.
 */
export function listProblems(sheets: readonly SheetWithProblems[], input: SessionInput): SheetProblem[] {
  const answered = new Set(input.answers.map(placeKey));
  const settled = new Set(input.settled);
  return sheets.flatMap(({ name, problems }) =>
    problems.map((problem) => {
      const key = keyOf(name, problem);
      const isAnswered = answerFields(problem).some((field) =>
        answered.has(placeKey({ sheet: name, row: problem.row ?? 0, field })),
      );
      return {
        key,
        sheet: name,
        problem,
        isOpen: problem.severity !== 'info' && !isAnswered && !settled.has(key),
      };
    }),
  );
}

/** Fields an answer to this problem would be given for. */
function answerFields(problem: ImportProblem): string[] {
  const offered = [...(problem.fix ? [problem.fix] : []), ...(problem.choices ?? [])].map((fix) => fix.field);
  return problem.field === null ? offered : [...offered, problem.field];
}

/** Groups by code: the most urgent first, then the larger ones. */
export function groupProblems(problems: readonly SheetProblem[]): ProblemGroup[] {
  const byCode = new Map<string, SheetProblem[]>();
  for (const entry of problems) {
    const group = byCode.get(entry.problem.code);
    if (group) group.push(entry);
    else byCode.set(entry.problem.code, [entry]);
  }
  const groups = [...byCode.entries()].map(([code, members]): ProblemGroup => {
    const openCount = members.filter((member) => member.isOpen).length;
    const first = members[0]?.problem;
    return {
      code,
      title: titleOf(code) ?? first?.text ?? code,
      urgency: first ? urgencyOf(first) : 'note',
      problems: members,
      openCount,
    };
  });
  const rank = (group: ProblemGroup): number => urgencies.indexOf(group.urgency);
  return groups.sort(
    (a, b) => rank(a) - rank(b) || b.openCount - a.openCount || b.problems.length - a.problems.length,
  );
}

export interface ProblemCounts {
  readonly openByUrgency: Readonly<Record<Urgency, number>>;
  readonly open: number;
  readonly done: number;
}

export function countProblems(problems: readonly SheetProblem[]): ProblemCounts {
  const openByUrgency = { must: 0, check: 0, note: 0 };
  let open = 0;
  for (const { isOpen, problem } of problems) {
    if (!isOpen) continue;
    open += 1;
    openByUrgency[urgencyOf(problem)] += 1;
  }
  const asking = problems.filter(({ problem }) => problem.severity !== 'info').length;
  return { openByUrgency, open, done: asking - open };
}
