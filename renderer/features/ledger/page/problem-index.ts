/**
 * How many open problems and gaps every record of a table has. What one record says depends on others (twins,
 * members of a branch), so all are asked again after a change, in slices while the page is free.
 */
import { createObservable } from '@renderer/data/observable';
import type { Observable } from '@renderer/data/register-store';
import type { Problem } from '@shared/problems/problem';
import { isGap } from '../fields/document-problems';
import type { LedgerDocumentOf } from '../tables/table-model';

export interface ProblemCounts {
  readonly open: number;
  readonly gaps: number;
  /** What is wrong, then what is missing, for a column of its own. */
  readonly text: string;
}

export interface ProblemIndex {
  /** Record id → counts; records without either are absent. A new map when a round found others. */
  readonly counts: Observable<ReadonlyMap<string, ProblemCounts>>;
  /** Judges all records again; a round under way is given up. */
  readonly refresh: (
    documents: readonly LedgerDocumentOf[],
    problemsOf: (document: LedgerDocumentOf) => readonly Problem[],
  ) => void;
  readonly stop: () => void;
}

const sliceMs = 8;

/** @param breathe lets the page paint and take input */
export function createProblemIndex(breathe: () => Promise<void>): ProblemIndex {
  const counts = createObservable<ReadonlyMap<string, ProblemCounts>>(new Map());
  let round = 0;
  const run: ProblemIndex['refresh'] = (documents, problemsOf) => {
    const mine = ++round;
    const before = counts.get();
    void judgeAll(documents, problemsOf, breathe, () => mine !== round, before).then((found) => {
      if (found !== null && found !== before) counts.set(found);
    });
  };
  return {
    counts,
    refresh: run,
    stop: () => {
      round += 1;
    },
  };
}

/** Most records are found as they were, with the very same problems. */
const counted = new WeakMap<readonly Problem[], ProblemCounts>();
function countsOf(problems: readonly Problem[]): ProblemCounts {
  const known = counted.get(problems);
  if (known) return known;
  const counts = countProblems(problems);
  counted.set(problems, counts);
  return counts;
}

export function countProblems(problems: readonly Problem[]): ProblemCounts {
  const gaps = problems.filter(isGap);
  const open = problems.filter((problem) => !isGap(problem));
  const text = [...open, ...gaps].map((problem) => problem.text).join(' ');
  return { open: open.length, gaps: gaps.length, text };
}

/**
 * @returns the very map of before when nothing is different: most edits change nothing here, and a new one would make
 *   every list look at all its rows again. null when the round was given up.
 */
async function judgeAll(
  documents: readonly LedgerDocumentOf[],
  problemsOf: (document: LedgerDocumentOf) => readonly Problem[],
  breathe: () => Promise<void>,
  isGivenUp: () => boolean,
  before: ReadonlyMap<string, ProblemCounts>,
): Promise<ReadonlyMap<string, ProblemCounts> | null> {
  const others = new Map<string, ProblemCounts | null>();
  let stillThere = 0;
  await breathe();
  let end = performance.now() + sliceMs;
  for (const document of documents) {
    if (performance.now() > end) {
      await breathe();
      end = performance.now() + sliceMs;
    }
    if (isGivenUp()) return null;
    const problems = problemsOf(document);
    const found = problems.length > 0 ? countsOf(problems) : null;
    const known = before.get(document.id) ?? null;
    if (known !== null) stillThere += 1;
    if (!isSame(found, known)) others.set(document.id, found);
  }
  if (others.size === 0 && stillThere === before.size) return before;
  return withOthers(before, others, new Set(documents.map(({ id }) => id)));
}

const isSame = (a: ProblemCounts | null, b: ProblemCounts | null): boolean =>
  a === b || (a !== null && b !== null && a.open === b.open && a.gaps === b.gaps && a.text === b.text);

/** @param present ids of all records: what is gone since has no counts any more */
function withOthers(
  before: ReadonlyMap<string, ProblemCounts>,
  others: ReadonlyMap<string, ProblemCounts | null>,
  present: ReadonlySet<string>,
): ReadonlyMap<string, ProblemCounts> {
  const counts = new Map<string, ProblemCounts>();
  for (const [id, one] of [...before, ...others])
    if (one === null || !present.has(id)) counts.delete(id);
    else counts.set(id, one);
  return counts;
}
