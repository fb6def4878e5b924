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
    void judgeAll(documents, problemsOf, breathe, () => mine !== round).then((found) => {
      // Most edits change nothing here; the same counts must not make every list look at all its rows again.
      if (found !== null && !isSame(found, counts.get())) counts.set(found);
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

function isSame(a: ReadonlyMap<string, ProblemCounts>, b: ReadonlyMap<string, ProblemCounts>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, one] of a) {
    const other = b.get(id);
    if (one !== other && (one.open !== other?.open || one.gaps !== other.gaps || one.text !== other.text))
      return false;
  }
  return true;
}

/** Most records are found as they were, with the very same problems. */
const counted = new WeakMap<readonly Problem[], ProblemCounts>();
function countsOf(problems: readonly Problem[]): ProblemCounts {
  const counts = counted.get(problems) ?? countProblems(problems);
  counted.set(problems, counts);
  return counts;
}

export function countProblems(problems: readonly Problem[]): ProblemCounts {
  const gaps = problems.filter(isGap);
  const open = problems.filter((problem) => !isGap(problem));
  const text = [...open, ...gaps].map((problem) => problem.text).join(' ');
  return { open: open.length, gaps: gaps.length, text };
}

/** null when it was given up. */
async function judgeAll(
  documents: readonly LedgerDocumentOf[],
  problemsOf: (document: LedgerDocumentOf) => readonly Problem[],
  breathe: () => Promise<void>,
  isGivenUp: () => boolean,
): Promise<ReadonlyMap<string, ProblemCounts> | null> {
  const found = new Map<string, ProblemCounts>();
  await breathe();
  let end = performance.now() + sliceMs;
  for (const document of documents) {
    if (performance.now() > end) {
      await breathe();
      end = performance.now() + sliceMs;
    }
    if (isGivenUp()) return null;
    const problems = problemsOf(document);
    if (problems.length > 0) found.set(document.id, countsOf(problems));
  }
  return found;
}
